"""The changes between two documents as pages: Markdown for a comment, HTML for a browser."""

from __future__ import annotations

from collections.abc import Sequence

from specmend.diff.change import Change
from specmend.report.changes_words import by_level, fact, places, reaches, verdict
from specmend.report.markdown import render
from specmend.report.pages import anchors, html_page


def changes_markdown(title: str, changes: Sequence[Change]) -> str:
    """A page for a pull request."""
    return render("changes.md.jinja", title=title, verdict=verdict(changes), levels=_rows(changes))


def changes_html(title: str, changes: Sequence[Change]) -> str:
    """A page for a browser, with all that it needs inside."""
    values = {"title": title, "verdict": verdict(changes), "levels": _rows(changes)}
    return html_page("changes.html.jinja", **values)


def _rows(changes: Sequence[Change]) -> list[tuple[str, list[dict[str, str]]]]:
    """The rows of the table of each level, under its heading."""
    names = dict(zip(map(id, changes), anchors([change.cause for change in changes]), strict=True))
    return [
        (heading, [_row(change, names[id(change)]) for change in listed])
        for heading, listed in by_level(changes)
    ]


def _row(change: Change, anchor: str) -> dict[str, str]:
    return {
        "id": change.id,
        "level": change.level,
        "fact": fact(change),
        "places": places(change),
        "reaches": reaches(change),
        "reason": change.reason,
        "anchor": anchor,
    }
