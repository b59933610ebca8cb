"""Where work that takes its time says what it is doing; nothing here prints."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from typing import Final, Protocol


class Progress(Protocol):
    """Hears of the steps of a long run, one at a time."""

    def step(self, api: str, message: str) -> AbstractContextManager[None]:
        """A context in which one step of the work for an API is done."""


class Silent:
    """A Progress that says nothing."""

    def __repr__(self) -> str:
        return "SILENT"

    def step(self, api: str, message: str) -> AbstractContextManager[None]:  # noqa: ARG002
        """A context that does nothing."""
        return nullcontext()


SILENT: Final[Progress] = Silent()
"""The default of whatever takes a Progress."""
