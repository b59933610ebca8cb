"""References carried along when what they name gets another name or place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final
from urllib.parse import quote, unquote

from specmend.document.openapi.references import is_data, names_below
from specmend.document.tree.pointer import Address, format_pointer, parse_pointer
from specmend.document.tree.values import Tree

SCHEMAS: Final[Address] = ("components", "schemas")
_REFERENCES: Final = ("$ref", "operationRef")
_SAFE: Final = "~!$&'()*+,;=:@/"


def retarget(tree: Tree, moved: Mapping[Address, Address]) -> Tree:
    """A tree in which every reference into one of the old places leads to its new place.

    Followed are `$ref`, the `operationRef` of links, and the mappings of discriminators, which may name a
    schema alone (OpenAPI 3.1 section 4.8.25). What stands in examples and defaults is data and stays. A
    reference that is percent-encoded stays so (RFC 6901 section 6).
    """
    pointers = {tuple(map(str, old)): new for old, new in moved.items()}
    return map_references(tree, lambda reference: _moved(reference, pointers))


def map_references(tree: Tree, change: Callable[[str], str], *, names: bool = False) -> Tree:
    """A tree with every reference changed by a function; whatever holds none is shared with the old tree."""
    if isinstance(tree, list):
        members = [map_references(member, change) for member in tree]
        return members if any(a is not b for a, b in zip(members, tree, strict=True)) else tree
    if not isinstance(tree, dict):
        return tree
    made = {key: _member(key, value, change, names=names) for key, value in tree.items()}
    return made if any(made[key] is not tree[key] for key in made) else tree


def every_reference(tree: Tree) -> list[str]:
    """Every reference that `retarget` would follow, in document order."""
    found: list[str] = []

    def note(reference: str) -> str:
        found.append(reference)
        return reference

    map_references(tree, note)
    return found


def _member(key: str, value: Tree, change: Callable[[str], str], *, names: bool) -> Tree:
    if not names:
        if key in _REFERENCES and isinstance(value, str):
            return _kept(value, change(value))
        if (
            key == "discriminator"
            and isinstance(value, dict)
            and isinstance(value.get("mapping"), dict)
        ):
            return _discriminator(value, change)
        if is_data(key):
            return value
    return map_references(value, change, names=names_below(key, names=names))


def _discriminator(value: Tree, change: Callable[[str], str]) -> Tree:
    mapping = {word: _schema(target, change) for word, target in value["mapping"].items()}
    return {**value, "mapping": mapping} if mapping != value["mapping"] else value


def _schema(target: Tree, change: Callable[[str], str]) -> Tree:
    """A mapping's target: a reference, or the bare name of a schema."""
    if not isinstance(target, str) or "/" in target or "#" in target:
        return change(target) if isinstance(target, str) else target
    prefix = "#" + format_pointer(SCHEMAS) + "/"
    changed = change(prefix + format_pointer((target,))[1:])
    return parse_pointer(changed[1:])[-1] if changed.startswith(prefix) else changed


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
