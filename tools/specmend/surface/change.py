"""The record of one change of a package for its users."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

Level = Literal["breaking", "warning", "info"]
Breaks = Literal["run-time", "types", ""]
Direction = Literal["request", "response", "both", "none"]


@dataclass(frozen=True, kw_only=True, slots=True)
class SurfaceChange:
    """One change, however many places it shows at.

    `breaks` says whether programs fail when they run, or type checkers alone complain. `direction`
    is that of the model or argument. `place` is the path of what changed in the package, and
    `subject` the same as users write it. `instead` is what to write now, where that is known.
    `affects` are further places that change for the same reason, at most 20 of the number in
    `affected`. `by` is who made the change, where the caller knows that.
    """

    id: str
    level: Level
    breaks: Breaks = ""
    direction: Direction = "none"
    place: str
    subject: str
    words: str
    before: str = ""
    after: str = ""
    instead: str = ""
    affects: tuple[str, ...] = ()
    affected: int = 0
    by: str = ""

    @property
    def cause(self) -> str:
        """The same digest for the same change at the same place, on every run."""
        told = f"{self.id}\0{self.place}\0{self.before}\0{self.after}"
        return hashlib.sha256(told.encode()).hexdigest()[:12]
