"""Guesses at names that the whole document shares: those of schemas, operations and tags."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from specmend.document.openapi.components import SCHEMAS, schema_named
from specmend.document.openapi.operations import operations
from specmend.document.openapi.references import references
from specmend.document.tree.pointer import Address
from specmend.document.tree.similarity import pair_up
from specmend.document.tree.values import Tree, get
from specmend.steps.learn.guesses import mapping_of, removed_and_added, tables
from specmend.steps.proposal import Proposal


def renamed_schemas(old: Tree, new: Tree) -> Iterator[Proposal]:
    """Schemas that have another name: all of them in one step, or else one by one."""
    removed, added = removed_and_added(mapping_of(old, *SCHEMAS), mapping_of(new, *SCHEMAS))
    yield from tables("rename-schema", "schema", pair_up(removed, added, _votes(old, new)))


def renamed_operations(old: Tree, new: Tree) -> Iterator[Proposal]:
    """Operations that have another id at the same path and method."""
    names: dict[str, str] = {}
    for place in (operation.address for operation in operations(old)):
        before, after = (get(tree, (*place, "operationId")) for tree in (old, new))
        if isinstance(before, str) and isinstance(after, str) and before != after:
            names[before] = after
    yield from tables("rename-operation", "operation", names)


def renamed_tags(old: Tree, new: Tree) -> Iterator[Proposal]:
    """Tags that have another name in the operations that have them."""
    votes: Counter[tuple[str, str]] = Counter()
    for place in (operation.address for operation in operations(old)):
        before, after = (set(_texts(tree, (*place, "tags"))) for tree in (old, new))
        removed, added = before - after, after - before
        if len(removed) == len(added) == 1:
            votes[removed.pop(), added.pop()] += 1
    names: dict[str, str] = {}
    for (old_name, new_name), _ in votes.most_common():
        if old_name not in names and new_name not in names.values():
            names[old_name] = new_name
    yield from tables("rename-tag", "tag", names)


def _texts(tree: Tree, address: Address) -> list[str]:
    members = get(tree, address)
    if not isinstance(members, list):
        return []
    return [member for member in members if isinstance(member, str)]


def _votes(old: Tree, new: Tree) -> dict[tuple[str, str], float]:
    """The part of the references to an old name, of those still there, that say a new one now."""
    votes: Counter[tuple[str, str]] = Counter()
    seen: Counter[str] = Counter()
    for address, reference in references(old):
        now = get(new, address)
        before, after = schema_named(reference), schema_named(now)
        if before and after:
            seen[before] += 1
            votes[before, after] += 1
    return {pair: count / seen[pair[0]] for pair, count in votes.items()}
