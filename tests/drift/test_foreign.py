"""What an action would write that says nothing in the version that upstream has now."""

from __future__ import annotations

from typing import Any

import pytest
from tests.drift.contexts import ID, OLD, PET
from tests.drift.test_proof import judged_on

from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree, replace
from specmend.drift.foreign import foreign_keywords
from specmend.drift.intended import IntendedChange
from specmend.steps.step import Verdict

RAISED = replace(OLD, ("openapi",), "3.1.0")
CASES: list[tuple[Address, Tree, tuple[str, ...], tuple[str, ...]]] = [
    # Where it is written, what, what says nothing in 3.1, what says nothing in 3.0.
    ((*ID, "nullable"), True, ("nullable",), ()),
    ((*ID, "nullable"), False, (), ()),
    ((*ID, "type"), ["integer", "null"], (), ("type",)),
    ((*ID, "type"), "string", (), ()),
    ((*ID, "exclusiveMinimum"), True, ("exclusiveMinimum",), ()),
    ((*ID, "exclusiveMinimum"), 1, (), ("exclusiveMinimum",)),
    ((*ID, "const"), 1, (), ("const",)),
    (ID, {"properties": {"const": {"nullable": True}}}, ("nullable",), ()),
    (PET, {"properties": {"nullable": {"type": "string"}}}, (), ()),
    (PET, {"example": {"nullable": True, "const": 1}}, (), ()),
    (("info", "title"), "New", (), ()),
    (ID, MISSING, (), ()),
]


@pytest.mark.parametrize(("address", "after", "in_31", "in_30"), CASES)
def test_what_says_nothing(
    address: Address, after: Tree, in_31: tuple[str, ...], in_30: tuple[str, ...]
) -> None:
    change = IntendedChange(kind="value", address=address, to=address, before=1, after=after)
    assert foreign_keywords(OLD, RAISED, change) == in_31
    assert foreign_keywords(RAISED, OLD, change) == in_30
    assert foreign_keywords(OLD, OLD, change) == foreign_keywords(RAISED, RAISED, change) == ()


def test_a_person_is_asked_about_what_would_say_nothing() -> None:
    fields: dict[str, Any] = {
        "target": "$.components.schemas.Pet.properties.id",
        "update": {"nullable": True},
    }
    verdict = judged_on(OLD, RAISED, fields)
    assert verdict.verdict is Verdict.CONFLICT
    assert "id.nullable: true says nothing in the version of OpenAPI" in verdict.message


def test_what_upstream_says_in_its_version_needs_nobody() -> None:
    new = replace(RAISED, (*ID, "type"), ["integer", "null"])
    fields: dict[str, Any] = {
        "target": "$.components.schemas.Pet.properties.id",
        "update": {"nullable": True},
    }
    assert judged_on(OLD, new, fields).verdict is Verdict.ALREADY_UPSTREAM
