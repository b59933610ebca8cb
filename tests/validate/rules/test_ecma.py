"""Regular expressions of ECMA-262 are known as such, by its grammar."""

from __future__ import annotations

import pytest

from specmend.validate.rules.ecma import is_expression

GOOD = [
    "", "|", "a|", "()", "^a+$", "a*?", "a{2}", "a{0,}", "a{1,2}?", "a{99999999999999999999}",
    r"^\p{L}+$", r"\P{Lu}", r"\p{Script=Greek}", r"\p{sc=Grek}", r"\p{Emoji_Presentation}",
    r"(?<year>\d{4})\k<year>", "(?<ä>x)", "(?<a>x)|(?<a>y)", r"(a)\1", r"\1", r"\k", r"\8",
    "(?=a)*", "(?!a)", "(?<=a)b", "(?<!a)b", "(?i:a)", "(?-i:a)", "(?i-ms:a)",
    r"\/a\/", "/", r"\_", r"\-", r"[\-]", r"\u{1F600}", r"\u0041", r"\ud83d\ude00", r"\x41",
    r"\x", r"\u12", r"\cA", r"\c", r"\0", r"\07", r"\h", r"\A", "]", "}", "{a}", "a{,3}", "a{1",
    "[]", "[^]", r"[\d-x]", r"[a-\d]", "[a-]", "[-a]", r"[\b]", "[[:alpha:]]", r"[\]]",
    r"[\p{L}--[a-z]]", "[[a-z]&&[aeiou]]", r"[\q{abc|d}]", r"\p{RGI_Emoji}",
    r"^(a+)+$", "(" * 500 + ")" * 500,
]  # fmt: skip
BAD = [
    "(abc", "a)", "[a", "*a", "a**", "a++", "^*", "(?<=a)*", "|+", r"\b+", "a{2,1}", "{1}", "(?",
    "(?<", "(?<a", "(?<1a>x)", "(?<a>x)(?<a>y)", "(?<a>(?<a>x))", r"(?<a>b)\k<c>", r"(?<a>b)\k",
    "(?i)abc", "(?P<n>a)", "(?#c)", "(?>a)", "(?ii:a)", "(?-:a)", "(?x:a)", "[z-a]", r"[\x42-\x41]",
    r"\u{110000}", r"\p{Foo}", "\\", "a\\", "[\\", r"[\]", "(" * 500,
]  # fmt: skip


@pytest.mark.parametrize("pattern", GOOD, ids=lambda pattern: pattern[:20])
def test_a_pattern(pattern: str) -> None:
    assert is_expression(pattern)


@pytest.mark.parametrize("pattern", BAD, ids=lambda pattern: pattern[:20])
def test_what_is_no_pattern(pattern: str) -> None:
    assert not is_expression(pattern)
