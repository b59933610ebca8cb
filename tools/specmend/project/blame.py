"""Which steps wrote a place of an API's sanitized document, back to upstream."""

from __future__ import annotations

from collections.abc import Sequence

from specmend.document.jsonpath.select import select
from specmend.document.text.document import Document
from specmend.document.tree.pointer import Address
from specmend.errors import Problem, QueryError, RepositoryError
from specmend.project.pipeline import Sanitized
from specmend.steps.blame import BlamedLine, blame, line_span, pointed_at


def blame_place(
    sanitized: Sanitized, place: str | None = None, *, removed: bool = False
) -> tuple[BlamedLine, ...]:
    """The lines of a place of the sanitized document, each with its origin.

    `place` is the number of a line, a JSON Pointer or a JSONPath; without it, all lines are given.
    With `removed`, the lines that steps removed are given too. Raises RepositoryError when there is
    no such place.
    """
    applied, upstream = sanitized.applied, sanitized.series.document
    return tuple(
        line
        for first, last in _spans(applied.document, place)
        for line in blame(applied, upstream, first, last, removed=removed)
    )


def _spans(document: Document, place: str | None) -> list[tuple[int, int]]:
    """The lines that were asked for, as pairs of a first and a last one, from 1."""
    count = document.text.removesuffix("\n").count("\n") + 1
    if place is None:
        return [(1, count)]
    if not (place.isascii() and place.isdecimal()):
        return [line_span(document, address) for address in _addresses(document, place)]
    if not 1 <= int(place) <= count:
        message = f"there is no line {place}"
        raise RepositoryError(Problem(message=message, expected=f"1 to {count}"))
    return [(int(place), int(place))]


def _addresses(document: Document, place: str) -> Sequence[Address]:
    try:
        matches = _matches(document, place)
    except (QueryError, ValueError) as error:
        raise RepositoryError(
            Problem(
                message=f"{place} is no place: {error}",
                expected="a line number, a JSON Pointer that starts with /,"
                " or a JSONPath that starts with $",
            )
        ) from error
    if not matches:
        raise RepositoryError(Problem(message=f"{place} selects nothing", file=document.name))
    return matches


def _matches(document: Document, place: str) -> Sequence[Address]:
    if place.startswith("$"):
        return select(place, document.tree)
    address = pointed_at(document.tree, place)
    return () if address is None else (address,)
