"""What changed between two versions of an API, as those see it who call it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from specmend.diff.api_change import ApiChange
from specmend.diff.comparison import Comparison
from specmend.diff.component_changes import component_changes, component_names
from specmend.diff.delta import Delta
from specmend.diff.operation_changes import operation_deltas, operation_name, parameters_of_paths
from specmend.diff.operation_pairs import OperationPair, operation_pairs
from specmend.diff.rest_changes import DOCUMENT, document_changes, path_changes
from specmend.diff.told import told
from specmend.diff.value_changes import value_changes
from specmend.document.tree.values import Tree


@dataclass(frozen=True, kw_only=True, slots=True)
class ApiDiff:
    """What changed, and apart from it what no call shows: names of components, the spelling."""

    changes: tuple[ApiChange, ...]
    unseen: tuple[ApiChange, ...]


def api_changes(old: Tree, new: Tree) -> tuple[ApiChange, ...]:
    """Every change, in the order of the new document: operations, components, then the rest.

    There is none where both documents say the same: what is inlined, extracted, renamed, split
    into `allOf`, moved to the path item, or written in another version of OpenAPI.
    """
    return api_diff(old, new).changes


def api_diff(old: Tree, new: Tree, *, directed: bool = True) -> ApiDiff:
    """Every change, and what no call shows.

    Unless they are wanted `directed`, changes of schemas have no direction, which takes its time.
    """
    compared = Comparison(old, new)
    pairs = operation_pairs(*compared.sides)
    shared = parameters_of_paths(compared, pairs)
    operations = list(_of_operations(compared, pairs, shared))
    paths = list(path_changes(compared, pairs, shared))
    rest = list(document_changes(compared, pairs))
    # Only now it is known what nothing leads to.
    components = component_changes(compared, directed=directed)
    seen = [told(delta, subject) for subject, delta in operations if compared.counts(delta)]
    return ApiDiff(
        changes=tuple(_once([*seen, *paths, *components, *rest])),
        unseen=(*_unseen_paths(pairs), *component_names(compared), *_version(compared)),
    )


def _of_operations(
    compared: Comparison,
    pairs: Iterable[OperationPair],
    shared: Mapping[tuple[str, str], Collection[Any]],
) -> Iterator[tuple[str, Delta]]:
    for pair in pairs:
        operation = pair.new or pair.old
        if operation is not None:
            of_path = shared.get(pair.paths, ())
            for delta in operation_deltas(compared, pair, of_path):
                yield operation_name(operation), delta


def _unseen_paths(pairs: Iterable[OperationPair]) -> Iterator[ApiChange]:
    """The paths in which only the names in braces are others."""
    seen = set()
    for pair in pairs:
        is_one = bool(pair.names) and not pair.is_elsewhere
        if pair.old is None or pair.new is None or not is_one or pair.new.path in seen:
            continue
        seen.add(pair.new.path)
        delta = Delta(
            text=f"is written {pair.new.path} now",
            address=pair.new.address[:2],
            kind="path item",
            key="names",
            before=pair.old.path,
            after=pair.new.path,
            was=pair.old.address[:2],
        )
        yield told(delta, f"path {pair.old.path}")


def _version(compared: Comparison) -> Iterator[ApiChange]:
    for key in ("openapi", "$self"):
        old, new = (side.at((key,)) for side in compared.sides)
        for delta in value_changes(old, new, (key,), (key,)):
            yield told(replace(delta, kind="document", key=key), DOCUMENT)


def _once(changes: Iterable[ApiChange]) -> Iterator[ApiChange]:
    """The changes, each once though several places lead to it."""
    seen = set()
    for change in changes:
        key = (change.line, change.address)
        if key not in seen:
            seen.add(key)
            yield change
