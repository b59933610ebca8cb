"""A place where users meet a type: an argument, a field, a result, the name of a type."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from specmend.surface.change import Direction
from specmend.surface.records import Signature

Family = Literal["argument", "field", "result", "type", "value"]
Way = Literal["given", "read"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Called:
    """Something that is called in the new package: `name` of a class or of the package.

    `holder` is the class that has the method, or "". `signature` is the one that is used.
    """

    holder: str
    name: str
    signature: Signature
    on_class: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Site:
    """One place, with its types in the old package (in the names of the new one) and the new one.

    `written` are the same without the names for types written out. `owner` and `name` are those
    of the old package, `place` is where the new package has it: the class of a field, or the type.
    """

    family: Family
    owner: str
    name: str = ""
    direction: Direction = "none"
    before: str
    after: str
    written: tuple[str, str]
    place: str = ""
    field: str = ""
    called: Called | None = None
    fields: tuple[tuple[str, str], ...] = ()

    @property
    def ways(self) -> tuple[Way, ...]:
        """What users do with the type."""
        if self.family in {"result", "value"}:
            return ("read",)
        if self.family == "argument":
            return ("given",)
        ways: dict[Direction, tuple[Way, ...]] = {"request": ("given",), "response": ("read",)}
        return ways.get(self.direction, ("given", "read"))
