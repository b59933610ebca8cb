"""A smaller document with the same fault: whatever the fault does not need is taken out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, get, remove, replace

Fails = Callable[[Any], bool]
NEEDED = {("openapi",), ("info",), ("info", "title"), ("info", "version"), ("paths",)}


def smaller(tree: Any, fails: Fails, *, tries: int = 300) -> Any:
    """The smallest tree that was found for which `fails` still holds, within so many tries."""
    left = iter(range(tries))
    shrinking = True
    while shrinking:
        shrinking = False
        for change in _changes(tree):
            if next(left, None) is None:
                return tree
            candidate = change(tree)
            if candidate is not None and candidate != tree and fails(candidate):
                tree, shrinking = candidate, True
    return tree


def _changes(tree: Any) -> Iterator[Callable[[Any], Any]]:
    """Ways to make a tree smaller, those that take most away first."""
    places = sorted(_below(tree), key=lambda place: (len(place), -_number(place)))
    for place in places:
        if place not in NEEDED and place[-1] != "description":
            yield partial(_without, place)
    for place in places:
        if "schema" in place or "schemas" in place[:-1]:
            yield partial(_hoisted, place)


def _number(place: Address) -> int:
    return place[-1] if isinstance(place[-1], int) else 0


def _below(tree: Any, above: Address = ()) -> Iterator[Address]:
    pairs: Any = ()
    if isinstance(tree, dict):
        pairs = tree.items()
    elif isinstance(tree, list):
        pairs = enumerate(tree)
    for token, value in pairs:
        yield (*above, token)
        yield from _below(value, (*above, token))


def _without(place: Address, tree: Any) -> Any:
    """The tree without a place; None where it has no such place any more."""
    return None if get(tree, place) is MISSING else remove(tree, [place])


def _hoisted(place: Address, tree: Any) -> Any:
    """The tree with the first schema inside of a schema in its stead."""
    held = get(tree, place)
    inner = [held] if isinstance(held, dict) else []
    for one in inner:
        for value in one.values():
            found = value[0] if isinstance(value, list) and value else value
            if isinstance(found, dict) and found:
                return replace(tree, place, found)
    return None
