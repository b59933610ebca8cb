"""The edit inline-schema: references become what they name."""

from __future__ import annotations

import pytest
from tests.steps.edits.actions import edit
from tests.steps.series import after, make_document, refusal

BEFORE = """\
openapi: VERSION
A:
  schema:
    $ref: '#/components/schemas/Name' # written out
    description: mine
B:
  schema: {$ref: '#/components/schemas/Name'}
components:
  schemas:
    Name: {type: string, description: theirs}
    Tree: {properties: {left: {$ref: '#/components/schemas/Tree'}}}
    Odd: {properties: {other: {$ref: '#/components/schemas/Tree'}}}
    Pet:
      discriminator: {propertyName: kind}
      oneOf: [{$ref: '#/components/schemas/Odd'}]
    Egg:
      properties:
        hen: {$ref: '#/components/schemas/Hen'}
        name: {$ref: '#/components/schemas/Name'}
    Hen: {properties: {egg: {$ref: '#/components/schemas/Egg'}}}
    Uses: {items: {$ref: '#/components/schemas/Egg'}}
    Lost: {$ref: '#/components/schemas/Nothing'}
    Both: {$ref: '#/components/schemas/Name', type: integer}
"""


def text(version: str) -> str:
    return BEFORE.replace("VERSION", version)


def test_what_a_reference_names_by_its_anchor_is_written_out_too() -> None:
    before = (
        "openapi: 3.1.0\ncomponents:\n  schemas:\n    A: {$ref: '#bee', title: T}\n"
        "    B: {$anchor: bee, type: string}\n"
    )
    made = make_document(after(before, edit("inline-schema", target="$.components.schemas.A")))
    assert made.tree["components"]["schemas"]["A"] == {
        "$anchor": "bee", "type": "string", "title": "T"
    }  # fmt: skip
    with_removal = edit("inline-schema", {"remove": True}, target="$.components.schemas.A")
    made = make_document(after(before, with_removal))
    assert list(made.tree["components"]["schemas"]) == ["A"]


def test_in_30_what_stands_beside_a_reference_goes() -> None:
    made = after(text("3.0.3"), edit("inline-schema", target="$.A.schema"))
    assert make_document(made).tree["A"]["schema"] == {"type": "string", "description": "theirs"}
    assert made.splitlines()[5:] == text("3.0.3").splitlines()[5:]


def test_from_31_on_it_stays_and_wins() -> None:
    made = after(text("3.1.0"), edit("inline-schema", target="$.A.schema"))
    assert make_document(made).tree["A"]["schema"] == {"type": "string", "description": "mine"}


def test_a_schema_that_nobody_names_any_more_goes_when_asked_for() -> None:
    step = edit("inline-schema", {"remove": True}, "$..[?@['$ref'] == '#/components/schemas/Name']")
    made = make_document(after(text("3.0.3"), step)).tree
    assert "Name" not in made["components"]["schemas"]
    assert (
        made["B"]["schema"]
        == made["components"]["schemas"]["Both"]
        == {"type": "string", "description": "theirs"}
    )


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("$.components.schemas.Name", "this is not a reference"),
        ("$.components.schemas.Tree.properties.left", "#/components/schemas/Tree refers to itself"),
        ("$.components.schemas.Uses.items", "#/components/schemas/Egg refers to itself"),
        (
            "$.components.schemas.Pet.oneOf[?@['$ref']]",
            "a discriminator identifies this branch by its name",
        ),
        (
            "$.components.schemas.Lost",
            "#/components/schemas/Nothing names no schema of this document",
        ),
        (
            "$.components.schemas.Both",
            "type stands beside the reference and in #/components/schemas/Name",
        ),
    ],
)
def test_what_cannot_be_written_out_is_refused(target: str, message: str) -> None:
    assert refusal(text("3.1.0"), edit("inline-schema", target=target))[1].message == message


def test_a_schema_that_refers_to_a_recursive_one_is_written_out() -> None:
    made = make_document(
        after(
            text("3.1.0") + "Z: {$ref: '#/components/schemas/Uses'}\n",
            edit("inline-schema", target="$.Z"),
        )
    )
    assert made.tree["Z"] == {"items": {"$ref": "#/components/schemas/Egg"}}


def test_a_schema_that_is_used_elsewhere_is_not_removed() -> None:
    _, problem = refusal(text("3.0.3"), edit("inline-schema", {"remove": True}, "$.B.schema"))
    assert problem.message == "the schema is still used elsewhere"
