"""Operations that have another path or method, known by what else they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping
from itertools import combinations
from typing import Final

from specmend.diff.side import Side
from specmend.document.openapi.operations import METHODS, MORE_METHODS, Operation
from specmend.document.openapi.parameters import blank
from specmend.document.tree.pointer import Address
from specmend.document.tree.similarity import ENOUGH, jaccard, leaves_of
from specmend.document.tree.values import Tree, canonical, same

Key = tuple[str, str]
"""The path and the method of an operation."""

Operations = Mapping[Key, Operation]

_ID: Final = "operationId"
_SEVERAL: Final = 2


def swapped_operations(old: Operations, new: Operations) -> dict[Key, Key]:
    """Operations in the place of each other, with their ids and all else: the new keys by old."""
    ids = {
        key: (old[key].node.get(_ID), new[key].node.get(_ID))
        for key in new
        if key in old and old[key].node.get(_ID) != new[key].node.get(_ID)
    }
    known: dict[Key, Key] = {}
    for one, other in combinations(ids, _SEVERAL):
        if ids[one] != (*reversed(ids[other]),) or known.keys() & {one, other}:
            continue
        if same(old[one].node, new[other].node) and same(old[other].node, new[one].node):
            known |= {one: other, other: one}
    return known


def under_moved_paths(old: Operations, new: Operations, known: Mapping[Key, Key]) -> dict[Key, Key]:
    """Further operations of paths of which one operation is known to have another path now."""
    paths, others = {path for path, _ in old}, {path for path, _ in new}
    moved = {one[0]: other[0] for one, other in known.items() if one[0] != other[0]}
    return {
        (path, method): (moved[path], method)
        for path, method in new
        if path in moved
        and path not in paths
        and moved[path] not in others
        and (path, method) not in known
        and (moved[path], method) in old
        and (moved[path], method) not in known.values()
    }


def under_moved_prefixes(
    old: Operations, new: Operations, known: Mapping[Key, Key]
) -> dict[Key, Key]:
    """The operations of paths that begin in another way now, as several others do.

    The paths have the same methods, and say much the same.
    """
    gone = _whole_paths(old, {*known.values()}, new)
    come = _whole_paths(new, {*known}, old)
    by_prefix: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for former, path, prefixes in _with_one_ending(gone, come):
        if gone[former].keys() == come[path].keys():
            by_prefix.setdefault(prefixes, []).append((former, path))
    found: dict[str, str] = {}
    for pairs in sorted(by_prefix.values(), key=len, reverse=True):
        for former, path in pairs:
            is_free = former not in found.values() and path not in found
            if is_free and _are_alike(gone[former], come[path]):
                found[path] = former
    return {(path, method): (found[path], method) for path in found for method in come[path]}


def by_content(
    old: Side, before: Operations, new: Side, after: Operations, known: Mapping[Key, Key]
) -> dict[Key, Key]:
    """Operations that say the same under another path or another method, whatever their ids."""
    found: dict[Key, Key] = {}
    for kept in (1, 0):
        gone = _by_content(old, before, {*known.values(), *found.values()}, kept)
        come = _by_content(new, after, {*known, *found}, kept)
        found |= {come[one]: gone[one] for one in come if one in gone}
    return found


def _whole_paths(
    operations: Operations, known: set[Key], others: Operations
) -> dict[str, dict[str, Operation]]:
    """The paths of which no operation is known, and which the other document has not."""
    elsewhere = {path for path, _ in others}
    found: dict[str, dict[str, Operation]] = {}
    for path, method in operations:
        if path not in elsewhere and path.startswith("/"):
            found.setdefault(path, {})[method] = operations[path, method]
    taken = {path for path, _ in known}
    return {path: by_method for path, by_method in found.items() if path not in taken}


def _with_one_ending(
    gone: Mapping[str, object], come: Mapping[str, object]
) -> Iterator[tuple[str, str, tuple[str, str]]]:
    """Pairs of paths that differ in how they begin alone, with that of both."""
    by_ending: dict[tuple[str, ...], list[tuple[str, tuple[str, ...]]]] = {}
    for path in gone:
        for start, end in _cut(path):
            by_ending.setdefault(end, []).append((path, start))
    for path in come:
        for start, end in _cut(path):
            for former, was in by_ending.get(end, ()):
                if was[-1] != start[-1]:
                    yield former, path, ("/".join(was), "/".join(start))


def _cut(path: str) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """A path cut at each of its slashes, without the names in its braces."""
    parts = tuple(blank(path).split("/"))
    for length in range(1, len(parts)):
        yield parts[:length], parts[length:]


def _are_alike(one: Mapping[str, Operation], other: Mapping[str, Operation]) -> bool:
    before, after = (leaves_of({key: by[key].node for key in by}) for by in (one, other))
    return before == after or jaccard(before, after) >= ENOUGH


def _by_content(
    side: Side, operations: Operations, known: set[Key], kept: int
) -> dict[Hashable, Key]:
    """The keys of operations by what they say, and by the part of the key that is kept."""
    left = {key: one for key, one in operations.items() if key not in known}
    said = {
        key: (_content(side, one), key[kept])
        for key, one in left.items()
        if one.node.keys() - {_ID}
    }
    times = Counter(said.values())
    return {said[key]: key for key in said if times[said[key]] == 1}


def _content(side: Side, operation: Operation) -> str:
    """What an operation says, with what its path says of it."""
    node = {key: value for key, value in operation.node.items() if key != _ID}
    item = side.at(_holder(operation.address))
    beside = {} if not isinstance(item, dict) else {key: item[key] for key in item if _is_said(key)}
    return canonical([node, beside])


def _holder(address: Address) -> Address:
    return address[:-2] if MORE_METHODS in address[-2:-1] else address[:-1]


def _is_said(key: Tree) -> bool:
    return key not in METHODS and key != MORE_METHODS
