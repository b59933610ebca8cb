"""The changes of a Python package as pages: Markdown for a comment, HTML for a browser."""

from __future__ import annotations

from collections.abc import Sequence

from specmend.report.markdown import render
from specmend.report.package_words import by_weight, further, pieces, verdict
from specmend.report.pages import anchors, html_page
from specmend.surface.change import SurfaceChange

Row = dict[str, object]


def package_markdown(title: str, changes: Sequence[SurfaceChange]) -> str:
    """A page for a pull request."""
    return render("package.md.jinja", title=title, verdict=verdict(changes), parts=_rows(changes))


def package_html(title: str, changes: Sequence[SurfaceChange]) -> str:
    """A page for a browser, with all that it needs inside."""
    values = {"title": title, "verdict": verdict(changes), "parts": _rows(changes)}
    return html_page("package.html.jinja", pieces=pieces, **values)


def _rows(changes: Sequence[SurfaceChange]) -> list[tuple[str, list[Row]]]:
    """The rows of the table of each weight, under its heading."""
    names = dict(zip(map(id, changes), anchors([one.cause for one in changes]), strict=True))
    return [
        (heading, [_row(one, names[id(one)]) for one in listed])
        for heading, listed in by_weight(changes)
    ]


def _row(change: SurfaceChange, anchor: str) -> Row:
    return {
        "id": change.id,
        "words": change.words,
        "instead": change.instead,
        "further": further(change),
        "by": change.by,
        "anchor": anchor,
    }
