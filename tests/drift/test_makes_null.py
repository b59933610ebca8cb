"""Schemas that an edit makes nullable, and that say null upstream in whatever words."""

from __future__ import annotations

from typing import Any

import pytest
from tests.drift.test_counted import judged

from specmend.steps.proposal import Fields
from specmend.steps.step import Verdict

THERE, APPLIES = Verdict.ALREADY_UPSTREAM, Verdict.APPLIES
KIND = {"type": "string", "enum": ["cat", "dog"]}
OWNER = {"$ref": "#/components/schemas/Owner"}
NULL = {"type": "null"}
OBJECT = {"type": "object"}
EDIT: Fields = {
    "target": "$.components.schemas.Pet.properties.place",
    "x-edit": {"name": "make-nullable"},
}

CASES: list[tuple[Any, Any, Any, Verdict]] = [
    # A property, what upstream has there now, its component Owner now, and the verdict.
    (KIND, {"anyOf": [KIND, NULL]}, OBJECT, THERE),
    (KIND, {"oneOf": [KIND, {"const": None}]}, OBJECT, THERE),
    (KIND, {"anyOf": [KIND, OWNER]}, NULL, THERE),
    (OWNER, OWNER, {"type": ["object", "null"]}, THERE),
    (OWNER, {"allOf": [OWNER], "title": "Its owner"}, {"type": ["object", "null"]}, THERE),
    # It is not said of every value, or not said at all.
    (KIND, {"allOf": [{"type": ["string", "null"]}, KIND]}, OBJECT, APPLIES),
    (OWNER, {**OWNER, "nullable": True}, OBJECT, APPLIES),
    (OWNER, OWNER, OBJECT, APPLIES),
]


@pytest.mark.parametrize(("was", "now", "owner", "verdict"), CASES)
def test_null_in_other_words(was: Any, now: Any, owner: Any, verdict: Verdict) -> None:
    found = judged(document(was, OBJECT), document(now, owner), EDIT)
    assert found.verdict is verdict, found.message


def test_what_said_null_before_proves_nothing() -> None:
    both = document(OWNER, {"type": ["object", "null"]})
    assert judged(both, both, EDIT).verdict is APPLIES


def document(place: Any, owner: Any) -> Any:
    schemas = {"Pet": {"type": "object", "properties": {"place": place}}, "Owner": owner}
    return {"openapi": "3.1.0", "paths": {}, "components": {"schemas": schemas}}
