"""What a reference leads to, and where it stands in the document that is made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from specmend.document.openapi.kinds import PARTS
from specmend.document.openapi.operations import METHODS
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree
from specmend.source.bundle.source import Source

_TABLES: Final = frozenset({"definitions", "$defs", *PARTS["components"]})
"""Keywords under which things stand by their names."""

_SILENT: Final = frozenset({"properties", "content", "schema", *_TABLES})
"""Keywords that say nothing in a name."""


@dataclass(frozen=True, slots=True)
class Target:
    """A place of a file that becomes a component of a kind."""

    kind: str
    source: str
    address: Address


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the document that is made: inside a component, or inside the root."""

    home: Target | None
    inside: Address

    def below(self, token: str | int) -> Place:
        """The place under a key."""
        return Place(self.home, (*self.inside, token))


@dataclass(frozen=True, slots=True)
class Resolved:
    """The value at the end of a reference, which is a pure reference itself no longer.

    `aliases` are the places that the way leads through, the first one being what the reference
    names.
    """

    source: Source
    address: Address
    value: Tree
    aliases: tuple[tuple[Source, Address], ...]


@dataclass(frozen=True, slots=True)
class Here:
    """Where a value is read, where it is written, and the references that are written out around.

    `chain` holds file and address of each of these.
    """

    source: Source
    address: Address
    place: Place
    chain: tuple[tuple[str, Address], ...] = ()

    def below(self, token: str | int) -> Here:
        """The same for what stands under a key."""
        place = self.place.below(token)
        return Here(self.source, (*self.address, token), place, self.chain)


def words_of(source: Source, address: Address) -> tuple[str, ...]:
    """The words that name a place of a file, the last one being the name itself.

    An entry of a table has the name of its key; a part of something is named with what it is in.
    """
    words = source.words
    if len(words) > 1 and words[-1] in ("index", "_index"):
        words = words[:-1]
    if not address:
        return words
    if _is_entry(address):
        return (*words, str(address[-1]))
    parts = [str(token) for token in address if token not in _SILENT]
    return (*words[:-1], "_".join([*words[-1:], *parts]))


def _is_entry(address: Address) -> bool:
    """Whether an address is that of an entry of a table, and not of a part of something."""
    if len(address) == 1:
        return isinstance(address[0], str) and address[0] not in PARTS["schema"]
    return address[-2] in _TABLES and address[0] not in METHODS
