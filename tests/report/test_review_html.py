"""The page of a review for a browser: its order, its words, and that nothing in it is markup."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from tests.report.histories import ADDED, HISTORIES, MOVED, NOTHING
from tests.report.hostile import hostile

from specmend.report.review_html import review_html
from specmend.review.records import LogRow, Reviews

EMPTY = {"meta", "line", "rect", "circle"}
TAGS = (
    "html head meta title style body a main h1 h2 h3 p span strong code ul li dl dt dd section div"
    " table thead tbody tr th td details summary pre figure figcaption svg desc text tspan g line"
    " rect circle"
)


class Read(HTMLParser):
    """The headings, tags, links and words of a page, whose tags must close in order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.headings: list[str] = []
        self.links: list[str] = []
        self.words = ""
        self._inside: list[str] = []
        self.feed(page)
        assert self._inside == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value or "" for name, value in attrs if name in {"href", "src"}]
        if tag not in EMPTY:
            self._inside.append(tag)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(f"{tag} ")

    def handle_endtag(self, tag: str) -> None:
        if tag not in EMPTY:
            assert self._inside.pop() == tag
        if tag in {"dt", "dd", "p", "li"}:
            self.words += " "

    def handle_data(self, data: str) -> None:
        self.words += data
        if any(re.fullmatch("h[1-6]", tag) for tag in self._inside):
            self.headings[-1] += data


def read(reviews: Reviews) -> Read:
    return Read(review_html(reviews))


HEADINGS = {
    "added": [
        "h2 What is new", "h2 Steps", "h3 0003 Let the list be empty",
        "h2 Steps and versions of upstream", "h2 Files", "h2 Notes for users",
        "h2 Everything that changed (2)",
    ],
    "retired": [
        "h2 Steps", "h3 0002 Give the error a schema", "h2 Steps and versions of upstream",
        "h2 Files",
    ],
    "moved": [
        "h2 Before the merge", "h2 What breaks (2)", "h2 What breaks on the wire only",
        "h2 What is new", "h2 Steps", "h3 0004 Move the prefix",
        "h2 Steps and versions of upstream", "h2 What upstream changed (2)", "h2 Files",
        "h2 Notes for users (3)", "h2 Everything that changed (7)",
    ],
    "generator": [
        "h2 What is new", "h2 Steps and versions of upstream", "h2 Files and tools",
        "h2 Everything that changed",
    ],
    "nothing": [],
}  # fmt: skip


@pytest.mark.parametrize("name", HISTORIES)
def test_the_sections_of_a_history_stand_in_order(name: str) -> None:
    page = read(HISTORIES[name])
    assert page.headings == ["h1 pets: main → HEAD", *HEADINGS[name]]
    assert HISTORIES[name].apis[0].summary in page.words


def test_the_words_of_a_move() -> None:
    words = " ".join(read(MOVED).words.split())
    for told in (
        "What asks for 0.4.0: The argument limit of client.pets.list(...) has to be given now",
        "breaks at run time by upstream Instead give limit; it was None where it was left out",
        "On the wire GET /pets, parameter limit: became required",
        "Reaches GET /pets, GET /pets/{id}, POST /pets and 6 more",
        "A person must look at it. Upstream has another value at $.servers[0].url",
        "Touches steps 0002, 0004",
        "generated/pets: 1 added, 12 changed, 2 removed",
        "applies since 2026-01-03, already-upstream since 2026-05-03",
    ):
        assert told in words


def test_what_made_the_version_is_linked() -> None:
    assert "#api-1-package-" + MOVED.apis[0].package[0].cause in read(MOVED).links


def test_nothing_of_a_document_becomes_markup() -> None:
    page = review_html(hostile())
    found = Read(page)
    assert found.tags <= set(TAGS.split())
    (link,) = {link for link in found.links if not link.startswith("#")}
    assert link.startswith("https://a.example/@octocat #12")
    assert "<script>alert(1)</script>" in found.words
    assert "\u202e" not in found.words
    assert "\x1b" not in page


def test_a_link_that_is_none_stays_text() -> None:
    (one,) = ADDED.apis
    step = replace(one.steps[0], link="javascript:alert(1)")
    page = read(replace(ADDED, apis=(replace(one, steps=(step,)),)))
    assert "javascript:alert(1)" in page.words
    assert not any("javascript" in link for link in page.links)


def test_more_places_of_a_step_are_folded() -> None:
    (one,) = ADDED.apis
    rows = tuple(LogRow(path=f"$.a{n}", original=n, updated=n + 1) for n in range(30))
    step = replace(one.steps[0], rows=rows)
    page = read(replace(ADDED, apis=(replace(one, steps=(step,)),)))
    assert "10 more places" in page.words
    assert "$.a29" in page.words


def test_several_apis_are_one_page() -> None:
    both = replace(MOVED, apis=(*MOVED.apis, *NOTHING.apis), summary="Two APIs changed.")
    page = read(both)
    assert page.headings[0] == "h1 Review: main → HEAD"
    assert page.headings.count("h2 pets") == 2
    assert "h3 What breaks (2)" in page.headings
    assert "Two APIs changed." in page.words


def test_no_api_is_one_sentence() -> None:
    page = read(Reviews(base="main", head="HEAD", summary="Nothing changed."))
    assert page.headings == ["h1 Review: main → HEAD"]
    assert "Nothing changed." in page.words
