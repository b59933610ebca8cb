"""The record of one change of an API between two versions of its document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from specmend.document.tree.pointer import Address

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
    """One change of an operation, a schema or the rest of the document, which is the `subject`.

    `address` is the place in the new document, or in the old one where it is gone.
    """

    subject: str
    direction: Direction = ""
    message: str
    address: Address

    @property
    def line(self) -> str:
        """The change in one line."""
        return f"{self.subject}{_SHOWN[self.direction]}: {self.message}"
