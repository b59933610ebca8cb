"""A document as plain data: read a place, compare, and change by copying only the way to it.

Trees are never changed in place: a change gives a new tree that shares all it did not touch,
so that what is untouched can be told by identity.
"""

from __future__ import annotations

import hashlib
import json
import marshal
import math
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from specmend.document.tree.pointer import Address

Tree = Any
"""What JSON can hold: mappings with string keys, lists, strings, numbers, booleans, None."""


_NO_SHARING: Final = 0
"""The version of marshal in which equal values have equal bytes; later ones mark shared objects."""


_CANONICAL: Final = json.JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":"))


class _Missing:
    def __repr__(self) -> str:
        return "absent"

    def __reduce__(self) -> str:
        # There is but one, in the process that reads it too.
        return "MISSING"


MISSING: Final = _Missing()
"""Stands where a value would, when there is none."""


def get(tree: Tree, address: Address) -> Tree:
    """The value at an address, or MISSING."""
    for token in address:
        # Mostly it is a mapping: a document is read millions of times.
        is_there = token in tree if tree.__class__ is dict else _has(tree, token)
        if not is_there:
            return MISSING
        tree = tree[token]
    return tree


def replace(tree: Tree, address: Address, value: Tree) -> Tree:
    """A tree with the value at an address replaced; the last token may be a new key.

    Raises KeyError or IndexError when the way to the address does not exist.
    """
    if not address:
        return value
    head, rest = address[0], address[1:]
    if isinstance(tree, list):
        if not isinstance(head, int):
            raise KeyError(head)
        copied = list(tree)
        copied[head] = replace(tree[head], rest, value)
        return copied
    return {**tree, head: replace(tree[head], rest, value) if rest else value}


def remove(tree: Tree, addresses: Iterable[Address]) -> Tree:
    """A tree without the places at the addresses, all of them taken before any removal.

    Raises KeyError or IndexError when a place does not exist, ValueError for the root.
    """
    gone: dict[Address, set[str | int]] = {}
    for address in addresses:
        if not address:
            raise ValueError("the root of a document cannot be removed")
        gone.setdefault(address[:-1], set()).add(address[-1])
    draft = Draft(tree)
    # Deepest first, so that no index shifts under another.
    for parent in sorted(gone, key=len, reverse=True):
        draft.replace(parent, _without(get(draft.tree, parent), gone[parent]))
    return draft.tree


class Draft:
    """A tree that changes at many places: what lies on the way to them is copied only once.

    The tree that it was made of stays as it is, and shares with `tree` all that no change touched.
    """

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self._own: dict[int, Tree] = {}

    def replace(self, address: Address, value: Tree) -> None:
        """Put a value at an address; the last token may be a key that is not there yet.

        Raises KeyError or IndexError when the way to the address does not exist.
        """
        if not address:
            self.tree = value
            return
        parent = self.tree = self._owned(self.tree)
        for token in address[:-1]:
            parent[token] = self._owned(parent[token])
            parent = parent[token]
        if isinstance(parent, list) and not isinstance(address[-1], int):
            raise KeyError(address[-1])
        parent[address[-1]] = value

    def _owned(self, value: Tree) -> Tree:
        """The value itself where it was copied before, else a copy of it."""
        if id(value) in self._own:
            return value
        if not isinstance(value, dict | list):
            raise KeyError(value)
        copied = value.copy()
        self._own[id(copied)] = copied
        return copied


def rename_key(tree: Tree, address: Address, name: str) -> Tree:
    """A tree in which the key at an address has another name and the same position.

    Raises KeyError when the key does not exist or the new name is taken.
    """
    parent, old = get(tree, address[:-1]), address[-1]
    if not isinstance(parent, Mapping) or old not in parent or (name in parent and name != old):
        raise KeyError(name)
    return replace(
        tree, address[:-1], {name if key == old else key: value for key, value in parent.items()}
    )


def rename_keys(tree: Tree, address: Address, names: Mapping[str, str]) -> Tree:
    """A tree in which keys of the mapping at an address have other names and the same positions.

    Keys without a new name stay. No two keys may get one name; the caller has looked.
    """
    parent = get(tree, address)
    return replace(tree, address, {names.get(key, key): value for key, value in parent.items()})


