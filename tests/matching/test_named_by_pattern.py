"""Whether a property is one of those that a pattern names."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.document.tree.pointer import Address
from specmend.matching.locator import Locator
from specmend.matching.named_by_pattern import fits_pattern

CASES = [
    ("^id$", "id", True),
    ("d", "id", True),
    ("^x-", "id", False),
    (r"^\d+$", "17", True),
    (r"^\p{L}+$", "größe", True),
    ("", "id", True),
    # What cannot be read may fit.
    ("(", "id", True),
]


@pytest.mark.parametrize(("pattern", "name", "fits"), CASES)
def test_names_of_a_pattern(pattern: str, name: str, fits: bool) -> None:
    assert fits_pattern(pattern, name) is fits


TEXT = {"type": "string"}
REST, PATTERNS = "additionalProperties", "patternProperties"
FOLLOWED: list[tuple[Any, Address, Any, Address | None]] = [
    # The schema before, the place in it, the schema now, and where the place is.
    ({REST: TEXT}, (REST,), {REST: TEXT}, (REST,)),
    *(
        ({REST: TEXT}, (REST, "type"), {PATTERNS: {one: TEXT}}, (PATTERNS, one, "type"))
        for one in ("", "^", ".*", "^.*$", "^.+$", "(.*)", "^[\\s\\S]*$")
    ),
    ({PATTERNS: {".*": TEXT}}, (PATTERNS, ".*", "type"), {REST: TEXT}, (REST, "type")),
    # Some names alone, several patterns, and what was there all along.
    ({REST: TEXT}, (REST,), {PATTERNS: {"^a": TEXT}}, None),
    ({REST: TEXT}, (REST,), {PATTERNS: {".*": TEXT, "^a": {}}}, None),
    ({REST: TEXT}, (REST,), {PATTERNS: {".*": True}}, None),
    ({REST: TEXT}, (REST,), {PATTERNS: []}, None),
    ({REST: TEXT, PATTERNS: {".*": {}}}, (REST,), {PATTERNS: {".*": {}}}, None),
    ({REST: True}, (REST,), {PATTERNS: {".*": TEXT}}, None),
    ({PATTERNS: {"^a": TEXT}}, (PATTERNS, "^a"), {REST: TEXT}, None),
    ({PATTERNS: {".*": TEXT}}, (PATTERNS, ".*"), {REST: False}, None),
    ({PATTERNS: {".*": TEXT}, REST: TEXT}, (PATTERNS, ".*"), {REST: TEXT}, None),
]


@pytest.mark.parametrize(("was", "place", "now", "expected"), FOLLOWED)
def test_the_values_of_a_map_under_a_pattern(
    was: Any, place: Address, now: Any, expected: Address | None
) -> None:
    schema = ("components", "schemas", "Map")
    old, new = ({"components": {"schemas": {"Map": {"title": "M", **one}}}} for one in (was, now))
    match = Locator(old, new).locate((*schema, *place))
    assert (match.at if match.whole else None) == (expected and (*schema, *expected))


def test_a_property_of_this_name_is_no_map() -> None:
    old, new = ({"x-a": {REST: TEXT}}, {"x-a": {PATTERNS: {".*": TEXT}}})
    assert not Locator(old, new).locate(("x-a", REST)).whole
