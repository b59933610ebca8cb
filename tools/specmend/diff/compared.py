"""What the rules for schemas need of the comparison that they are part of."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from specmend.diff.delta import Delta
from specmend.diff.side import Side
from specmend.diff.view import View
from specmend.document.tree.pointer import Address


class Compared(Protocol):
    """Two documents, and what is known of their components."""

    @property
    def old(self) -> Side:
        """The old document."""

    @property
    def new(self) -> Side:
        """The new document."""

    @property
    def sides(self) -> tuple[Side, Side]:
        """The old document and the new one."""

    def is_one(self, old: Address | None, new: Address | None) -> bool:
        """Whether two components are the same one, under one name or another."""

    def is_known(self, old: Address, new: Address) -> bool:
        """Whether two components are known to be the same one."""

    def note(self, old: Address, new: Address) -> None:
        """Have two components that are the same one compared, once."""

    def schemas(self, old: Sequence[Address], new: Sequence[Address]) -> list[Delta]:
        """What differs between the schemas at some places."""

    def say_the_same(
        self, old: Sequence[Address], new: Sequence[Address], *, but: Collection[str] = ()
    ) -> bool:
        """Whether schemas say the same, but for what differs in components of both."""

    def trial(self) -> AbstractContextManager[None]:
        """What is compared in it is not told, and makes no two components one."""

    def view(self, side: Side, places: Sequence[Address]) -> View:
        """What the schemas at some places say together."""
