"""The page of a review as Markdown: its order, its length, and that it stays harmless."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path

import pytest
from tests.report.github import OnGitHub
from tests.report.histories import ADDED, HISTORIES, MOVED, NOTHING, wire
from tests.report.hostile import hostile

from specmend.report.fit import LONGEST, size
from specmend.report.review_markdown import review_markdown
from specmend.review.records import Cause, Reviews

PAGES = Path(__file__).parent / "pages"


def page_of(reviews: Reviews) -> str:
    return review_markdown(reviews)


@pytest.mark.parametrize("name", HISTORIES)
def test_the_page_of_a_history(name: str) -> None:
    """SPECMEND_WRITE_PAGES=1 writes the pages anew, for a person to look at the difference."""
    place, page = PAGES / f"{name}.md", page_of(HISTORIES[name])
    if os.environ.get("SPECMEND_WRITE_PAGES"):
        place.write_text(page, encoding="utf-8")
    assert page == place.read_text("utf-8")


def test_nothing_in_a_text_is_more_than_text() -> None:
    page = review_markdown(hostile())
    read = OnGitHub(page)
    expected = {"h2", "h3", "h4", "p", "strong", "ul", "li", "code", "pre"}
    table = {"table", "thead", "tbody", "tr", "th", "td"}
    assert read.links == []
    assert read.tags == {*expected, *table, "details", "summary", "span"}
    assert read.links == []
    assert read.mentions == []
    assert set(read.cells) == {3, 7}
    assert "\u202e" not in page
    assert "\x1b" not in page


def test_a_link_of_a_step_is_one() -> None:
    assert OnGitHub(page_of(ADDED)).links == ["https://github.com/pets/api/issues/12"]


def test_an_api_of_ten_thousand_changes_has_a_page_for_a_comment() -> None:
    (one,) = ADDED.apis
    listed = tuple(
        wire("id", "info", f"Pet{number}", "is new " + "🐶" * 40, cause=str(number))
        for number in range(10_000)
    )
    many = replace(one, wire=listed, new=tuple(Cause(by="upstream", wire=(w,)) for w in listed))
    page = page_of(replace(ADDED, apis=(many,)))
    assert size(page) <= LONGEST
    assert "### What is new" in page
    assert "0003 Let the list be empty" not in page
    read = OnGitHub(page)
    assert "10,001 of 10,001 changes are not shown here" in read.plain


def test_folded_parts_are_cut_before_others() -> None:
    (one,) = ADDED.apis
    listed = tuple(wire("id", "info", f"Pet{n}", "is new") for n in range(2000))
    page = page_of(replace(ADDED, apis=(replace(one, wire=listed),)))
    assert size(page) <= LONGEST
    assert "type: [array, 'null']" in page
    assert re.search(r"\*1,\d{3} of 2,001 changes are not shown here", page)


def test_single_long_texts_are_cut_and_say_so() -> None:
    page = review_markdown(hostile("x" * 200_000))
    assert size(page) <= LONGEST
    assert "more characters)" in page


def test_many_apis_are_counted() -> None:
    (one,) = MOVED.apis
    page = review_markdown(replace(MOVED, apis=(one,) * 500))
    assert size(page) <= LONGEST
    assert re.search(r"\*[\d,]+ of [\d,]+ parts are not shown here", page)


def test_several_apis_have_a_heading_each_below_one_sentence() -> None:
    both = replace(MOVED, apis=(*MOVED.apis, *NOTHING.apis), summary="Two APIs changed.")
    page = page_of(both)
    assert page.startswith("Two APIs changed.\n\n## pets: main → HEAD\n")
    assert page.count("\n## ") == 2


def test_no_api_is_one_sentence() -> None:
    page = review_markdown(Reviews(base="main", head="HEAD", summary="Nothing changed."))
    assert page == "Nothing changed.\n"


def test_problems_are_told_where_nothing_changed() -> None:
    (moved,), (nothing,) = MOVED.apis, NOTHING.apis
    page = page_of(replace(NOTHING, apis=(replace(nothing, problems=moved.problems),)))
    assert "a step does not apply" in page
