"""A place that moved to where others share it: a person is asked."""

from __future__ import annotations

from typing import Any

import pytest
from tests.drift.object_faults import LIMIT, ONE, Q, frame, parameter
from tests.drift.test_proof import judged_on

from specmend.steps.step import Verdict

SIZE = {"type": "string", "maxLength": 9}
SHARED = {"$ref": "#/components/schemas/Size"}


def pets(**properties: Any) -> dict[str, Any]:
    schemas = {"Pet": {"type": "object", "properties": properties}, "Size": SIZE}
    return frame(components={"schemas": schemas})


LENGTH = "$.components.schemas.Pet.properties.one.maxLength"
BOTH = "$.components.schemas.Pet.properties[?@.maxLength].maxLength"
REMOVE = {"target": LENGTH, "remove": True}
CHANGE = {"target": LENGTH, "update": 20}
REMOVE_BOTH = {"target": BOTH, "remove": True}
CHANGE_BOTH = {"target": "$.components.schemas.Pet.properties['one','two'].maxLength", "update": 20}
INLINE = pets(one=SIZE, two=SIZE)

CASES: list[tuple[str, Any, Any, Any, Verdict]] = [
    ("nobody else uses it", INLINE, pets(one=SHARED, two=SIZE), REMOVE, Verdict.MOVED),
    ("nobody else, changed", INLINE, pets(one=SHARED, two=SIZE), CHANGE, Verdict.MOVED),
    ("another one uses it", INLINE, pets(one=SHARED, two=SHARED), REMOVE, Verdict.GONE),
    ("another one, changed", INLINE, pets(one=SHARED, two=SHARED), CHANGE, Verdict.GONE),
    ("it is meant for both", INLINE, pets(one=SHARED, two=SHARED), CHANGE_BOTH, Verdict.MOVED),
    ("a filter for both", INLINE, pets(one=SHARED, two=SHARED), REMOVE_BOTH, Verdict.MOVED),
    (
        "both, and a third",
        INLINE,
        pets(one=SHARED, two=SHARED, three=SHARED),
        CHANGE_BOTH,
        Verdict.GONE,
    ),
    (
        "a component that is a reference all along",
        pets(one=SHARED, two=SHARED),
        pets(one=SHARED, two=SHARED, three=SHARED),
        {"target": "$.components.schemas.Size.maxLength", "remove": True},
        Verdict.APPLIES,
    ),
    (
        "a parameter that two operations share now",
        frame(**ONE),
        frame(item={"parameters": [Q]}),
        parameter({"target": ".schema.maxLength", "remove": True}),
        Verdict.GONE,
    ),
    (
        "a parameter of the only operation",
        frame(**ONE, lonely=True),
        frame(item={"parameters": [Q, LIMIT]}, lonely=True),
        parameter({"target": ".schema.maxLength", "remove": True}),
        Verdict.MOVED,
    ),
]


@pytest.mark.parametrize(
    ("old", "new", "fields", "expected"), [pytest.param(*row[1:], id=row[0]) for row in CASES]
)
def test_a_place_that_others_share(old: Any, new: Any, fields: Any, expected: Verdict) -> None:
    verdict = judged_on(old, new, fields)
    assert verdict.verdict is expected, verdict.message
    if verdict.verdict is Verdict.GONE:
        assert verdict.candidates
        assert "others share" in verdict.message
