"""What a conversion notes on its way: its remarks, and which place went where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from specmend.document.text.one_line import one_line
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree

_SHOWN = 40

Fields = Mapping[str, Tree]
"""An object of a document, which nothing here changes in place."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Remark:
    """What has no counterpart in OpenAPI 3.0, was guessed, or was not understood."""

    address: Address
    """Where it stands in the original document."""
    message: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Conversion:
    """An OpenAPI 3.0 document, and what its converter has to say, in the order of the original."""

    tree: Tree
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """Where a part stands in the original, and where it stands in the result."""

    old: Address
    new: Address

    def below(self, *tokens: str | int) -> Place:
        """A place inside that has the same name in both documents."""
        return self.to(tokens, tokens)

    def to(self, old: Address, new: Address) -> Place:
        """A place inside that has one address in the original and another in the result."""
        return Place(old=(*self.old, *old), new=(*self.new, *new))


class Notes:
    """The original document, and what was noted so far."""

    def __init__(self, original: Fields) -> None:
        self.original = original
        self.names: dict[str, dict[str, str]] = {}
        """The names that the members of a table have now, by table and old name."""
        self.moved: dict[Address, Address] = {}
        self._remarks: dict[Remark, None] = {}

    def remark(self, address: Address, message: str) -> None:
        """Note a sentence about a place of the original; the same one counts once."""
        self._remarks.setdefault(Remark(address=address, message=message))

    def expected(self, address: Address, wanted: str, found: Tree) -> None:
        """Note that a place holds something else than it should, and stays as it is."""
        shown = one_line(found, _SHOWN)
        message = f"This is not understood and stays as it is: expected {wanted}, found {shown}."
        self.remark(address, message)

    def move(self, place: Place) -> None:
        """Note where references to a place have to lead; the first such note holds."""
        self.moved.setdefault(place.old, place.new)

    def remarks(self) -> tuple[Remark, ...]:
        """All remarks, in the order of the places in the original."""
        return tuple(sorted(self._remarks, key=lambda remark: self._position(remark.address)))

    def _position(self, address: Address) -> tuple[int, ...]:
        position = []
        value: Tree = self.original
        for token in address:
            keys = list(range(len(value)) if isinstance(value, list) else value)
            position.append(keys.index(token))
            value = value[token]
        return tuple(position)
