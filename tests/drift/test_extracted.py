"""Schemas that an edit makes a component of, and that upstream made the same component of."""

from __future__ import annotations

from typing import Any

import pytest
from tests.drift.test_counted import judged

from specmend.steps.proposal import Fields
from specmend.steps.step import Verdict

KIND = {"type": "string", "enum": ["cat", "dog"], "default": "cat"}
REFERENCE = {"$ref": "#/components/schemas/Kind"}
ONE: Fields = {
    "target": "$.components.schemas.Pet.properties.a",
    "x-edit": {"name": "extract-schema", "as": "Kind"},
}
BOTH: Fields = {**ONE, "target": "$.components.schemas.Pet.properties['a','b']"}
APPLIES, UPSTREAM, CONFLICT = Verdict.APPLIES, Verdict.ALREADY_UPSTREAM, Verdict.CONFLICT

CASES: list[tuple[Fields, Any, Any, Verdict]] = [
    # A step, the two properties of now, the component of now, and the verdict.
    (ONE, [KIND, KIND], None, APPLIES),
    (ONE, [REFERENCE, KIND], KIND, UPSTREAM),
    (ONE, [REFERENCE, REFERENCE], {**KIND, "title": "Kind"}, UPSTREAM),
    (BOTH, [REFERENCE, REFERENCE], KIND, UPSTREAM),
    (BOTH, [REFERENCE, KIND], KIND, CONFLICT),
    (ONE, [REFERENCE, KIND], {"type": "integer"}, CONFLICT),
    (ONE, [KIND, KIND], {"type": "integer"}, CONFLICT),
]


@pytest.mark.parametrize(("fields", "properties", "component", "verdict"), CASES)
def test_a_component_that_upstream_made(
    fields: Fields, properties: Any, component: Any, verdict: Verdict
) -> None:
    found = judged(document([KIND, KIND], None), document(properties, component), fields)
    assert found.verdict is verdict, found.message


def document(properties: list[Any], component: Any) -> Any:
    pet = {"type": "object", "properties": dict(zip("ab", properties, strict=True))}
    schemas = {"Pet": pet} if component is None else {"Pet": pet, "Kind": component}
    return {"openapi": "3.1.0", "paths": {}, "components": {"schemas": schemas}}
