"""Which media types an operation takes and gives: `consumes` and `produces`, by inheritance."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree
from specmend.source.swagger.notes import Fields, Notes, Place

JSON: Final = "application/json"
OCTETS: Final = "application/octet-stream"
KEYS: Final = ("consumes", "produces")

Holder = tuple[Tree, Address]
"""An object that may have `consumes` and `produces`, and its address."""


class MediaTypes(NamedTuple):
    """Media types in their order, and where they are given or could have been."""

    types: tuple[str, ...]
    given_at: Address


def effective(holders: Iterable[Holder], key: str) -> MediaTypes:
    """The list of the nearest object that has one; an empty list clears those further out.

    Swagger 2.0, Operation Object, `consumes` and `produces`. No list at all is none at the root.
    """
    for holder, address in holders:
        listed = understood(holder.get(key)) if isinstance(holder, dict) else None
        if listed is not None:
            return MediaTypes(listed, (*address, key))
    return MediaTypes((), ())


def understood(value: Tree) -> tuple[str, ...] | None:
    """The media types that a value lists, each once; None for what is no list of texts.

    A text alone counts as a list of one.
    """
    listed = [value] if isinstance(value, str) else value
    if not isinstance(listed, list) or not all(isinstance(name, str) for name in listed):
        return None
    return tuple(dict.fromkeys(name.strip() for name in listed if name.strip()))


def drop(value: Tree, place: Place, notes: Notes) -> Fields:
    """No field: what the list says is in the bodies and responses; what is no list stays."""
    if understood(value) is None:
        notes.expected(place.old, "a list of media types", value)
        return {place.old[-1]: value} if isinstance(place.old[-1], str) else {}
    return {}


def assumed(media: MediaTypes, key: str, otherwise: str, notes: Notes) -> tuple[str, ...]:
    """The media types, or the one to assume where none is given, with a remark."""
    if media.types:
        return media.types
    what = "bodies" if key == "consumes" else "responses"
    where = f"No `{key}` says" if not media.given_at else f"This empty `{key}` does not say"
    message = f"{where} of which media type the {what} are: `{otherwise}` is assumed."
    notes.remark(media.given_at, message)
    return (otherwise,)
