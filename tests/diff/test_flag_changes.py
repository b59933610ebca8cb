"""What is true or false is told in words, and its absence as what it means."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.diff.flag_changes import keyword_changes
from specmend.document.tree.values import MISSING

CASES: list[tuple[str, Any, Any, list[str]]] = [
    ("deprecated", True, True, []),
    ("deprecated", MISSING, True, ["is deprecated now"]),
    ("deprecated", True, MISSING, ["is not deprecated any more"]),
    ("deprecated", False, True, ["is deprecated now"]),
    ("deprecated", MISSING, "soon", ['gained deprecated "soon"']),
    ("required", MISSING, True, ["is required now"]),
    ("required", ["a"], MISSING, ['lost required ["a"]']),
    ("readOnly", True, MISSING, ["is not read-only any more"]),
    ("writeOnly", MISSING, True, ["is write-only now"]),
    # The other value is what holds without the keyword.
    ("allowReserved", MISSING, True, ["allowReserved false → true"]),
    ("explode", MISSING, False, ["explode true → false"]),
    ("uniqueItems", True, MISSING, ["uniqueItems true → false"]),
    ("additionalProperties", MISSING, False, ["additionalProperties true → false"]),
    ("additionalProperties", False, {"a": 1}, ['additionalProperties false → {"a": 1}']),
    ("unevaluatedProperties", False, MISSING, ["unevaluatedProperties false → true"]),
    # Of any other keyword nobody knows what its absence means.
    ("x-flag", MISSING, True, ["gained x-flag true"]),
    ("x-flag", True, False, ["x-flag true → false"]),
    ("x-flag", True, None, ["x-flag true → null"]),
    ("default", MISSING, False, ["gained default false"]),
    ("default", None, MISSING, ["lost default null"]),
    ("default", None, False, ["default null → false"]),
    ("maximum", MISSING, 3, ["gained maximum 3"]),
]


@pytest.mark.parametrize(("key", "old", "new", "messages"), CASES)
def test_a_keyword_is_told_in_words(key: str, old: Any, new: Any, messages: list[str]) -> None:
    found = list(keyword_changes("document", key, old, new, ("info", key), ("info", key)))
    assert [delta.message for delta in found] == messages
    assert {delta.address for delta in found} <= {("info", key)}
