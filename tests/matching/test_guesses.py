"""Guesses at a new name: what joined beside the best one, and hides the same, is a rival of it."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.document.tree.pointer import Address
from specmend.document.tree.values import get
from specmend.matching.guesses import Guess, chosen, score_of
from specmend.matching.lost_place import LostPlace

SCHEMAS: Address = ("components", "schemas")
PLACE: Address = (*SCHEMAS, "Shop", "properties")
NOTES = {"type": "string", "maxLength": 40, "pattern": "^a"}
ALIKE = {"type": "string", "maxLength": 40, "pattern": "^b"}
CODE = {"type": "integer", "minimum": 3}
REF = {"$ref": "#/components/schemas/Text"}
BY_GUESS = {"$ref": "#/components/schemas/Shop/properties/extra"}
NULL = {"type": "null"}

HIDDEN: list[tuple[str, Any, Any, bool]] = [
    # What joined beside the guess, the component that it may refer to, and whether it is a rival.
    ("nothing like it", CODE, NOTES, False),
    ("a reference to something else", REF, CODE, False),
    ("a reference to the same", REF, NOTES, True),
    ("a reference to what is alike, where the guess is the same", REF, ALIKE, False),
    ("a reference to a reference", {"$ref": "#/components/schemas/More"}, NOTES, True),
    ("a union with null", {"oneOf": [NOTES, NULL]}, {}, True),
    ("a branch by reference", {"allOf": [REF], "description": "More."}, NOTES, True),
    ("a list of the same", {"type": "array", "items": NOTES}, {}, True),
    ("a map of the same", {"type": "object", "additionalProperties": REF}, NOTES, True),
    ("a reference to the guess", BY_GUESS, {}, False),
    ("a list of the guess", {"type": "array", "items": BY_GUESS}, {}, False),
    ("a reference to itself", {"$ref": "#/components/schemas/Shop/properties/memo"}, {}, False),
    ("a property that is the same", {"properties": {"a": NOTES}}, {}, False),
]


@pytest.mark.parametrize(
    ("joined", "component", "is_rival"), [row[1:] for row in HIDDEN], ids=[row[0] for row in HIDDEN]
)
def test_what_joined_may_hide_what_is_lost(joined: Any, component: Any, is_rival: bool) -> None:
    more = {"Text": component, "More": REF}
    lost = LostPlace(
        old={"components": {"schemas": {"Shop": {"properties": {"notes": NOTES}}}}},
        new={
            "components": {
                "schemas": {"Shop": {"properties": {"extra": NOTES, "memo": joined}}, **more}
            }
        },
        address=(*PLACE, "notes"),
        new_parent=PLACE,
    )
    guess = Guess(key="extra", value=NOTES, score=score_of(NOTES, NOTES), evidence="same shape")
    found = chosen(lost, [guess], [], NOTES, ["extra", "memo"])
    assert found
    both = ((*PLACE, "extra"), (*PLACE, "memo"))
    assert (found.at, found.candidates) == ((None, both) if is_rival else (both[0], ()))
    assert get(lost.new, both[0]) == NOTES


def test_a_guess_that_references_speak_for_needs_no_such_look() -> None:
    schemas = {"Pets": NOTES, "Pet": {"allOf": [NOTES]}}
    lost = LostPlace(
        old={"components": {"schemas": {"Animal": NOTES}}},
        new={"components": {"schemas": schemas}},
        address=(*SCHEMAS, "Animal"),
        new_parent=SCHEMAS,
    )
    guess = Guess(key="Pets", value=NOTES, score=1.25, evidence="100% of the references to it")
    found = chosen(lost, [guess], [], NOTES, ["Pets", "Pet"])
    assert found
    assert found.at == (*SCHEMAS, "Pets")
