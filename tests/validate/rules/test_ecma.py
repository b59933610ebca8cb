"""Regular expressions of ECMA-262 are known as such, and mean what they mean there."""

from __future__ import annotations

import pytest

from specmend.validate.rules.ecma import compiled, is_expression


@pytest.mark.parametrize(
    ("pattern", "fits", "fits_not"),
    [
        ("^a+$", "aa", "b"),
        (r"^\p{L}+$", "größe", "1"),
        (r"^\p{Script=Greek}+$", "αβ", "ab"),
        (r"^(?<year>\d{4})-\k<year>$", "2020-2020", "2020-2021"),
        (r"^\u{1F600}$", "\U0001f600", "u"),
        (r"^\u00e9$", "é", "e"),
        (r"^\\u{2}$", "\\uu", "\\u"),
        (r"^[^]$", "\n", ""),
        (r"^\cA$", "\x01", "A"),
        (r"^\/\d$", "/1", "1"),
        (r"^(?!a)(?<!b)c", "c", "ac"),
    ],
)
def test_a_pattern_means_what_it_means(pattern: str, fits: str, fits_not: str) -> None:
    assert is_expression(pattern)
    assert compiled(pattern).search(fits)
    assert not compiled(pattern).search(fits_not)


@pytest.mark.parametrize("pattern", ["(abc", "[a", "a)", r"\u{110000}", "*a", "a{2,1}"])
def test_what_is_none_is_told(pattern: str) -> None:
    assert not is_expression(pattern)
