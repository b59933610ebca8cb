"""References carried along when what they name gets another name or place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final
from urllib.parse import quote, unquote

from specmend.document.openapi.components import SCHEMA_PREFIX, schema_pointer
from specmend.document.openapi.kinds import UNKNOWN, Spot, spot_below
from specmend.document.tree.pointer import Address, format_pointer, parse_pointer
from specmend.document.tree.values import Tree

_REFERENCES: Final = ("$ref", "operationRef")
_NAMING_SCHEMAS: Final = ("discriminator", "schema name")
_SAFE: Final = "~!$&'()*+,;=:@/"


def retarget(tree: Tree, moved: Mapping[Address, Address]) -> Tree:
    """A tree in which every reference into one of the old places leads to its new place.

    Followed are `$ref`, the `operationRef` of links, and the schemas that discriminators name,
    which may be names alone (OpenAPI 3.1 section 4.8.25; 3.2 has `defaultMapping` besides). What
    stands in examples and defaults is data and stays. A reference that is percent-encoded stays so
    (RFC 6901 section 6).
    """
    pointers = {tuple(map(str, old)): new for old, new in moved.items()}
    return map_references(tree, lambda reference: _moved(reference, pointers))


def map_references(tree: Tree, change: Callable[[str], str], start: Spot = UNKNOWN) -> Tree:
    """A tree with every reference changed by a function; what holds none is shared.

    `start` is what the tree is, where it is only a part of a document.
    """
    if start.kind == "data":
        return tree
    if isinstance(tree, list):
        members = [map_references(m, change, spot_below(start, i)) for i, m in enumerate(tree)]
        return members if any(a is not b for a, b in zip(members, tree, strict=True)) else tree
    if isinstance(tree, dict):
        changed = {key: _member(key, value, change, start) for key, value in tree.items()}
        return changed if any(changed[key] is not tree[key] for key in tree) else tree
    if isinstance(tree, str) and start == Spot("one", "schema name"):
        return _kept(tree, _schema(tree, change))
    return tree


def every_reference(tree: Tree, start: Spot = UNKNOWN) -> list[str]:
    """Every reference that `retarget` would follow, in document order."""
    references: list[str] = []

    def note(reference: str) -> str:
        references.append(reference)
        return reference

    map_references(tree, note, start)
    return references


def _member(key: str, value: Tree, change: Callable[[str], str], spot: Spot) -> Tree:
    if isinstance(value, dict | list):
        return map_references(value, change, spot_below(spot, key))
    if not isinstance(value, str):
        return value
    if key in _REFERENCES and spot.may_refer:
        return _kept(value, change(value))
    if spot.kind in _NAMING_SCHEMAS:
        return map_references(value, change, spot_below(spot, key))
    return value


def _schema(target: str, change: Callable[[str], str]) -> str:
    """What a discriminator names: a reference, or the bare name of a schema."""
    if "/" in target or "#" in target:
        return change(target)
    changed = change(schema_pointer(target))
    return parse_pointer(changed[1:])[-1] if changed.startswith(SCHEMA_PREFIX) else changed


def _moved(reference: str, pointers: Mapping[tuple[str, ...], Address]) -> str:
    if not reference.startswith("#/"):
        return reference
    encoded = "%" in reference
    tokens = parse_pointer(unquote(reference[1:]) if encoded else reference[1:])
    for length in range(len(tokens), 0, -1):
        if tokens[:length] in pointers:
            pointer = format_pointer((*pointers[tokens[:length]], *tokens[length:]))
            return "#" + (quote(pointer, safe=_SAFE) if encoded else pointer)
    return reference


def _kept(old: str, new: str) -> str:
    """The same object where nothing changed, so that identity tells."""
    return old if old == new else new
