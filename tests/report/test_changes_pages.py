"""The changes as pages: what they say, and that nothing of a document is markup in them."""

from __future__ import annotations

from dataclasses import replace

from tests.diff.pairs import api, entries
from tests.report.test_drift_html import Read

from specmend.report.changes_pages import changes_html, changes_markdown

EVIL = "<b>|`x`"
FOUND = entries(api({"x-a": "a"}), api({"operationId": "a", "x-a": EVIL}))


def test_markdown_has_a_table_for_each_level() -> None:
    page = changes_markdown("a → b", FOUND)
    assert page.startswith("# a → b\n\n2 changes: 2 are for information.\n\n## What else changed\n")
    assert "| what | where | reaches | check |" in page
    assert "`operation-id-added`" in page
    assert "<b>" not in page
    assert all(line.count(" | ") == 3 for line in page.splitlines() if line.startswith("| POST"))


def test_html_has_headings_tables_and_no_markup_of_a_document() -> None:
    read = Read(changes_html("a → b", FOUND))
    assert "b" not in read.found
    assert read.found.count("th") == 4
    assert "h2" in read.found
    assert EVIL.replace("`", "") in read.words


def test_a_reason_stands_beside_the_fact() -> None:
    (first, *_) = FOUND
    for page in (changes_markdown, changes_html):
        assert "(We said so.)" in page("t", [replace(first, reason="We said so.")])


def test_nothing_is_one_sentence() -> None:
    assert changes_markdown("t", ()) == "# t\n\nNothing changed that a call or a reader sees.\n"
