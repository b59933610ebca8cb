"""The record of a finding: a fault with its place in a file and its origin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Origin = Literal["upstream", "step"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """A fault with its place in a file (from 1) and where it comes from.

    `origin` is `upstream` for a fault that the upstream document already has, else `step`; `step`
    is then the number of the step that made it (0 when it is not known).
    """

    rule: str
    message: str
    file: str
    line: int
    column: int
    pointer: str
    origin: Origin
    step: int = 0

    @property
    def location(self) -> str:
        """The place as `file:line:column`."""
        return f"{self.file}:{self.line}:{self.column}"
