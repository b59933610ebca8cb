"""Whether a property is one of those that a pattern names."""

from __future__ import annotations

import pytest

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
