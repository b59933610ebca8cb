"""Refuses a document in which something has another type than OpenAPI has at its place."""

from __future__ import annotations

from specmend.document.openapi.shapes import Misshape, misshapes
from specmend.document.text.one_line import one_line
from specmend.errors import Problem, RepositoryError
from specmend.generate.source import Source


def check_shapes(source: Source) -> None:
    """Every value that generation reads must have a type that OpenAPI allows there.

    Raises RepositoryError with one problem for each that has not, in document order.
    """
    problems = [_problem(source, misshape) for misshape in misshapes(source.tree)]
    if problems:
        raise RepositoryError(*problems)


def _problem(source: Source, misshape: Misshape) -> Problem:
    return source.problem(
        misshape.address,
        f"{_name(misshape)} is not {misshape.expected}",
        found=one_line(misshape.value, 60),
        expected=misshape.expected,
        advice="record a step that gives this its right form, or removes it",
    )


def _name(misshape: Misshape) -> str:
    """The key, or the list with the index, of a value."""
    if not misshape.address:
        return "the document"
    *above, last = misshape.address
    return f"{above[-1]}[{last}]" if isinstance(last, int) else last
