"""The changes between two documents as pages: Markdown for a comment, HTML for a browser."""

from __future__ import annotations

from collections.abc import Sequence

from specmend.diff.change import Change
from specmend.report.changes_words import by_level, fact, places, reaches, verdict
from specmend.report.markdown import render
from specmend.report.pages import environment


def changes_markdown(title: str, changes: Sequence[Change]) -> str:
    """A page for a pull request."""
    return render("changes.md.jinja", title=title, verdict=verdict(changes), levels=_rows(changes))


def changes_html(title: str, changes: Sequence[Change]) -> str:
    """A page for a browser, with all that it needs inside."""
    template = environment(is_html=True).get_template("changes.html.jinja")
    return template.render(title=title, verdict=verdict(changes), levels=_rows(changes))


def _rows(changes: Sequence[Change]) -> list[tuple[str, list[dict[str, str]]]]:
    """The rows of the table of each level, under its heading."""
    return [(heading, [_row(change) for change in listed]) for heading, listed in by_level(changes)]


def _row(change: Change) -> dict[str, str]:
    return {
        "id": change.id,
        "fact": fact(change),
        "places": places(change),
        "reaches": reaches(change),
        "reason": change.reason,
        "cause": change.cause,
    }
