"""References carried along when what they name gets another name or place."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Final, TypeAlias
from urllib.parse import quote, unquote

from specmend.document.openapi.components import SCHEMA_PREFIX, schema_pointer
from specmend.document.openapi.identifiers import Identifiers, identifiers, pointer_to
from specmend.document.openapi.kinds import UNKNOWN, Spot, spot_below
from specmend.document.tree.pointer import Address, format_pointer, parse_pointer
from specmend.document.tree.serial import may_hold
from specmend.document.tree.values import Tree

_REFERENCES: Final = ("$ref", "operationRef")
_NAMING_SCHEMAS: Final = ("discriminator", "schema name")
_SAFE: Final = "~!$&'()*+,;=:@/"

Change: TypeAlias = Callable[[Address, str], str]
"""What becomes of a reference, given the object that it stands in."""

_Pointers: TypeAlias = Mapping[tuple[str, ...], Address]
"""The new place of each old one."""


def retarget(tree: Tree, moved: Mapping[Address, Address]) -> Tree:
    """A tree in which every reference into one of the old places leads to its new place.

    Followed are `$ref`, the `operationRef` of links, and the schemas that discriminators name,
    which may be names alone (OpenAPI 3.1 section 4.8.25; 3.2 has `defaultMapping` besides). What
    stands in examples and defaults is data and stays. A reference that is percent-encoded stays so
    (RFC 6901 section 6), and one by an anchor leads to it in its new place as it is. A pointer
    that starts at the `$id` of a schema starts there still, unless it leads out of it now.
    """
    pointers = {tuple(map(str, old)): new for old, new in moved.items()}
    known = identifiers(tree)
    if known.is_empty:
        # A reference that is percent-encoded may spell a word in another way.
        names = (format_pointer(old[-1:])[1:] for old in pointers)
        words = [b"%", *(name.encode("utf-8", "surrogatepass") for name in names)]
        return _map_parts(tree, words, lambda _, reference: _moved(reference, pointers))
    return map_places(tree, lambda at, reference: _moved_at(tree, known, at, reference, pointers))


def map_references(tree: Tree, change: Callable[[str], str], start: Spot = UNKNOWN) -> Tree:
    """A tree with every reference changed by a function; what holds none is shared.

    `start` is what the tree is, where it is only a part of a document.
    """
    return map_places(tree, lambda _, reference: change(reference), start)


def map_places(tree: Tree, change: Change, start: Spot = UNKNOWN, address: Address = ()) -> Tree:
    """The same, for a function that is told where the reference stands: in which object.

    `address` is where the tree itself stands.
    """
    if start.kind == "data":
        return tree
    if isinstance(tree, list):
        members = [
            map_places(m, change, spot_below(start, i), (*address, i)) for i, m in enumerate(tree)
        ]
        return members if any(a is not b for a, b in zip(members, tree, strict=True)) else tree
    if isinstance(tree, dict):
        changed = {k: _member(k, value, change, start, address) for k, value in tree.items()}
        return changed if any(changed[key] is not tree[key] for key in tree) else tree
    if isinstance(tree, str) and start == Spot("one", "schema name"):
        return _kept(tree, _schema(tree, lambda reference: change(address, reference)))
    return tree


def every_reference(tree: Tree, start: Spot = UNKNOWN) -> list[str]:
    """Every reference that `retarget` would follow, in document order."""
    references: list[str] = []

    def note(reference: str) -> str:
        references.append(reference)
        return reference

    map_references(tree, note, start)
    return references


def _map_parts(
    tree: Tree, words: Collection[bytes], change: Change, spot: Spot = UNKNOWN, levels: int = 3
) -> Tree:
    """The same as map_places, for a change of references that hold one of the words.

    The mappings of the third level, such as an operation or a schema of the components, are not
    walked where they hold none: a large document has few that do.
    """
    if not levels:
        return map_places(tree, change, spot)

    def part(key: str, value: Tree) -> Tree:
        if not isinstance(value, dict):
            return _member(key, value, change, spot, ())
        if levels == 1 and not may_hold(value, words):
            return value
        return _map_parts(value, words, change, spot_below(spot, key), levels - 1)

    changed = {key: part(key, value) for key, value in tree.items()}
    return changed if any(changed[key] is not tree[key] for key in tree) else tree


def _member(key: str, value: Tree, change: Change, spot: Spot, address: Address) -> Tree:
    if isinstance(value, dict | list):
        return map_places(value, change, spot_below(spot, key), (*address, key))
    if not isinstance(value, str):
        return value
    if key in _REFERENCES and spot.may_refer:
        return _kept(value, change(address, value))
    if spot.kind in _NAMING_SCHEMAS:
        return map_places(value, change, spot_below(spot, key), address)
    return value


def _schema(target: str, change: Callable[[str], str]) -> str:
    """What a discriminator names: a reference, or the bare name of a schema."""
    if "/" in target or "#" in target:
        return change(target)
    changed = change(schema_pointer(target))
    return parse_pointer(changed[1:])[-1] if changed.startswith(SCHEMA_PREFIX) else changed


def _moved(reference: str, pointers: _Pointers) -> str:
    if not reference.startswith("#/"):
        return reference
    encoded = "%" in reference
    tokens = parse_pointer(unquote(reference[1:]) if encoded else reference[1:])
    place = _new_place(tokens, pointers)
    if place == tokens:
        return reference
    pointer = format_pointer(place)
    return "#" + (quote(pointer, safe=_SAFE) if encoded else pointer)


def _moved_at(
    tree: Tree, known: Identifiers, address: Address, reference: str, pointers: _Pointers
) -> str:
    """A reference that may start at the URI of the document or of one of its schemas."""
    uri, _, fragment = reference.partition("#")
    root = known.start_of(tree, address, reference)
    if root is None or not fragment.startswith("/"):
        return reference
    if not root:
        return uri + _moved("#" + fragment, pointers)
    start, place = (
        _new_place(root, pointers),
        _new_place((*root, *parse_pointer(fragment)), pointers),
    )
    if place[: len(start)] != start:
        return pointer_to(place)
    inside = pointer_to(place[len(start) :])
    return reference if inside == "#" + fragment else uri + inside


def _new_place(place: Address, pointers: _Pointers) -> tuple[str, ...]:
    """The tokens of a place after the moves."""
    tokens = tuple(map(str, place))
    for length in range(len(tokens), 0, -1):
        if tokens[:length] in pointers:
            return (*map(str, pointers[tokens[:length]]), *tokens[length:])
    return tokens


def _kept(old: str, new: str) -> str:
    """The same object where nothing changed, so that identity tells."""
    return old if old == new else new
