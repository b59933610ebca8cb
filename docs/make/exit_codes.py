"""The reference of the exit codes, made from the tree of exceptions."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

from docs.make.markdown import code, table

from specmend.errors import InternalError, SpecmendError


def exceptions() -> str:
    """Every exception that a user may see, with its exit code and what it means."""
    rows = (
        (code(error.__name__), str(error.exit_code), _summary(error))
        for error in _tree(SpecmendError)
    )
    return table(("exception", "exit code", "meaning"), rows)


def _tree(error: type[SpecmendError]) -> Iterator[type[SpecmendError]]:
    """An exception and those under it, without the ones that no caller ever sees."""
    if error is InternalError or error.__module__ != SpecmendError.__module__:
        return
    yield error
    for below in sorted(error.__subclasses__(), key=lambda one: one.__name__):
        yield from _tree(below)


def _summary(error: type[SpecmendError]) -> str:
    return (inspect.getdoc(error) or "").split("\n\n")[0].replace("\n", " ")
