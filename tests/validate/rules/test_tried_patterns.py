"""Patterns of ECMA-262 mean what they mean there when values are compared with them."""

from __future__ import annotations

import pytest

from specmend.document.tree.breach import Checker
from specmend.validate.rules.tried_patterns import tried


@pytest.mark.parametrize(
    ("pattern", "fits", "fits_not"),
    [
        ("^a+$", "aa", "b"),
        (r"^\p{L}+$", "größe", "1"),
        (r"^\p{Script=Greek}+$", "αβ", "ab"),
        (r"^(?<year>\d{4})-\k<year>$", "2020-2020", "2020-2021"),
        (r"^(x)(?<a>\d)\k<a>0$", "x110", "x1x0"),
        (r"^\u{1F600}$", "\U0001f600", "u"),
        (r"^\ud83d\ude00$", "\U0001f600", "u"),
        (r"^\u00e9$", "é", "e"),
        (r"^\\u\{2\}$", "\\u{2}", "uu"),
        (r"^[^]$", "\n", ""),
        (r"^(?:a|[])$", "a", ""),
        (r"^\[]$", "[]", ""),
        (r"^\cA$", "\x01", "A"),
        (r"^\/\d$", "/1", "1"),
        (r"^\d$", "1", "٣"),
        (r"^[\w-]+$", "a-b", "a b"),
        (r"^(?!a)(?<!b)c", "c", "ac"),
        ("^a$", "a", "a\n"),
    ],
)
def test_a_pattern_means_what_it_means(pattern: str, fits: str, fits_not: str) -> None:
    checker = Checker({"pattern": tried(pattern)})
    assert not checker.breaches(fits)
    assert checker.breaches(fits_not)


@pytest.mark.parametrize("pattern", ["(abc", "[a", "a)", "*a", "a{2,1}"])
def test_what_is_no_pattern_is_not_tried(pattern: str) -> None:
    assert tried(pattern) is None
