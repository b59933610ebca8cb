"""Checks of paths and operations: what a client can call."""

from __future__ import annotations

from typing import Final

from specmend.diff.checks.check import (
    BREAKS,
    TELLS,
    WARNS,
    Check,
    added,
    always,
    both,
    checks_of,
    named,
    removed,
    switched_on,
)
from specmend.diff.delta import Delta
from specmend.diff.swapped import SWAPPED

RENAMED: Final = "renamed"
MOVED: Final = "moved"
PREFIX: Final = "prefix"
"""Stand in place of a field for what has another name, or another place."""


def _is_deprecated(delta: Delta) -> bool:
    """Whether all operations of a path that was removed were announced to go."""
    item = delta.before
    nodes = (
        [one for one in item.values() if isinstance(one, dict)] if isinstance(item, dict) else []
    )
    return bool(nodes) and all(node.get("deprecated") is True for node in nodes)


PATHS: Final[tuple[Check, ...]] = checks_of(
    "path item",
    [
        ("path-added", "", added, TELLS, "A path is new."),
        ("deprecated-path-removed", "", both(removed, _is_deprecated), WARNS,
         "A path was removed of which all operations were deprecated."),
        ("path-removed", "", removed, BREAKS, "A path was removed, with all its operations."),
        ("path-renamed", MOVED, always, BREAKS, "The operations of a path have another path."),
        ("path-prefix-renamed", PREFIX, always, BREAKS,
         "Several paths begin in another way, and are the same after that."),
        ("path-parameter-renamed", "names", always, TELLS,
         "A path has other names in braces, which no request shows."),
        ("path-summary-changed", "summary", always, TELLS, "The summary of a path changed."),
        ("path-description-changed", "description", always, TELLS,
         "The description of a path changed."),
        ("path-extension-changed", "x-*", always, TELLS, "An extension of a path changed."),
        ("path-field-changed", "*", always, WARNS, "A field of a path changed that is not known."),
    ],
)  # fmt: skip
OPERATIONS: Final[tuple[Check, ...]] = checks_of(
    "operation",
    [
        ("operation-added", "", added, TELLS, "An operation is new."),
        ("deprecated-operation-removed", "",
         both(removed, named("deprecated", True, before=True)), WARNS,
         "An operation was removed that was deprecated."),
        ("operation-removed", "", removed, BREAKS, "An operation was removed."),
        ("operation-moved", "place", always, BREAKS,
         "An operation has another path or another method."),
        ("operations-swapped", SWAPPED, always, BREAKS,
         "Of two paths or methods, each has now the operations of the other one."),
        ("operation-id-added", "operationId", added, TELLS, "An operation has an id now."),
        ("operation-id-removed", "operationId", removed, TELLS, "An operation has no id any more."),
        ("operation-id-changed", "operationId", always, TELLS, "An operation has another id."),
        ("operation-tag-added", "tags", added, TELLS, "An operation has one more tag."),
        ("operation-tag-removed", "tags", removed, TELLS, "An operation has one tag less."),
        ("operation-tags-changed", "tags", always, TELLS, "An operation has other tags."),
        ("operation-summary-changed", "summary", always, TELLS,
         "The summary of an operation changed."),
        ("operation-description-changed", "description", always, TELLS,
         "The description of an operation changed."),
        ("operation-documentation-changed", "externalDocs", always, TELLS,
         "The link to the documentation of an operation changed."),
        ("operation-deprecated", "deprecated", switched_on, TELLS, "An operation is deprecated."),
        ("operation-reactivated", "deprecated", always, TELLS,
         "An operation is not deprecated any more."),
        ("operation-field-changed", "*", always, WARNS,
         "A field of an operation changed that is not known."),
    ],
)  # fmt: skip
