"""The record of one change of an API between two versions of its document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from specmend.diff.delta import Delta, Direction
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree

_SHOWN: Final[Mapping[Direction, str]] = {
    "request": " (sent)",
    "answer": " (answered)",
    "both": " (sent and answered)",
    "": "",
}


@dataclass(
    frozen=True,
    kw_only=True,
    slots=True,
)
class ApiChange:
    """One change of an operation, a component or the rest of the document, which is the `subject`.

    `address` is the place in the new document, or where it would be, for what is gone. `also` are
    further places that say the same: all of them are one change. `member` is the member that the
    list at the address gained or lost; MISSING where it is not about one. `delta` is the
    difference that was found, where the change is about a field or an object.
    """

    subject: str
    direction: Direction = ""
    message: str
    address: Address
    also: tuple[Address, ...] = ()
    member: Tree = MISSING
    delta: Delta | None = field(default=None, compare=False, repr=False)

    @property
    def line(self) -> str:
        """The change in one line."""
        return f"{self.subject}{_SHOWN[self.direction]}: {self.message}"
