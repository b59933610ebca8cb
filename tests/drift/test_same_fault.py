"""Whether a new document says what a step takes away, maybe under another keyword."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.drift.same_fault import is_same_fault
from specmend.matching.locator import Locator
from specmend.matching.sayings import Saying
from specmend.matching.spelling import BRANCH, NULL, NULLABLE

TEXT = {"type": "string"}
CONSTANT = {"type": "string", "const": "a"}


def said(keyword: str, value: Any, *at: str | int) -> Saying:
    """Something that the root of a document says; where, as a rule, says the keyword."""
    return Saying(keyword=keyword, value=value, at=at or (keyword,))


CASES: list[tuple[Saying, Saying, bool]] = [
    # What is said now, what the step takes away, and whether they are the same.
    (said("pattern", "a"), said("pattern", "a"), True),
    (said("pattern", "a"), said("pattern", "b"), False),
    (said(NULLABLE, True), said(NULL, True), True),
    (said("type", "number"), said("type", "integer"), True),
    (said("type", "integer"), said("type", "number"), True),
    (said("type", "string"), said("type", "integer"), False),
    (said("enum", 1.0), said("enum", 1), True),
    (said("enum", True), said("enum", 1), False),
    (said("enum", "1"), said("enum", 1), False),
    (said("exclusiveMinimum", 0), said("minimum", 1), True),
    (said("maximum", 9), said("exclusiveMaximum", 9), True),
    (said("exclusiveMinimum", 0), said("maximum", 1), False),
    (said("unevaluatedProperties", {"not": {}}), said("additionalProperties", {"not": {}}), True),
    (said("unevaluatedProperties", {}), said("additionalProperties", {"not": {}}), False),
    (said("patternProperties", "^i"), said("properties", "id"), True),
    (said("patternProperties", "^x"), said("properties", "id"), False),
    (said("properties", "id"), said("patternProperties", "^i"), False),
    (said("type", "string"), said(BRANCH, TEXT, "anyOf", 0), True),
    (said("type", "integer"), said(BRANCH, TEXT, "anyOf", 0), False),
    (said("enum", "a"), said(BRANCH, CONSTANT, "oneOf", 0), True),
    # Of a branch for one value, the type alone says too little.
    (said("type", "string"), said(BRANCH, CONSTANT, "oneOf", 0), False),
    (said("type", "string"), said(BRANCH, TEXT, "allOf", 0), False),
    (said(BRANCH, {**TEXT, "title": "A"}, "allOf", 0), said(BRANCH, TEXT, "anyOf", 0), True),
]


@pytest.mark.parametrize(("one", "fault", "same"), CASES)
def test_a_fault_that_is_said(one: Saying, fault: Saying, same: bool) -> None:
    old = {"anyOf": [TEXT], "oneOf": [CONSTANT], "allOf": [TEXT]}
    schemas = {"openapi": "3.1.0", "components": {"schemas": {"Pet": old}}}
    place = ("components", "schemas", "Pet")
    one, fault = (
        Saying(keyword=x.keyword, value=x.value, at=(*place, *x.at)) for x in (one, fault)
    )
    assert is_same_fault(Locator(schemas, schemas), one, fault) is same
