"""The references of a document: where they stand and what they name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final
from urllib.parse import unquote

from specmend.document.openapi.kinds import UNKNOWN, Spot, spot_below
from specmend.document.tree.pointer import Address, parse_pointer
from specmend.document.tree.values import MISSING, Tree, get

_HOLDERS: Final = (dict, list)


def references(tree: Tree, start: Spot = UNKNOWN) -> Iterator[tuple[Address, str]]:
    """Every `$ref` with its address, in document order; examples and the like are data.

    `start` is what the tree is, where it is only a part of a document.
    """
    for address, value, _ in referring(tree, start):
        yield (*address, "$ref"), value["$ref"]


def referring(
    tree: Tree, start: Spot = UNKNOWN, *, with_key: str = "$ref"
) -> Iterator[tuple[Address, Tree, Spot]]:
    """The objects that are references, or have a key, with what each is, in document order."""
    todo: list[tuple[Address, Tree, Spot]] = [((), tree, start)] if start.kind != "data" else []
    while todo:
        address, value, spot = todo.pop()
        members: Iterable[tuple[str | int, Tree]] = ()
        if isinstance(value, dict):
            members = value.items()
            refers = isinstance(value.get("$ref"), str) and spot.may_refer
            if refers or (with_key in value and with_key != "$ref"):
                yield address, value, spot
        elif isinstance(value, list):
            members = enumerate(value)
        below = [
            ((*address, token), child, spot_below(spot, token))
            for token, child in members
            if isinstance(child, _HOLDERS)
        ]
        todo += [place for place in reversed(below) if place[2].kind != "data"]


def resolve(tree: Tree, reference: str) -> Tree:
    """The value that a reference inside the document names, or MISSING (RFC 6901 section 6)."""
    try:
        tokens = address_of(reference)
    except ValueError:
        return MISSING
    for token in map(str, tokens):
        if isinstance(tree, dict) and token in tree:
            tree = tree[token]
        elif isinstance(tree, list) and token.isdecimal() and int(token) < len(tree):
            tree = tree[int(token)]
        else:
            return MISSING
    return tree


def address_of(reference: str) -> Address:
    """The address that a reference inside the document names; its tokens are all texts."""
    return parse_pointer(unquote(reference.removeprefix("#")))


def locate(tree: Tree, reference: str) -> Address | None:
    """The address of what a reference names, indexes of lists as numbers; None for nothing."""
    if not reference.startswith("#"):
        return None
    try:
        tokens = address_of(reference)
    except ValueError:
        return None
    address: list[str | int] = []
    for token in map(str, tokens):
        if isinstance(tree, dict) and token in tree:
            address.append(token)
        elif isinstance(tree, list) and token.isdecimal() and int(token) < len(tree):
            address.append(int(token))
        else:
            return None
        tree = tree[address[-1]]
    return tuple(address)


def follow(tree: Tree, address: Address) -> tuple[Address, Tree]:
    """The place that a place leads to by references, and its value.

    The way ends at what is no reference, and at a reference that leads nowhere, back, or elsewhere.
    """
    seen: set[Address] = set()
    while address not in seen:
        seen.add(address)
        value = _at(tree, address)
        target = locate(tree, reference_of(value))
        if target is None:
            return address, value
        address = target
    return address, _at(tree, address)


def reference_of(value: Tree) -> str:
    """The reference that a value is; empty for any other value."""
    reference = value.get("$ref") if isinstance(value, dict) else None
    return reference if isinstance(reference, str) else ""


def leads_away(value: Tree) -> bool:
    """Whether a value is a reference to another document."""
    reference = reference_of(value)
    return bool(reference) and not reference.startswith("#")


def target_at(tree: Tree, address: Address) -> Address | None:
    """The place that the reference at a place names; None where there is none, or it names none."""
    return locate(tree, reference_of(get(tree, address)))


def inside(value: Tree) -> list[tuple[str | int, Tree]]:
    """The mappings and lists that a value holds."""
    members: list[tuple[str | int, Tree]] = []
    if isinstance(value, dict):
        members += value.items()
    elif isinstance(value, list):
        members += enumerate(value)
    return [(token, member) for token, member in members if isinstance(member, dict | list)]


def _at(tree: Tree, address: Address) -> Tree:
    for token in address:
        tree = tree[token]
    return tree
