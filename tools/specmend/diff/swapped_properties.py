"""Properties each of which is now what another one was, under its own name or another one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from specmend.diff.compared import Compared
from specmend.diff.delta import NAME, Delta, below
from specmend.diff.swapped import SWAPPED, in_turn, may_be_one, with_swapped
from specmend.diff.view import Part

PROPERTY: Final = "property"
"""The kind of the properties of a schema, which come, go, and are required or not."""

_Names = tuple[str | None, str | None]
"""What a property was called, and what it is called now; None where it is not there."""

_Parts = Mapping[str, Part]


def with_swapped_properties(
    compared: Compared, before: _Parts, after: _Parts, found: Mapping[str, list[Delta]]
) -> Iterator[Delta]:
    """What was found by name, with that of properties that are swapped as one difference."""
    by_names: dict[_Names, list[Delta]] = {
        (name if name in before else None, name if name in after else None): deltas
        for name, deltas in found.items()
    }
    # What only went, or only came, is no property under another name.
    alone = [] if before.keys() - after.keys() else [name for name in by_names if name[0] is None]
    alone += [] if after.keys() - before.keys() else [name for name in by_names if name[1] is None]
    swaps = _Swaps(compared=compared, before=before, after=after)
    yield from with_swapped(by_names, swaps.crosswise, swaps.one_of, alone)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Swaps:
    """The properties of a schema in both documents."""

    compared: Compared
    before: _Parts
    after: _Parts

    def crosswise(self, one: _Names, other: _Names) -> list[Delta] | None:
        """What differs between a property and one of another name now; None where none is there."""
        was, name = one[0], other[1]
        if was is None and name is None:
            # One that came may be the one that went, under another name.
            return []
        if was is None or name is None or (one[1] is None and other[0] is None):
            return None
        places = self.before[was].addresses, self.after[name].addresses
        sides = zip(self.compared.sides, places, strict=True)
        if not may_be_one(*(side.at(place[0]) for side, place in sides)):
            return None
        with self.compared.trial():
            return [*below(self.compared.schemas(*places), path=(name,))]

    def one_of(self, names: Sequence[_Names], parts: tuple[Delta, ...]) -> Delta:
        """The one difference of properties that are swapped."""
        known = [(old, new) for old, new in names if old is not None and new is not None]
        gone = [old for old, new in names if new is None]
        come = [new for old, new in names if old is None]
        first = known[0][0]
        was, place = self.before[first].addresses[0], self.after[first].addresses[0]
        others = [f"`{new}`" for _, new in known[1:]]
        renamed = [f"`{new}` (`{old}` before)" for old, new in zip(gone, come, strict=True)]
        return Delta(
            path=(first,),
            text=f"{in_turn([NAME, *others, *renamed])} are swapped",
            address=place,
            kind=PROPERTY,
            key=SWAPPED,
            before=self.compared.old.at(was),
            after=self.compared.new.at(place),
            was=was,
            parts=parts,
        )
