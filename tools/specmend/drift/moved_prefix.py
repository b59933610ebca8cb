"""Whether upstream moved a prefix from the paths to the servers itself, or one end of it alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from specmend.document.openapi.operations import operations_of
from specmend.document.tree.pointer import Address, format_path
from specmend.document.tree.values import Tree, get
from specmend.drift.action_context import ActionContext

MOVE: Final = "move-path-prefix"
"""The edit that this is about."""


def is_moved(context: ActionContext) -> bool:
    """Whether upstream moved the prefix itself: no path has it, and what is called is the same.

    Every server has it, and a path that was to stay names servers without it.
    """
    prefix = _prefix(context)
    if any(_with_prefix(context)) or not _urls(context.new, ()):
        return False
    if not all(url.endswith(prefix) for url in _urls(context.new, ())):
        return False
    return not any(_under_prefix(context))


def half_moved(context: ActionContext) -> str:
    """What upstream moved alone, in words: the ends do not fit each other; empty for none of it."""
    prefix = _prefix(context)
    before, now = _urls(context.old, ()), _urls(context.new, ())
    has_servers = any(url.endswith(prefix) for url in now)
    had_servers = any(url.endswith(prefix) for url in before)
    paths = [*_with_prefix(context)]
    if paths and has_servers and not had_servers:
        return f"upstream put {prefix} on the servers, but {_path(paths)} still starts with it"
    if paths or not _has_shortened_path(context):
        return ""
    if not has_servers:
        return f"upstream took {prefix} off the paths, but no server has it"
    kept = [*_under_prefix(context)]
    if kept:
        return f"upstream put {prefix} on the servers, and {_path(kept)} has it too now"
    return ""


def _prefix(context: ActionContext) -> str:
    return str(context.action.parameters["prefix"]).rstrip("/")


def _exceptions(context: ActionContext) -> set[str]:
    return set(context.action.parameters.get("except", ()))


def _with_prefix(context: ActionContext) -> Iterator[Address]:
    """The paths of the new document that still have the prefix, and are no exceptions."""
    for path in _paths(context.new):
        if path.startswith(_prefix(context) + "/") and path not in _exceptions(context):
            yield ("paths", path)


def _has_shortened_path(context: ActionContext) -> bool:
    """Whether a path of the old document is there without its prefix."""
    prefix, now = _prefix(context), _paths(context.new)
    moved = [path.removeprefix(prefix) for path in _paths(context.old) if path.startswith(prefix)]
    return any(path in now for path in moved)


def _under_prefix(context: ActionContext) -> Iterator[Address]:
    """The operations of exceptions that are called with the prefix of the document's servers."""
    for path in _paths(context.new):
        item: Address = ("paths", path)
        if path not in _exceptions(context):
            continue
        for operation in operations_of(context.new, item):
            urls = _urls(context.new, operation) or _urls(context.new, item)
            if not urls or any(url.endswith(_prefix(context)) for url in urls):
                yield operation


def _path(places: list[Address]) -> str:
    return format_path(places[0])


def _paths(tree: Tree) -> list[str]:
    paths = get(tree, ("paths",))
    return [str(path) for path in paths] if isinstance(paths, dict) else []


def _urls(tree: Tree, holder: Address) -> list[str]:
    """The URLs of the servers that a document, path item or operation lists itself."""
    servers = get(tree, (*holder, "servers"))
    listed = servers if isinstance(servers, list) else []
    return [str(one.get("url", "/")).rstrip("/") for one in listed if isinstance(one, dict)]
