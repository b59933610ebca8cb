"""A document as plain data: read a place, compare, and change by copying only the way to it.

Trees are never changed in place: a change gives a new tree that shares all it did not touch,
so that what is untouched can be told by identity.
"""

from __future__ import annotations

import hashlib
import json
import marshal
from collections.abc import Iterable, Mapping
from typing import Any, Final

from specmend.document.pointer import Address

Tree = Any
"""What JSON can hold: mappings with string keys, lists, strings, numbers, booleans, None."""


_NO_SHARING: Final = 0
"""The version of marshal in which equal values have equal bytes: later ones tell how objects are shared."""


class _Missing:
    def __repr__(self) -> str:
        return "absent"


MISSING: Final = _Missing()
"""Stands where a value would, when there is none."""


def get(tree: Tree, address: Address) -> Tree:
    """The value at an address, or MISSING."""
    for token in address:
        if not _has(tree, token):
            return MISSING
        tree = tree[token]
    return tree


def replace(tree: Tree, address: Address, value: Tree) -> Tree:
    """A tree with the value at an address replaced; the last token may be a key that is not there yet.

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
    unique = set(addresses)
    if () in unique:
        raise ValueError("the root of a document cannot be removed")
    # Deepest first, and from the back of each list, so that no index shifts under another.
    for address in sorted(unique, key=lambda a: (-len(a), [(isinstance(t, str), _back(t)) for t in a])):
        tree = replace(tree, address[:-1], _without(get(tree, address[:-1]), address[-1]))
    return tree


def rename_key(tree: Tree, address: Address, name: str) -> Tree:
    """A tree in which the key at an address has another name and the same position.

    Raises KeyError when the key does not exist or the new name is taken.
    """
    parent, old = get(tree, address[:-1]), address[-1]
    if not isinstance(parent, Mapping) or old not in parent or (name in parent and name != old):
        raise KeyError(name)
    return replace(tree, address[:-1], {name if key == old else key: value for key, value in parent.items()})


def same(one: Tree, other: Tree) -> bool:
    """Whether two trees are equal as JSON: key order aside, 1, 1.0 and true all different."""
    return _equal(one, other, ordered=False)


def identical(one: Tree, other: Tree) -> bool:
    """Whether two trees are equal and list their keys in the same order."""
    return _equal(one, other, ordered=True)


def identical_throughout(one: Tree, other: Tree) -> bool:
    """The same as identical, at a third of the time for trees that share nothing: their serial forms are compared."""
    return marshal.dumps(one, _NO_SHARING) == marshal.dumps(other, _NO_SHARING)


def first_difference(one: Tree, other: Tree, address: Address = ()) -> Address | None:
    """The first address, in document order, at which two trees differ, or None when they are identical."""
    if identical(one, other):
        return None
    if isinstance(one, dict) and isinstance(other, dict) and list(one) == list(other):
        tokens: Iterable[str | int] = one
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        tokens = range(len(one))
    else:
        return address
    return next(found for t in tokens if (found := first_difference(one[t], other[t], (*address, t))) is not None)


def depth_exceeds(tree: Tree, most: int) -> bool:
    """Whether a tree nests more collections in one another than so many; found level by level, without recursion."""
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
    return json.dumps(tree, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


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
        return keys_agree and all(_equal(value, other[key], ordered=ordered) for key, value in one.items())
    if isinstance(one, list):
        return all(_equal(a, b, ordered=ordered) for a, b in zip(one, other, strict=True))
    return bool(one == other or (one != one and other != other))  # noqa: PLR0124 - not a number is itself here


def _has(tree: Tree, token: str | int) -> bool:
    if isinstance(tree, list):
        return isinstance(token, int) and -len(tree) <= token < len(tree)
    return isinstance(tree, dict) and token in tree


def _back(token: str | int) -> int:
    return -token if isinstance(token, int) else 0


def _without(parent: Tree, token: str | int) -> Tree:
    if isinstance(parent, list):
        if not isinstance(token, int):
            raise KeyError(token)
        members = list(parent)
        del members[token]
        return members
    if not isinstance(parent, dict) or token not in parent:
        raise KeyError(token)
    return {key: value for key, value in parent.items() if key != token}
