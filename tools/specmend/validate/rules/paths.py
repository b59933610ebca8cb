"""No two paths differ in the names of their parameters alone, and some path has an operation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from specmend.document.openapi.calls import calls, lost_path_items
from specmend.document.openapi.parameters import template_names
from specmend.document.openapi.plain_references import plain_references
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, get
from specmend.validate.rules.fault import Fault
from specmend.validate.rules.rule import Check
from specmend.validate.rules.scope import Scope

NAME: Final = "paths"

_NO_PATH: Final = re.compile(
    r"//|%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9\-._~!$&'()*+,;=:@%/\u0080-\U0010ffff]"
)
"""What is no path in OpenAPI 3.2 (Path Templating): a segment without signs, and other signs.

It may have the letters of an IRI (RFC 3987 section 2.2), as other fields may."""
_PARAMETER: Final = re.compile(r"\{[^{}/]*\}")


def _document(scope: Scope, _: Address, tree: Any) -> Iterator[Fault]:
    """The keys of `paths` (OpenAPI 3.0.3 section 4.7.8, 3.1 section 4.8.8)."""
    first: dict[str, str] = {}
    paths = tree.get("paths")
    for path in paths if isinstance(paths, dict) else ():
        if not path.startswith("/"):
            continue
        shape = _PARAMETER.sub("{}", path)
        if shape in first:
            yield _same(path, first[shape])
        first.setdefault(shape, path)
        yield from _odd(scope, path)
    yield from _without_operations(tree, scope.plain)


def _odd(scope: Scope, path: str) -> Iterator[Fault]:
    names = template_names(path)
    for name in dict.fromkeys(names):
        if names.count(name) > 1:
            yield Fault(
                rule=NAME,
                address=("paths", path),
                message=f"the path '{path}' has the parameter '{name}' twice",
                level="error" if scope.is_32 else "warning",
                advice="record a step with the edit rename-path",
            )
    rest = _PARAMETER.sub("x", path)
    wrong = _NO_PATH.search(rest) if scope.is_32 and not set("?#{}") & set(rest) else None
    if wrong:
        yield Fault(
            rule=NAME,
            address=("paths", path),
            message=f"the path '{path}' has '{wrong[0]}', which no path may have",
            level="warning",
            advice="the client encodes it; a step with the edit rename-path says it as it is sent",
        )
    if "?" in path or "#" in path:
        yield Fault(
            rule=NAME,
            address=("paths", path),
            message=f"the path '{path}' has a query or a fragment, which is no part of a path",
            level="warning",
            advice="the client sends it as it is written; a step with rename-path and parameters "
            "in query says it better",
        )


CHECKS: Final[Mapping[str, Check]] = {"document": _document}


NO_OPERATION: Final = "ask its owner for the document with the paths"
"""What to do about a document without operations."""


def no_operation_faults(tree: Tree) -> Iterator[Fault]:
    """A warning for a document without an operation that a client could call."""
    if isinstance(tree, dict):
        yield from _without_operations(tree, plain_references(tree))


def _without_operations(tree: dict[str, Tree], plain: Tree) -> Iterator[Fault]:
    # A path item that leads elsewhere may have operations there.
    found = next(calls(plain), None) or next(lost_path_items(plain), None)
    if found is not None:
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
