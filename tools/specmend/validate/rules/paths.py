"""No two paths differ in the names of their parameters alone, and some path has an operation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from specmend.document.openapi.calls import calls, lost_path_items
from specmend.document.openapi.plain_references import plain_references
from specmend.document.tree.values import Tree, get
from specmend.validate.rules.fault import Fault

NAME: Final = "paths"

_PARAMETER: Final = re.compile(r"\{[^{}/]*\}")


def faults(tree: Tree) -> Iterator[Fault]:
    """A warning for each path that is another one in other words, or for a document without any.

    Such paths must not be (OpenAPI 3.0.3 section 4.7.8, 3.1 section 4.8.8). A request is the same
    for both, and a client can have a method for each.
    """
    first: dict[str, str] = {}
    paths = get(tree, ("paths",))
    for path in paths if isinstance(paths, dict) else ():
        shape = _PARAMETER.sub("{}", path)
        if path.startswith("/") and shape in first:
            yield _same(path, first[shape])
        first.setdefault(shape, path)
    yield from no_operation_faults(tree)


NO_OPERATION: Final = "ask its owner for the document with the paths"
"""What to do about a document without operations."""


def no_operation_faults(tree: Tree) -> Iterator[Fault]:
    """A warning for a document without an operation that a client could call."""
    plain = plain_references(tree)
    # A path item that leads elsewhere may have operations there.
    found = next(calls(plain), None) or next(lost_path_items(plain), None)
    if not isinstance(tree, dict) or found is not None:
        return
    webhooks = get(tree, ("webhooks",))
    held = "no path has an operation"
    if isinstance(webhooks, dict) and webhooks:
        held = "the document has webhooks alone, which the server calls"
    message = f"{held}: there is nothing that a client could call"
    place = next(((key,) for key in ("webhooks", "paths") if key in tree), ())
    yield Fault(rule=NAME, address=place, message=message, level="warning", advice=NO_OPERATION)


def _same(path: str, other: str) -> Fault:
    return Fault(
        rule=NAME,
        address=("paths", path),
        message=f"the path '{path}' is '{other}' with other names of parameters",
        level="warning",
        beside=("paths", other),
        advice="the client has a method for each operation; rename-path makes them one",
    )
