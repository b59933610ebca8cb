"""The edit retarget-references: every reference to one place leads to another that exists."""

from __future__ import annotations

import pytest
from tests.steps.edits.actions import edit
from tests.steps.series import after, refusal, run

BEFORE = """\
components:
  schemas:
    Old: {properties: {a: {}, b: {}}}
    New: {properties: {a: {}}}
    One: {$ref: '#/components/schemas/Old'} # first
    Two: {$ref: "#/components/schemas/Old/properties/a"}
    Older: {$ref: '#/components/schemas/Older'}
    Far: {$ref: 'other.yaml#/New'}
    Union: {discriminator: {propertyName: k, mapping: {x: '#/components/schemas/Old'}}}
    example: {$ref: '#/components/schemas/Old'}
  parameters: {P: {name: p, in: query}}
"""
OLD, NEW = "#/components/schemas/Old", "#/components/schemas/New"


def retarget(old: str, new: str, target: str = "$") -> str:
    return edit("retarget-references", {"from": old, "to": new}, target)


def test_references_to_it_and_into_it_lead_elsewhere() -> None:
    meant = BEFORE.replace("schemas/Old'", "schemas/New'").replace("schemas/Old/", "schemas/New/")
    assert after(BEFORE, retarget(OLD, NEW)) == meant
    assert len(run(BEFORE, retarget(OLD, NEW)).outcomes[0].touches) == 4


def test_only_the_selected_places_are_looked_at() -> None:
    meant = BEFORE.replace(
        "example: {$ref: '#/components/schemas/Old'}", "example: {$ref: '#/components/schemas/New'}"
    )
    assert after(BEFORE, retarget(OLD, NEW, "$.components.schemas.example")) == meant
    assert after(BEFORE, retarget(OLD, NEW, "$.components.schemas")) == after(
        BEFORE, retarget(OLD, NEW)
    )


def test_a_reference_to_another_file_becomes_one_of_this_document() -> None:
    assert after(BEFORE, retarget("other.yaml#/New", NEW)) == BEFORE.replace("other.yaml#/New", NEW)


@pytest.mark.parametrize(
    ("old", "new", "target", "message"),
    [
        (OLD, "#/components/schemas/Nope", "$", "#/components/schemas/Nope leads nowhere"),
        (
            "#/components/schemas/Nope",
            NEW,
            "$",
            "no reference leads to #/components/schemas/Nope here",
        ),
        (
            OLD,
            "#/components/parameters/P",
            "$",
            f"{OLD} and #/components/parameters/P are different kinds of components",
        ),
        (
            OLD,
            "#/components/schemas/One",
            "$",
            (
                f"{OLD}/properties/a would become "
                "#/components/schemas/One/properties/a, which leads nowhere"
            ),
        ),
        (OLD, NEW, "$.components.parameters", f"no reference leads to {OLD} here"),
    ],
)
def test_what_leads_nowhere_is_refused(old: str, new: str, target: str, message: str) -> None:
    assert refusal(BEFORE, retarget(old, new, target))[1].message == message
