"""An edit that names its places, of which upstream mended some."""

from __future__ import annotations

from typing import Any

import pytest
from tests.drift.test_counted import judged

from specmend.steps.proposal import Fields
from specmend.steps.step import Verdict

PET = "$.components.schemas.Pet.properties"
TEXT = {"type": "string"}
OR_NULL = {"type": ["string", "null"]}
OWNER = {"$ref": "#/components/schemas/Owner"}
OBJECT = {"type": "object", "properties": {"email": TEXT}}
NULL: Fields = {"target": f"{PET}['a','b','c']", "x-edit": {"name": "make-nullable"}}
EACH: Fields = {**NULL, "target": f"{PET}[*]"}
WRITTEN: Fields = {"target": f"{PET}['a','b']", "x-edit": {"name": "inline-schema"}}
TEXTS = {"a": TEXT, "b": TEXT, "c": TEXT}

APPLIES, CONFLICT = Verdict.APPLIES, Verdict.CONFLICT

CASES: list[tuple[Fields, Any, Any, Verdict, list[str]]] = [
    # A step, the properties of old and of now, the verdict, and where it is still to be made.
    (NULL, TEXTS, TEXTS, APPLIES, []),
    (NULL, TEXTS, {**TEXTS, "b": OR_NULL}, APPLIES, ["a", "c"]),
    (NULL, TEXTS, {"a": OR_NULL, "b": OR_NULL, "c": TEXT}, APPLIES, ["c"]),
    (NULL, TEXTS, dict.fromkeys(TEXTS, OR_NULL), Verdict.ALREADY_UPSTREAM, []),
    # Narrowed to the places of today, a rule would miss those of tomorrow.
    (EACH, TEXTS, {**TEXTS, "b": OR_NULL}, CONFLICT, []),
    (WRITTEN, {"a": OWNER, "b": OWNER}, {"a": OBJECT, "b": OWNER}, APPLIES, ["b"]),
    # One that is neither mended nor as it was is asked about.
    (WRITTEN, {"a": OWNER, "b": OWNER}, {"a": TEXT, "b": OWNER}, CONFLICT, []),
]


@pytest.mark.parametrize(("fields", "was", "now", "verdict", "left"), CASES)
def test_the_places_that_are_left(
    fields: Fields, was: Any, now: Any, verdict: Verdict, left: list[str]
) -> None:
    found = judged(document(was), document(now), fields)
    assert found.verdict is verdict, found.message
    assert [one.target for one in found.remaining] == [f"{PET}.{name}" for name in left]


def document(properties: Any) -> Any:
    schemas = {"Pet": {"type": "object", "properties": properties}, "Owner": OBJECT}
    return {"openapi": "3.1.0", "paths": {}, "components": {"schemas": schemas}}
