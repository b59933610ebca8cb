"""Arrays of OpenAPI 3.0 have items, and patterns are regular expressions of ECMA-262."""

from __future__ import annotations

from typing import Any

import pytest
from tests.validate.rules.documents import VERSIONS, document, rules_of, told

PLACE = "/components/schemas/A"


def with_schema(version: str, schema: Any) -> Any:
    return document(version, components={"schemas": {"A": schema}})


def test_in_3_0_alone_an_array_has_items() -> None:
    assert told("schemas", with_schema("3.0.3", {"type": "array", "items": {}})) == []
    assert told("schemas", with_schema("3.0.3", {"type": "array"})) == [
        (PLACE, "this array says nothing of its items, and must in OpenAPI 3.0")
    ]
    assert told("schemas", with_schema("3.1.0", {"type": "array"})) == []
    beside = {"$ref": PLACE, "type": "array", "pattern": "("}
    assert told("schemas", with_schema("3.0.3", beside)) == []


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("pattern", [r"^\p{L}+$", r"^(?<year>\d{4})$", r"^\u{1F600}$", "^a+$"])
def test_a_pattern_of_ecmascript_is_valid(version: str, pattern: str) -> None:
    assert rules_of(with_schema(version, {"type": "string", "pattern": pattern})) == []


@pytest.mark.parametrize("version", VERSIONS)
def test_what_is_no_pattern_is_a_fault(version: str) -> None:
    tree = with_schema(version, {"type": "string", "pattern": "(abc"})
    message = 'the pattern "(abc" is no regular expression'
    assert told("schemas", tree) == [(f"{PLACE}/pattern", message)]
    assert rules_of(tree) == ["schemas"]


def test_so_are_the_keys_of_pattern_properties() -> None:
    tree = with_schema("3.1.0", {"patternProperties": {"(abc": {}, "^x": {}}})
    assert [place for place, _ in told("schemas", tree)] == [f"{PLACE}/patternProperties/(abc"]