def same(one: Tree, other: Tree) -> bool:
    """Whether two trees are equal as JSON: key order aside, 1, 1.0 and true all different."""
    return _equal(one, other, ordered=False)


def identical(one: Tree, other: Tree) -> bool:
    """Whether two trees are equal and list their keys in the same order."""
    return _equal(one, other, ordered=True)


def identical_throughout(one: Tree, other: Tree) -> bool:
    """The same as identical, three times as fast for trees that share nothing, by serial forms."""
    return marshal.dumps(one, _NO_SHARING) == marshal.dumps(other, _NO_SHARING)


def first_difference(one: Tree, other: Tree, address: Address = ()) -> Address | None:
    """The first address at which two trees differ, in document order, or None."""
    if identical(one, other):
        return None
    if isinstance(one, dict) and isinstance(other, dict) and list(one) == list(other):
        tokens: Iterable[str | int] = one
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        tokens = range(len(one))
    else:
        return address
    return next(
        found
        for t in tokens
        if (found := first_difference(one[t], other[t], (*address, t))) is not None
    )


def not_json(value: object, address: Address = ()) -> Iterator[tuple[Address, object]]:
    """Every value that JSON cannot hold, and every key that is no string, with where it stands.

    Raises RecursionError for a value that nests too deep, or that holds itself.
    """
    if isinstance(value, dict):
        for key, member in value.items():
            if isinstance(key, str):
                yield from not_json(member, (*address, key))
            else:
                yield address, key
    elif isinstance(value, list):
        for index, member in enumerate(value):
            yield from not_json(member, (*address, index))
    elif not _is_primitive(value):
        yield address, value


def _is_primitive(value: object) -> bool:
    if isinstance(value, float):
        return math.isfinite(value)
    return value is None or isinstance(value, str | int)


def depth_exceeds(tree: Tree, most: int) -> bool:
    """Whether a tree nests more than so many collections in one another, without recursion."""
    level: list[Tree] = [tree] if isinstance(tree, dict | list) else []
    for _ in range(most):
        level = [
            child
            for parent in level
            for child in (parent.values() if parent.__class__ is dict else parent)
            if child.__class__ is dict or child.__class__ is list
        ]
        if not level:
            return False
    return bool(level)


def canonical(tree: Tree) -> str:
    """One line of JSON that is equal for equal trees: keys sorted, nothing optional."""
    return _CANONICAL.encode(tree)


def digest(tree: Tree) -> str:
    """SHA-256 of the canonical form, as `sha256:` and 64 hexadecimal digits."""
    return "sha256:" + hashlib.sha256(canonical(tree).encode("utf-8", "surrogatepass")).hexdigest()


def _equal(one: Tree, other: Tree, *, ordered: bool) -> bool:
    if one is other:
        return True
    if type(one) is not type(other) or (isinstance(one, dict | list) and len(one) != len(other)):
        return False
    if isinstance(one, dict):
        keys_agree = list(one) == list(other) if ordered else one.keys() == other.keys()
        if not keys_agree:
            return False
        # Trees share most of what is in them: only the others are compared.
        differing = [key for key, value in one.items() if value is not other[key]]
        return all(_equal(one[key], other[key], ordered=ordered) for key in differing)
    if isinstance(one, list):
        return all(_equal(a, b, ordered=ordered) for a, b in zip(one, other, strict=True))
    # Not a number counts as equal to itself.
    return bool(one == other or (one != one and other != other))  # noqa: PLR0124


def _has(tree: Tree, token: str | int) -> bool:
    if isinstance(tree, list):
        return isinstance(token, int) and -len(tree) <= token < len(tree)
    return isinstance(tree, dict) and token in tree


def _without(parent: Tree, tokens: set[str | int]) -> Tree:
    """A collection without some of its members, which must be there; indices may be negative."""
    for token in tokens:
        if not _has(parent, token):
            raise (
                IndexError(token)
                if isinstance(parent, list) and isinstance(token, int)
                else KeyError(token)
            )
    if isinstance(parent, list):
        gone = {token % len(parent) for token in tokens if isinstance(token, int)}
        return [value for index, value in enumerate(parent) if index not in gone]
    return {key: value for key, value in parent.items() if key not in tokens}
