"""The record of one change of an API between two versions of its document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from specmend.document.tree.pointer import Address

Direction = Literal["request", "answer", "both", ""]
"""What users of the API see the change in: what they send, what they get, both, or neither."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ApiChange:
    """One change: of which operation or schema, in which direction, and what, in the words of the API.

    `address` is the place in the new document, or in the old one where it is gone there.
    """

    subject: str
    direction: Direction
    words: str
    address: Address

    @property
    def line(self) -> str:
        """The change in one line."""
        where = {
            "request": " (sent)",
            "answer": " (answered)",
            "both": " (sent and answered)",
            "": "",
        }
        return f"{self.subject}{where[self.direction]}: {self.words}"
