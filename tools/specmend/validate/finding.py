"""The record of a finding: a fault with its place in a file and its origin."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

Origin = Literal["upstream", "step"]
Level = Literal["error", "warning"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Mending:
    """The step that would mend a fault: its title, the query of its target, and its one action."""

    title: str
    target: str
    action: Mapping[str, Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """A fault with its place in a file (from 1) and where it comes from.

    `origin` is `upstream` for a fault that the upstream document already has, else `step`; `step`
    is then the number of the step that made it (0 when it is not known). `level` is `warning` for
    what specmend reads as it is meant, against the letter of the standard. `advice` tells what to
    do, and `mend` is the step that does it, where one step can.
    """

    rule: str
    message: str
    file: str
    line: int
    column: int
    pointer: str
    origin: Origin
    step: int = 0
    level: Level = "error"
    advice: str = ""
    mend: Mending | None = None

    @property
    def is_by_a_step(self) -> bool:
        """Whether it is an error that a step made."""
        return self.origin == "step" and self.level == "error"

    @property
    def sentence(self) -> str:
        """The message, and what to do about it."""
        return f"{self.message}; {self.advice}" if self.advice else self.message

    @property
    def location(self) -> str:
        """The place as `file:line:column`."""
        return f"{self.file}:{self.line}:{self.column}"
