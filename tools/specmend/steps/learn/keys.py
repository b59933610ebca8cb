"""Guesses at keys that got another name: properties of schemas, and any other key."""

from __future__ import annotations

from collections.abc import Iterator

from specmend.document.tree.pointer import Address, format_path
from specmend.document.tree.similarity import pair_up
from specmend.document.tree.values import Tree, get, same
from specmend.steps.learn.guesses import removed_and_added
from specmend.steps.place_query import place_query
from specmend.steps.proposal import Proposal

_Renames = dict[tuple[str, str], list[Address]]


def renamed_properties(old: Tree, new: Tree) -> Iterator[Proposal]:
    """Properties with another name: one step for each pair of names, for all schemas."""
    renames: _Renames = {}
    for address, before, after in _changed_mappings(old, new, ()):
        if address[-1:] == ("properties",):
            for names in _pairs(before, after, is_equivalent=True).items():
                renames.setdefault(names, []).append(address[:-1])
    for (old_name, new_name), schemas in renames.items():
        edit = {"name": "rename-property", "from": old_name, "to": new_name}
        actions = tuple(
            {"target": place_query(old, address), "x-edit": edit} for address in schemas
        )
        title = f"Rename property {old_name} to {new_name}"
        yield Proposal(title=title, actions=actions)


def renamed_keys(old: Tree, new: Tree) -> Iterator[Proposal]:
    """Keys with another name and what they had."""
    for address, before, after in _changed_mappings(old, new, ()):
        for old_name, new_name in _pairs(before, after, is_equivalent=False).items():
            target = place_query(old, (*address, old_name))
            place = format_path(address)[1:].removeprefix(".") or "the document"
            action = {"target": target, "x-edit": {"name": "rename-key", "to": new_name}}
            title = f"Rename {old_name} to {new_name} in {place}"
            yield Proposal(title=title, actions=(action,))


def _pairs(
    before: dict[str, Tree], after: dict[str, Tree], *, is_equivalent: bool
) -> dict[str, str]:
    """Removed keys with the added keys of the same value, or of a similar one if that is enough."""
    removed, added = removed_and_added(before, after)
    telling = {
        key: value for key, value in removed.items() if isinstance(value, dict | list) and value
    }
    pairs = pair_up(telling, added) if telling and added else {}
    return {
        old: new for old, new in pairs.items() if is_equivalent or same(removed[old], added[new])
    }


def _changed_mappings(
    old: Tree, new: Tree, address: Address
) -> Iterator[tuple[Address, dict[str, Tree], dict[str, Tree]]]:
    """Every mapping that is in both trees and not the same in both, the outer one first."""
    if same(old, new):
        return
    if isinstance(old, dict) and isinstance(new, dict):
        yield address, old, new
        for key, value in old.items():
            if key in new:
                yield from _changed_mappings(value, new[key], (*address, key))
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        for index, value in enumerate(old):
            yield from _changed_mappings(value, get(new, (index,)), (*address, index))
