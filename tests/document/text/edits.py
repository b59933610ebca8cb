"""Edits as the tables of this folder write them, and the check of every row of a table."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

from specmend.document.text.document import parse_document
from specmend.document.text.editing.rewrite import rewrite
from specmend.document.text.text_edit import splice
from specmend.document.tree import values as trees
from specmend.document.tree.pointer import Address, parse_pointer

Edit = Callable[[Any], Any]


def check(before: str, edit: Edit, after: str, name: str = "api.yaml") -> None:
    """The edit turns one text into the other, and the text says the edited tree."""
    document = parse_document(before, name)
    tree = edit(document.tree)
    made, edits = rewrite(document, tree)
    assert made.encode().decode() == after
    assert trees.identical(made.tree, tree)
    assert splice(document.text, edits) == made.text
    assert all(one.end <= other.start for one, other in pairwise(edits))


def nothing(tree: Any) -> Any:
    return tree


def put(pointer: str, value: Any) -> Edit:
    """Set a value, or add it as the last key."""
    return lambda tree: trees.replace(tree, address(tree, pointer), value)


def drop(*pointers: str) -> Edit:
    return lambda tree: trees.remove(tree, [address(tree, pointer) for pointer in pointers])


def rename(pointer: str, name: str) -> Edit:
    return lambda tree: trees.rename_key(tree, address(tree, pointer), name)


def insert(pointer: str, index: int, *values: Any) -> Edit:
    """Insert members into a list."""

    def edit(tree: Any) -> Any:
        place = address(tree, pointer)
        old = trees.get(tree, place)
        return trees.replace(tree, place, [*old[:index], *values, *old[index:]])

    return edit


def insert_key(pointer: str, index: int, key: str, value: Any) -> Edit:
    """Insert a key into a mapping, before the key that stands at an index."""

    def edit(tree: Any) -> Any:
        place = address(tree, pointer)
        pairs = list(trees.get(tree, place).items())
        return trees.replace(tree, place, dict([*pairs[:index], (key, value), *pairs[index:]]))

    return edit


def both(*edits: Edit) -> Edit:
    """One edit after the other."""

    def edit(tree: Any) -> Any:
        for one in edits:
            tree = one(tree)
        return tree

    return edit


def address(tree: Any, pointer: str) -> Address:
    """The address that a pointer names in a tree."""
    found: list[str | int] = []
    for token in parse_pointer(pointer):
        found.append(int(token) if isinstance(tree, list) else token)
        tree = trees.get(tree, (found[-1],))
    return tuple(found)
