"""Reviews as a page for a browser: one file that needs no script and nothing from outside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from specmend.document.text.one_line import one_line
from specmend.document.tree.values import Tree
from specmend.report.pages import anchors, environment
from specmend.report.review_entry import KINDS, Entry, entry_of, of_package, of_wire
from specmend.report.review_words import (
    FATES,
    MOST_REASONS,
    NOTES,
    files_line,
    sentence,
    title_of,
    tools_line,
    wire_only,
)
from specmend.report.timeline_picture import picture_of
from specmend.review.records import Review, Reviews, StepChange
from specmend.steps.step_name import digits_of

_VALUE: Final = 400
"""Characters up to which a value stands on the page."""

_OPEN_ROWS: Final = 20
"""So many places of a step are seen before a reader opens the others."""

_VERDICTS: Final[Mapping[str, str]] = {
    "applies": "good",
    "already-upstream": "good",
    "moved": "note",
    "blocked": "doubt",
    "": "still",
}
"""How the verdict on a step looks; each other one looks bad."""


def review_html(reviews: Reviews) -> str:
    """The page of all APIs."""
    pages = environment(is_html=True)
    pages.filters["digits"] = digits_of
    pages.filters["value"] = _value
    pages.filters["sentence"] = sentence
    views = [_view(review, f"api-{number}") for number, review in enumerate(reviews.apis, 1)]
    is_one = len(views) == 1 and not reviews.gone
    title = views[0]["title"] if is_one else f"Review: {reviews.base} → {reviews.head}"
    return pages.get_template("review.html.jinja").render(
        reviews=reviews, views=views, title=title, is_one=is_one, kinds=KINDS
    )


def _view(review: Review, prefix: str) -> dict[str, Any]:
    """What the template shows of one API; `prefix` begins the names of its places."""
    wire, package = map(of_wire, review.wire), map(of_package, review.package)
    listed = [("wire", entry) for entry in wire] + [("package", entry) for entry in package]
    names = anchors([f"{prefix}-{on}-{entry.cause}" for on, entry in listed])
    return {
        "review": review,
        "prefix": prefix,
        "title": title_of(review),
        "sections": _sections(review),
        "steps": [(one, _looks(one)) for one in review.steps],
        "open_rows": _OPEN_ROWS,
        "fates": FATES,
        "picture": picture_of(review.timeline) if review.timeline else None,
        "upstream": [(one, of_wire(one.change)) for one in review.upstream],
        "files": [(one.place, files_line(one)) for one in review.files],
        "tools": [tools_line(one) for one in review.tools],
        "notes": _notes(review),
        "everything": [(name, *one) for name, one in zip(names, listed, strict=True)],
        "reasons": _reasons(review, names, listed),
        "hidden_reasons": max(0, len(review.bump.reasons) - MOST_REASONS),
    }


def _sections(review: Review) -> list[tuple[str, str, str, list[Entry]]]:
    """The lists of facts: their names, headings, a sentence, and the facts."""
    found = [
        ("breaks", "What breaks", "", list(map(entry_of, review.breaks))),
        ("wire-only", *wire_only(review), list(map(of_wire, review.wire_only))),
        ("new", "What is new", "", list(map(entry_of, review.new))),
        ("changed", "What else changes", "", list(map(entry_of, review.changed))),
    ]
    return [section for section in found if section[3]]


def _looks(step: StepChange) -> str:
    return "bad" if step.needs_person else _VERDICTS.get(step.verdict, "bad")


def _notes(review: Review) -> list[tuple[str, str]]:
    told = ((heading, getattr(review.notes, name)) for name, heading in NOTES.items())
    return [(heading, line) for heading, lines in told for line in lines]


def _reasons(
    review: Review, names: Sequence[str], listed: Sequence[tuple[str, Entry]]
) -> list[tuple[Any, str]]:
    """The facts that made the next version, with the places of the page that have them."""
    known = {(on, entry.cause): name for name, (on, entry) in zip(names, listed, strict=True)}
    shown = review.bump.reasons[:MOST_REASONS]
    return [(reason, known.get((reason.on, reason.cause), "")) for reason in shown]


def _value(value: Tree) -> str:
    return one_line(value, _VALUE)
