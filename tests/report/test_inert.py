"""Nothing in a text of a document is more than text on a page of GitHub's."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.report.github import OnGitHub

from specmend.report.inert import code, inert, seen, shortened

TEXTS: list[tuple[str, str]] = [
    ("lost the answer 404", "lost the answer 404"),
    ("a snake_case_name stays", "a snake_case_name stays"),
    ("now `string`, was `a|b`", "now `string`, was <code>a&#124;b</code>"),
    ("one ` is a mark", "one \\` is a mark"),
    ("a\nb\r\n\tc\u2028d", "a b c d"),
    ("a|b", "a&#124;b"),
    ("<b>&amp;", "&lt;b&gt;&amp;amp;"),
    ("<!-- x --></details>", "&lt;!-- x --&gt;&lt;/details&gt;"),
    ("@octocat and a@b.example", "@&#8203;octocat and a@&#8203;b.example"),
    ("#12 and o/r#3", "\\#&#8203;12 and o/r\\#&#8203;3"),
    ("#/paths", "\\#/paths"),
    ("GH-12 gh-3", "GH&#8203;-12 gh&#8203;-3"),
    ("https://a.example/1", "https:&#8203;//a.example/1"),
    ("www.a.example mailto:a", "www&#8203;.a.example mailto&#8203;:a"),
    ("[a](b) ![c](d) [^1]", "\\[a\\](b) !\\[c\\](d) \\[^1\\]"),
    ("*a* _b_ ~~c~~", "\\*a\\* \\_b\\_ \\~\\~c\\~\\~"),
    ("$x$", "<span>$</span>x<span>$</span>"),
    (":tada: at 10:20:30", ":&#8203;tada: at 10:20:30"),
    ("a\\", "a\\\\"),
    ("# a", "\\# a"),
    ("- a", "\\- a"),
    ("1. a", "1\\. a"),
    ("    indented", "indented"),
    ("a\u202eb\x1b[1m\ud800", "a\\\\u202eb\\\\x1b\\[1m\\\\ud800"),
    ("👩\u200d🔧 ü", "👩\u200d🔧 ü"),
    ("", ""),
]
CODES: list[tuple[str, str]] = [
    ("a", "`a`"),
    ("@a <b>\nc", "`@a <b> c`"),
    ("`", "<code>&#96;</code>"),
    ("a\\|@b", "<code>a&#92;&#124;&#64;&#8203;b</code>"),
    (" ", "<code>&#32;</code>"),
]


@pytest.mark.parametrize(("text", "written"), TEXTS)
def test_text(text: str, written: str) -> None:
    assert inert(text) == written


@pytest.mark.parametrize(("text", "written"), CODES)
def test_code(text: str, written: str) -> None:
    assert code(text) == written


def test_what_is_not_seen_is_written_as_an_escape() -> None:
    assert seen("a\u200bb\x00\ufeff") == "a\\u200bb\\x00\\ufeff"


@pytest.mark.parametrize(
    ("text", "most", "written"),
    [("abc", 3, "abc"), ("a" * 2000, 3, "aaa… (1,997 more characters)")],
)
def test_a_long_text_is_cut_and_says_so(text: str, most: int, written: str) -> None:
    assert shortened(text, most) == written


MARKS = st.text("ab1 @#<>&|`*_[]()!~$\\:/.-+=\n\"'{}w", max_size=30)


@settings(max_examples=60)
@given(MARKS, MARKS)
def test_github_makes_nothing_of_any_text(first: str, second: str) -> None:
    text = f"{first}@octocat{second}"
    cell = OnGitHub(f"| {inert(text)} | {code(text)} | x |\n|---|---|---|\n")
    item = OnGitHub(f"- {inert(text)}\n- {code(text)}\n")
    assert cell.cells == [3]
    assert cell.tags <= {"table", "thead", "tr", "th", "code", "span"}
    assert item.tags <= {"ul", "li", "code", "span"}
    assert cell.links == item.links == []
    assert cell.mentions == item.mentions == []


@settings(max_examples=40)
@given(MARKS)
def test_github_shows_the_text_as_it_was(text: str) -> None:
    page = OnGitHub(f"| {inert(text)} |\n|---|\n")
    shown = page.words.replace("\u200b", "").strip()
    expected = "".join(text.split("`")) if text.count("`") % 2 == 0 else text
    assert "".join(shown.split()) == "".join(expected.split())
