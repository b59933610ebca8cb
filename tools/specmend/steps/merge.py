"""How Overlay merges a value into a target (Overlay 1.1 section 4.4.3.1)."""

from __future__ import annotations

from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree
from specmend.errors import MergeError


def merge(target: Tree, update: Tree, address: Address = ()) -> Tree:
    """The target with the update merged in.

    Mappings are merged by key, lists are joined, primitives are replaced. What a list is to get as
    one member under Overlay 1.0 comes here as a list of one: see `as_entry`. Raises MergeError for
    any other pair, as the standard asks.
    """
    if isinstance(target, dict) and isinstance(update, dict):
        merged = dict(target)
        for key, value in update.items():
            merged[key] = _member(target[key], value, (*address, key)) if key in target else value
        return merged
    if isinstance(target, list) and not address:
        return [*target, *(update if isinstance(update, list) else [update])]
    return _member(target, update, address)


def as_entry(update: Tree) -> Tree:
    """An update of Overlay 1.0 in the words of 1.1: a list is one entry (section 4.4.3.1)."""
    return [update] if isinstance(update, list) else update


def touched(target: Tree, update: Tree) -> Tree:
    """The part of a target that an update would change: what an expectation records."""
    if isinstance(target, dict) and isinstance(update, dict):
        return {key: touched(target[key], value) for key, value in update.items() if key in target}
    return target


def leaves(target: Tree, update: Tree, address: Address) -> list[tuple[Address, Tree]]:
    """The addresses at which an update writes, each with what stands there now.

    MISSING stands for nothing.
    """
    if isinstance(target, dict) and isinstance(update, dict) and update:
        written: list[tuple[Address, Tree]] = []
        for key, value in update.items():
            if key in target:
                written += leaves(target[key], value, (*address, key))
            else:
                written.append(((*address, key), MISSING))
        return written
    return [(address, target)]


def kind_of(value: Tree) -> str:
    """The kind of a value in the words of Overlay: an object, an array, a primitive."""
    if isinstance(value, dict):
        return "an object"
    return "an array" if isinstance(value, list) else "a primitive"


def _member(target: Tree, update: Tree, address: Address) -> Tree:
    if isinstance(target, dict) and isinstance(update, dict):
        return merge(target, update, address)
    if isinstance(target, list) and isinstance(update, list):
        return [*target, *update]
    if isinstance(target, dict | list) or isinstance(update, dict | list):
        raise MergeError(f"{kind_of(update)} cannot be merged into {kind_of(target)}", address)
    return update
