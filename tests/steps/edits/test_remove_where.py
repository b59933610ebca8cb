"""The edit remove-where: places go with whatever names them, or not at all."""

from __future__ import annotations

import pytest
from tests.steps.edits.actions import edit
from tests.steps.series import after, refusal, run

BEFORE = """\
components:
  schemas:
    Pet:
      required: [name, nick] # both
      properties:
        name: {type: string}
        # never sent
        nick: {type: string}
        kind: {type: string}
      example: {name: Rex, nick: R}
      discriminator: {propertyName: kind}
    Owner:
      required:
        - nick
      properties:
        nick: {type: string}
        pet: {$ref: '#/components/schemas/Pet'}
      examples: [{nick: X}, 5]
    Alias: {$ref: '#/components/schemas/Owner/properties/nick'}
  x-note: hello
"""


def test_required_lists_and_examples_forget_a_property_that_goes() -> None:
    made = after(BEFORE, edit("remove-where", target="$.components.schemas.Pet.properties.nick"))
    meant = BEFORE.replace("[name, nick]", "[name]").replace("Rex, nick: R", "Rex")
    assert made == meant.replace("        nick: {type: string}\n", "", 1)


def test_a_required_list_that_would_be_empty_goes() -> None:
    text = "S:\n  required: [a]\n  properties:\n    a: {}\n    b: {}\n"
    assert (
        after(text, edit("remove-where", target="$.S.properties.a"))
        == "S:\n  properties:\n    b: {}\n"
    )


def test_it_removes_wherever_the_rule_selects() -> None:
    text = "a: {x-note: 1, b: {x-note: 2, c: 3}}\n"
    assert after(text, edit("remove-where", target="$..['x-note']")) == "a: {b: {c: 3}}\n"
    assert len(run(text, edit("remove-where", target="$..['x-note']")).outcomes[0].touches) == 2


def test_a_property_and_its_name_in_the_required_list_may_both_be_selected() -> None:
    text = "S: {required: [a, b], properties: {a: {}, b: {}}}\n"
    step = edit("remove-where", target="$.S['properties', 'required']['a', ?@ == 'a']")
    assert after(text, step) == "S: {required: [b], properties: {b: {}}}\n"


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("$", "the whole document cannot be removed"),
        ("$..*", "the rule selects a place inside another place that it selects"),
        ("$.components.schemas.Pet.properties.kind", "the discriminator needs the property kind"),
        (
            "$.components.schemas.Pet",
            (
                "references would lead nowhere: #/components/schemas/Pet at "
                "$.components.schemas.Owner.properties.pet"
            ),
        ),
        (
            "$.components.schemas.Owner.properties.nick",
            (
                "references would lead nowhere: #/components/schemas/Owner/properties/nick at "
                "$.components.schemas.Alias"
            ),
        ),
    ],
)
def test_what_is_nested_or_named_is_refused(target: str, message: str) -> None:
    assert refusal(BEFORE, edit("remove-where", target=target))[1].message == message


def test_schemas_that_extend_by_allof_forget_the_property_too() -> None:
    text = """\
components:
  schemas:
    Pet: {properties: {name: {}, nick: {}}}
    Cat:
      allOf:
        - $ref: '#/components/schemas/Pet'
        - required: [name, nick] # both
    Own: {allOf: [{$ref: '#/components/schemas/Pet'}], required: [nick], properties: {nick: {}}}
"""
    meant = text.replace("{name: {}, nick: {}}", "{name: {}}").replace("[name, nick]", "[name]")
    assert (
        after(text, edit("remove-where", target="$.components.schemas.Pet.properties.nick"))
        == meant
    )
