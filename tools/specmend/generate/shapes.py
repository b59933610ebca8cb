"""Refuses a document in which something has another type than OpenAPI has at its place."""

from __future__ import annotations

import json

from specmend.document.openapi.shapes import FLAG, TEXT, Misshape, misshapes
from specmend.document.text.one_line import one_line
from specmend.errors import Problem, RepositoryError
from specmend.generate.mending import removal, update
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
        cause=f"not-{'-'.join(misshape.expected.split())}",
        step=_step(source, misshape),
    )


def _step(source: Source, misshape: Misshape) -> str:
    """The command that gives a value its right form, where there is only one; else empty.

    A value that says nothing is removed.
    """
    address, value, expected = misshape.address, misshape.value, misshape.expected
    reason = f"OpenAPI has {expected} here."
    if expected == TEXT and isinstance(value, bool | int | float):
        text = json.dumps(value)
        return update(source, address, text, f"Make {_name(misshape)} a string", reason)
    if expected == FLAG and value in ("true", "false"):
        flag = value == "true"
        return update(source, address, flag, f"Make {_name(misshape)} a boolean", reason)
    if value in (None, [], {}, "") and address[:-1] and expected != TEXT:
        return removal(source, address, f"Remove {_name(misshape)}, which is empty", reason)
    return ""


def _name(misshape: Misshape) -> str:
    """The key, or the list with the index, of a value."""
    if not misshape.address:
        return "the document"
    *above, last = misshape.address
    return f"{above[-1]}[{last}]" if isinstance(last, int) else last
