"""Bodies and responses that several operations share, though their media types may differ."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from specmend.document.openapi.operations import METHODS
from specmend.document.openapi.references import follow, reference_of
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, get
from specmend.source.swagger.media_types import Holder, MediaTypes, effective
from specmend.source.swagger.notes import Notes

_TABLES: Final = {"parameters": "consumes", "responses": "produces"}
"""Where what is shared stands, and what says of which media types it is there."""


class Shared:
    """The media types of each shared body and response: those of the document, or of all its users.

    Where its users differ, and none has those of the document, it has those of the first; an
    operation with others gets a copy of its own.
    """

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self._wanted: dict[Address, list[MediaTypes]] = {}
        for address, media in _uses(notes.original):
            self._wanted.setdefault(address, []).append(media)

    def media_of(self, address: Address) -> MediaTypes:
        """The media types of what stands at an address of the original."""
        own = effective([(self._notes.original, ())], _TABLES[str(address[0])])
        wanted = self._wanted.get(address, [own])
        return own if any(media.types == own.types for media in wanted) else wanted[0]

    def fits(self, address: Address, media: MediaTypes) -> bool:
        """Whether a reference to the place says the same as a copy of it with these media types."""
        if len(address) != 2 or address[0] not in _TABLES:  # noqa: PLR2004
            return False
        return self.media_of(address).types == media.types


def holders_of(original: Tree, *addresses: Address) -> list[Holder]:
    """The objects at the addresses, and the document last."""
    return [(get(original, address), address) for address in (*addresses, ())]


def _uses(original: Tree) -> Iterator[tuple[Address, MediaTypes]]:
    """Every shared parameter and response that an operation refers to, with its media types."""
    for item, operation in _operations(original):
        for table, key in _TABLES.items():
            media = effective(holders_of(original, operation, item), key)
            owners = (item, operation) if table == "parameters" else (operation,)
            for address in (a for owner in owners for a in _members(original, (*owner, table))):
                if reference_of(get(original, address)):
                    target, _ = follow(original, address)
                    yield target, media


def _operations(original: Tree) -> Iterator[tuple[Address, Address]]:
    paths = original.get("paths")
    for path, item in paths.items() if isinstance(paths, dict) else ():
        for method in METHODS:
            if isinstance(item, dict) and isinstance(item.get(method), dict):
                yield ("paths", path), ("paths", path, method)


def _members(original: Tree, address: Address) -> Iterator[Address]:
    value = get(original, address)
    if isinstance(value, dict):
        yield from ((*address, key) for key in value)
    elif isinstance(value, list):
        yield from ((*address, index) for index in range(len(value)))
