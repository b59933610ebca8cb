"""The record of one change of an API between two versions of its document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree

Direction = Literal["request", "answer", "both", ""]
"""Where users of the API see a change: in what they send, what they get, both, or neither."""

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
    list at the address gained or lost; MISSING where it is not about one.
    """

    subject: str
    direction: Direction = ""
    message: str
    address: Address
    also: tuple[Address, ...] = ()
    member: Tree = MISSING

    @property
    def line(self) -> str:
        """The change in one line."""
        return f"{self.subject}{_SHOWN[self.direction]}: {self.message}"
