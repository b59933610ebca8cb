"""Places by what tells the members of lists apart, instead of by their indexes."""

from __future__ import annotations

from typing import Final

from specmend.document.openapi.kinds import DOCUMENT, Spot, spot_below
from specmend.document.openapi.references import follow
from specmend.document.tree.pointer import Address, format_pointer, parse_pointer
from specmend.document.tree.values import MISSING, Tree, canonical, get

_LONGEST: Final = 60
_NAMES: Final = ("name", "url", "title")


def place_by_identity(tree: Tree, address: Address) -> str:
    """A place as a JSON Pointer in which members of lists have names.

    A parameter is `in:name`, a server its URL, a tag its name, a requirement its schemes, a schema
    the end of its reference or its title, and a plain value itself. What has no such name, or
    shares it with another member, keeps its index.
    """
    shown: list[str | int] = []
    spot = DOCUMENT
    for index, token in enumerate(address):
        name = token
        if isinstance(token, int):
            name = _name(tree, address[: index + 1], spot)
        shown.append(name)
        spot = spot_below(spot, token)
    return format_pointer(tuple(shown))


def address_at(tree: Tree, place: str) -> Address | None:
    """The address of a place that `place_by_identity` gave; None where there is none."""
    address: Address = ()
    spot = DOCUMENT
    for token in parse_pointer(place):
        holder = get(tree, address)
        key: str | int | None = token
        if isinstance(holder, list):
            key = _index(tree, address, spot, token)
        if key is None or get(tree, (*address, key)) is MISSING:
            return None
        address = (*address, key)
        spot = spot_below(spot, key)
    return address


def _index(tree: Tree, address: Address, spot: Spot, token: str) -> int | None:
    """The index of the member of a list that a token names."""
    members = get(tree, address)
    for index in range(len(members) if isinstance(members, list) else 0):
        if str(_name(tree, (*address, index), spot)) == token:
            return index
    return None


def _name(tree: Tree, address: Address, spot: Spot) -> str | int:
    members = get(tree, address[:-1])
    name = _name_of(tree, address, spot)
    count = len(members) if isinstance(members, list) else 0
    others = (_name_of(tree, (*address[:-1], index), spot) for index in range(count))
    return name if name and sum(name == other for other in others) == 1 else address[-1]


def _name_of(tree: Tree, address: Address, spot: Spot) -> str:
    value = get(tree, address)
    if value is MISSING:
        return ""
    if isinstance(value, dict) and spot.kind == "security requirement":
        return "+".join(value)
    reference = value.get("$ref") if isinstance(value, dict) else None
    if isinstance(reference, str) and spot.kind == "schema":
        return reference.rpartition("/")[2]
    if isinstance(reference, str):
        _, value = follow(tree, address)
    if not isinstance(value, dict):
        text = value if isinstance(value, str) else canonical(value)
        return text if len(text) <= _LONGEST else ""
    if isinstance(value.get("in"), str) and isinstance(value.get("name"), str):
        return f"{value['in']}:{value['name']}"
    return next((value[key] for key in _NAMES if isinstance(value.get(key), str)), "")
