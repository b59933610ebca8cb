"""The record of a fault: one breach of a rule, at an address of a tree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from specmend.document.tree.pointer import Address
from specmend.validate.rules.mend import Mend

Level = Literal["error", "warning"]
"""A breach of the standard that nobody can read, or one that is read as what it means."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Fault:
    """One breach of a rule, at an address of a tree; `advice` says what to do about it.

    `beside` is the other one of two places that do not go together, where there is one. `mend` is
    the step that would mend the fault, where one step can.
    """

    rule: str
    address: Address
    message: str
    level: Level = "error"
    advice: str = ""
    beside: Address = ()
    mend: Mend | None = None
