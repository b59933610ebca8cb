"""Whether two things may be one, by their names or by what they say."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.matching.alikeness import have_alike_names, looks_like

NAMES = [
    ("Pet", "pets", True),
    ("user_id", "userId", True),
    ("Owner", "Ownr", True),
    ("Pet", "Order", False),
    ("Pet", "", False),
    ("-", "Pet", False),
]


@pytest.mark.parametrize(("one", "other", "alike"), NAMES)
def test_names_that_may_be_one(one: str, other: str, alike: bool) -> None:
    assert have_alike_names(one, other) is alike


VALUES: list[tuple[Any, Any, bool]] = [
    ({"a": 1, "b": 2}, {"a": 1, "c": 3}, True),
    ({"a": 1}, {"c": 3}, False),
]


@pytest.mark.parametrize(("one", "other", "alike"), VALUES)
def test_values_that_may_be_one(one: Any, other: Any, alike: bool) -> None:
    assert looks_like(one, other) is alike
