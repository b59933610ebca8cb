"""The changes of a package as pages: what they say, and that no name is markup in them."""

from __future__ import annotations

from tests.report.packages import CHANGES, EVIL
from tests.report.test_drift_html import Read

from specmend.report.package_pages import package_html, package_markdown


def test_markdown_has_a_row_for_each_cause() -> None:
    page = package_markdown("a → b", CHANGES)
    assert page.startswith("# a → b\n\n3 changes for users of the package: 1 breaks programs")
    assert (
        "| `client.buy(...)` has a new required argument `pet` (step 0003) "
        "| give `pet`, which is `str` "
        "| `client.shop.buy(...)`, `a`, `b`, `c` and 20 more | `argument-new-required` |"
    ) in page.splitlines()
    assert page.count("## ") == 3
    assert "<b>" not in page
    assert all(line.count(" | ") == 3 for line in page.splitlines() if line.startswith("| `"))


def test_html_has_headings_tables_and_code() -> None:
    page = package_html("a → b", CHANGES)
    read = Read(page)
    assert "b" not in read.found
    assert read.found.count("h2") == read.found.count("table") == 3
    assert read.found.count("th") == 12
    assert "<code>client.buy(...)</code> has a new required argument <code>pet</code>" in page
    assert f" is {EVIL}" in read.words


def test_nothing_is_one_sentence() -> None:
    assert package_markdown("t", ()) == "# t\n\nNothing changed for users of the package.\n"
