"""I-Regexp in the syntax of `regex`: what stays, what is written otherwise, and what it fits."""

from __future__ import annotations

import pytest
import regex  # type: ignore[import-untyped]

from specmend.document.jsonpath.iregexp import (
    compile_iregexp,
    is_iregexp,
    length_written_out,
    to_regex,
)


@pytest.mark.parametrize(
    ("pattern", "written"),
    [
        ("ab*(c|d)?", "ab*(c|d)?"),
        ("", ""),
        ("^ab", "^ab"),
        (r"\.", r"\."),
        ("a.c", r"a[^\n\r]c"),
        ("a$", r"a\Z"),
        ("[.$^]", "[.$^]"),
        (r"[\.\]]", r"[\.\]]"),
        ("[a&&b]", r"[a\&\&b]"),
        ("[a||b]", r"[a\|\|b]"),
        ("[a~~b]", r"[a\~\~b]"),
        ("[^-].", r"[^-][^\n\r]"),
        (r"\p{Lu}[\P{Lu}\-]", r"\p{Lu}[\P{Lu}\-]"),
        (r"\[.", r"\[[^\n\r]"),
        ("a{2,3}.", r"a{2,3}[^\n\r]"),
        ("[0-9]{10}", "[0-9]{10}"),
        ("(ab){10,200}c{32,}", "(ab){10,200}c{32,}"),
    ],
)
def test_a_pattern_is_written_for_the_module(pattern: str, written: str) -> None:
    assert is_iregexp(pattern)
    assert to_regex(pattern) == written
    regex.compile(written)


@pytest.mark.parametrize(
    ("pattern", "fitting", "other"),
    [
        (".", ["a", "\u2028", "\U0001f600", "\x00"], ["\n", "\r", "", "ab"]),
        ("[.]", ["."], ["a"]),
        (r"\p{Lu}+", ["ÄB"], ["äB", ""]),
        (r"\P{Lu}", ["a", "1"], ["A"]),
        ("[a&&b]", ["a", "b", "&"], ["c", "|"]),
        ("[^~~a]", ["b"], ["~", "a"]),
        ("[--]", ["-"], ["a"]),
        ("[a-c-]", ["b", "-"], ["d"]),
        ("a{2}", ["aa"], ["a", "aaa"]),
        ("(a|b)*", ["", "abba"], ["c"]),
        ("^ab.*", ["abc"], ["xab", "^abc"]),
        (".*bc$", ["abc"], ["abcx", "abc\n"]),
        (r"\n\r\t", ["\n\r\t"], ["nrt"]),
    ],
)
def test_what_a_pattern_fits(pattern: str, fitting: list[str], other: list[str]) -> None:
    fits = compile_iregexp(pattern).fullmatch
    assert [text for text in fitting if not fits(text)] == []
    assert [text for text in other if fits(text)] == []


def test_the_end_is_not_before_a_last_line_break() -> None:
    assert compile_iregexp("a$").search("ba")
    assert not compile_iregexp("a$").search("ba\n")


@pytest.mark.parametrize(
    "pattern", [r"\d", "(?=a)", "a++", "[", "(", "a{,2}", "[[:alpha:]]", "a\\b"]
)
def test_what_is_no_iregexp_is_refused(pattern: str) -> None:
    assert not is_iregexp(pattern)


def test_a_pattern_that_the_module_cannot_compile_is_none() -> None:
    assert compile_iregexp("[b-a]") is None


@pytest.mark.parametrize(
    ("pattern", "length"),
    [
        ("", 0),
        ("abc", 3),
        ("[a-z]", 1),
        (r"\p{Lu}", 1),
        ("a{9}", 9),
        ("(ab){3}", 6),
        ("((a{2}b){3}c){4}", 40),
        ("a{0}", 1),
        ("a{2,5}", 2),
    ],
)
def test_the_length_counts_repetitions(pattern: str, length: int) -> None:
    assert length_written_out(pattern) == length
