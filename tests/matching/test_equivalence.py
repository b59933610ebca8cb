"""Whether two values of two documents mean the same, however they are written."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.document.openapi.kinds import spot_at
from specmend.document.tree.values import MISSING
from specmend.matching.equivalence import is_equivalent, is_neutral

REFERENCE = {"$ref": "#/components/schemas/Name"}
NAME = {"type": "string", "maxLength": 9}
HOME = {"components": {"schemas": {"Name": NAME, "Title": NAME, "Age": {"type": "integer"}}}}
DEEP_ONE: Any = {"type": "string", "title": "One"}
DEEP_OTHER: Any = {"type": "string", "title": "Other"}
for _ in range(12):
    DEEP_ONE, DEEP_OTHER = {"not": DEEP_ONE}, {"not": DEEP_OTHER}

CASES: list[tuple[Any, Any, bool]] = [
    ({"type": "string"}, {"type": "string"}, True),
    ({"type": "string"}, {"type": "integer"}, False),
    (1, True, False),
    # Prose, and keywords that say no more than their absence.
    ({"type": "string", "description": "Ours."}, {"type": "string", "title": "Theirs"}, True),
    ({"type": "string", "minLength": 0}, {"type": "string"}, True),
    ({"type": "string", "minLength": 1}, {"type": "string"}, False),
    # Names that somebody chose are no keywords.
    ({"properties": {"title": {"type": "string"}}}, {"properties": {}}, False),
    ({"properties": {"title": {}}}, {"properties": {"title": {"title": "x"}}}, True),
    # The order of sets says nothing, that of other lists does.
    ({"required": ["a", "b"]}, {"required": ["b", "a"]}, True),
    ({"required": ["a", "b"]}, {"required": ["a", "a"]}, False),
    ({"allOf": [{"type": "string"}, {}]}, {"allOf": [{}, {"type": "string"}]}, False),
    ({"allOf": [{"type": "string"}]}, {"allOf": [{"type": "string", "title": "x"}]}, True),
    ({"allOf": [{}]}, {"allOf": [{}, {}]}, False),
    # Null, as 3.0 and as 3.1 have it.
    ({"type": "string", "nullable": True}, {"type": ["string", "null"]}, True),
    ({"type": ["string", "null"], "nullable": True}, {"type": ["null", "string"]}, True),
    ({"type": "string"}, {"type": ["string"]}, True),
    ({"nullable": True}, {"type": ["null"]}, False),
    # What 3.0 and 3.1 spell differently.
    ({"const": "a"}, {"enum": ["a"]}, True),
    ({"const": "a"}, {"enum": ["a", "b"]}, False),
    ({"minimum": 1, "exclusiveMinimum": True}, {"exclusiveMinimum": 1}, True),
    ({"minimum": 1, "exclusiveMinimum": False}, {"minimum": 1}, True),
    ({"minimum": 1}, {"exclusiveMinimum": 1}, False),
    ({"format": "byte"}, {"contentEncoding": "base64"}, True),
    ({"format": "binary"}, {"contentMediaType": "application/octet-stream"}, True),
    ({"format": "binary"}, {"contentMediaType": "image/png"}, False),
    # The only branch of a composition, with null or without.
    ({"allOf": [NAME]}, NAME, True),
    ({"allOf": [REFERENCE]}, NAME, True),
    ({"allOf": [{"type": "string"}], "maxLength": 9}, NAME, True),
    ({"allOf": [NAME], "maxLength": 8}, NAME, False),
    ({"anyOf": [NAME, {"type": "null"}]}, {**NAME, "nullable": True}, True),
    ({"oneOf": [{"type": "null"}, REFERENCE]}, {**NAME, "type": ["string", "null"]}, True),
    ({"anyOf": [NAME, {"type": "null"}]}, NAME, False),
    ({"anyOf": [NAME, {"type": "integer"}]}, NAME, False),
    (
        {"anyOf": [{"type": "string", "enum": ["a"]}, {"type": "null"}]},
        {"type": ["string", "null"], "enum": ["a", None]},
        True,
    ),
    # References: the same one, one and what it names, two that name the same.
    (REFERENCE, dict(REFERENCE), True),
    (REFERENCE, NAME, True),
    (REFERENCE, {"$ref": "#/components/schemas/Title"}, True),
    (REFERENCE, {"$ref": "#/components/schemas/Age"}, False),
    (REFERENCE, {"$ref": "other.yaml"}, False),
    ({"$ref": "#/nowhere"}, NAME, False),
    # What is nested too deep must be equal.
    (DEEP_ONE, DEEP_OTHER, True),
    ({"not": DEEP_ONE}, {"not": DEEP_OTHER}, False),
]


@pytest.mark.parametrize(("one", "other", "expected"), CASES)
def test_values_that_mean_the_same(one: Any, other: Any, expected: bool) -> None:
    assert is_equivalent(one, other, HOME, HOME) is expected
    assert is_equivalent(other, one, HOME, HOME) is expected


def test_without_documents_a_reference_stands_for_itself() -> None:
    assert is_equivalent(REFERENCE, {**REFERENCE, "description": "Ours."})
    assert not is_equivalent(REFERENCE, NAME)
    assert not is_equivalent(REFERENCE, NAME, HOME, MISSING)


@pytest.mark.parametrize(("key", "expected"), [("required", True), ("prefix", False)])
def test_a_list_is_compared_by_its_key(key: str, expected: bool) -> None:
    assert is_equivalent(["a", "b"], ["b", "a"], key=key) is expected


BOOLEANS: list[tuple[str, Any, Any, bool]] = [
    ("additionalProperties", True, {}, True),
    ("additionalProperties", True, {"description": "Any."}, True),
    ("additionalProperties", False, {"not": {}}, True),
    ("additionalProperties", False, {}, False),
    ("items", True, {}, True),
    ("items", True, {"type": "string"}, False),
    # What is no schema is true or false, and nothing else.
    ("nullable", True, {}, False),
    ("default", True, {}, False),
]


@pytest.mark.parametrize(("key", "one", "other", "expected"), BOOLEANS)
def test_a_schema_may_be_true_or_false(key: str, one: Any, other: Any, expected: bool) -> None:
    assert is_equivalent(one, other, key=key) is is_equivalent(other, one, key=key) is expected
    assert is_equivalent({key: one, "title": "x"}, {key: other}) is expected


PET = ("components", "schemas", "Pet")
LIMIT = ("components", "parameters", "Limit")
NEUTRAL: list[tuple[Any, Any, bool]] = [
    ((*PET, "minItems"), 0, True),
    ((*PET, "minItems"), 1, False),
    ((*PET, "minItems"), False, False),
    ((*PET, "additionalProperties"), True, True),
    ((*PET, "additionalProperties"), {}, True),
    ((*PET, "additionalProperties"), False, False),
    ((*PET, "additionalProperties"), {"type": "string"}, False),
    ((*PET, "type"), "string", False),
    ((*PET, "oneOf", 0), 0, False),
    ((*LIMIT, "required"), False, True),
    ((*LIMIT, "required"), True, False),
    ((*LIMIT, "allowReserved"), False, True),
    (("components", "requestBodies", "Pet", "required"), False, True),
    # A property of that name, and a field of data.
    ((*PET, "properties", "deprecated"), False, False),
    ((*PET, "default", "deprecated"), False, False),
    ((*PET, "x-options", "required"), False, False),
]


@pytest.mark.parametrize(("address", "value", "expected"), NEUTRAL)
def test_what_says_no_more_than_its_absence(address: Any, value: Any, expected: bool) -> None:
    assert is_neutral(address, value) is expected


DATA: list[tuple[str, Any, Any, bool]] = [
    # A keyword that holds data, two values of it, and whether they are the same.
    ("default", {"a": 1, "title": "A"}, {"title": "A", "a": 1}, True),
    ("default", {"a": 1, "title": "A"}, {"a": 1, "title": "B"}, False),
    ("default", {"a": 1}, {"a": 1, "deprecated": False}, False),
    ("const", {"type": "a"}, {"type": ["a"]}, False),
    ("default", {"enum": ["a", "b"]}, {"enum": ["b", "a"]}, False),
    ("x-options", {"required": ["a", "b"]}, {"required": ["b", "a"]}, False),
    ("x-options", {"nullable": True, "type": "a"}, {"type": ["a", "null"]}, False),
    ("enum", [{"title": "A"}, 1], [1, {"title": "A"}], True),
    ("enum", [{"title": "A"}], [{"title": "B"}], False),
]


@pytest.mark.parametrize(("key", "one", "other", "expected"), DATA)
def test_data_is_compared_as_it_is(key: str, one: Any, other: Any, expected: bool) -> None:
    assert is_equivalent({key: one}, {key: other}) is expected
    assert is_equivalent(one, other, key=key, spot=spot_at((*PET, key))) is expected
    assert is_equivalent({"items": {key: one}}, {"items": {key: other}}) is expected


def test_a_response_for_the_rest_is_no_data() -> None:
    one, other = ({"default": {"description": words}} for words in ("One", "Other"))
    assert is_equivalent({"responses": one}, {"responses": other})
    properties = [{"default": {"type": "string", "title": title}} for title in ("A", "B")]
    assert is_equivalent(*({"properties": one} for one in properties))
