"""Tells apart the steps that made a part of a change together, by the places that each touches."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from specmend.diff.change import Change
from specmend.diff.identity import address_at
from specmend.document.text.document import Document
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree, same
from specmend.review.origins import UNKNOWN, Stage
from specmend.review.step_pairs import StepPair
from specmend.steps.apply import Applied
from specmend.steps.step_name import digits_of

_RENAMED: Final = "-renamed"
_MOST_RENAMES: Final = 8
"""As many renames of one place are followed: two keys may have changed their names in turn."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Place:
    """A place that a step touched, as the finished document has it.

    A key that only got another name has the same value as before.
    """

    address: Address
    is_renamed: bool
    is_new: bool
    is_gone: bool

    def is_of(self, address: Address) -> bool:
        """Whether what changed at an address may come of this."""
        is_around = not self.is_renamed or len(address) <= len(self.address)
        return is_around and overlap(self.address, address)

    def makes(self, address: Address, change: Change) -> bool:
        """Whether this is what makes what came, takes what went, or gives another name."""
        if change.id.endswith(_RENAMED):
            return self.is_renamed and address == self.address
        is_it = self.is_new if change.before is MISSING else self.is_gone
        return is_it and address[: len(self.address)] == self.address


_Places = Mapping[int, Sequence[_Place]]
"""The places that each step touched, by its number."""


def told_apart(
    changes: Sequence[Change],
    pairs: Sequence[StepPair],
    document: Document,
    before: Applied,
    after: Applied,
) -> Iterator[Stage]:
    """The changes that several steps made between two documents, a part for each that made some.

    A step made those changes whose places it touches. Where several touch a place, it is their
    part together; where none does, nobody knows. `before` and `after` are what became of all steps
    on both sides.
    """
    old, new = _places(before, is_gone=True), _places(after)
    parts: dict[str, list[Change]] = {}
    touched = {step_name(pair): list(_touched(pair, old, new)) for pair in pairs}
    for change in changes:
        found = list(_addresses(change, document, after.document))
        by = " and ".join(_makers(change, found, touched)) or UNKNOWN
        parts.setdefault(by, []).append(change)
    for by, made in parts.items():
        yield Stage(by=by, changes=made)


def step_name(pair: StepPair) -> str:
    """A step as the one who made a change."""
    return f"step {digits_of(pair.number)}"


def overlap(one: Address, other: Address) -> bool:
    """Whether a place is the other one, around it or inside it."""
    length = min(len(one), len(other))
    return one[:length] == other[:length]


def _addresses(change: Change, before: Document, after: Document) -> Iterator[Address]:
    """Where a change is in the document before and in the one after.

    An entry may be about what is not written as such, as `example` in place of `examples`: then it
    is where the nearest thing around it is.
    """
    sides = ((before.tree, change.was or change.place), (after.tree, change.place))
    found = [address_at(tree, place) for tree, place in sides]
    if found == [None, None]:
        found = [_around(tree, place) for tree, place in sides]
    yield from (_holder(address) for address in found if address)


def _around(tree: Tree, place: str) -> Address:
    address = None
    while place and address is None:
        place = place.rpartition("/")[0]
        address = address_at(tree, place)
    return address or ()


def _makers(
    change: Change, found: Sequence[Address], touched: Mapping[str, Sequence[_Place]]
) -> list[str]:
    """The steps that made a change: those that touch its place, or made it by themselves."""
    near = {
        name: [(place, one) for place in places for one in found if place.is_of(one)]
        for name, places in touched.items()
    }
    names = [name for name, pairs in near.items() if pairs]
    if MISSING not in (change.before, change.after) and not change.id.endswith(_RENAMED):
        return names
    sure = [name for name in names if any(place.makes(one, change) for place, one in near[name])]
    return sure or names


def _touched(pair: StepPair, old: _Places, new: _Places) -> Iterator[_Place]:
    yield from old.get(pair.before.number, ()) if pair.before else ()
    yield from new.get(pair.after.number, ()) if pair.after else ()


def _places(applied: Applied, *, is_gone: bool = False) -> _Places:
    """The places that steps touched, under the names that their keys have in the end.

    A step that is gone takes what it made, and gives back what it removed.
    """
    listed = [(outcome.step.number, outcome.touches) for outcome in applied.outcomes]
    places: dict[int, list[_Place]] = {}
    names: dict[Address, Address] = {}
    for number, touch in reversed([(number, one) for number, many in listed for one in many]):
        is_renamed = touch.address != touch.to
        if is_renamed:
            names[touch.address] = touch.to
        elif same(touch.before, touch.after):
            continue
        for address in {touch.address, touch.to}:
            place = _Place(
                address=_holder(_renamed(address, names)),
                is_renamed=is_renamed,
                is_new=(touch.after if is_gone else touch.before) is MISSING,
                is_gone=(touch.before if is_gone else touch.after) is MISSING,
            )
            places.setdefault(number, []).append(place)
    return places


def _renamed(address: Address, names: Mapping[Address, Address]) -> Address:
    """An address after the later renames of the keys on its way."""
    for _ in range(_MOST_RENAMES):
        ends = (end for end in range(len(address), 0, -1) if address[:end] in names)
        end = next(ends, 0)
        if not end:
            break
        address = (*names[address[:end]], *address[end:])
    return address


def _holder(address: Address) -> Address:
    """An address up to the first list on its way: the members of a list have no lasting places."""
    stop = next((at for at, key in enumerate(address) if isinstance(key, int)), len(address))
    return address[:stop]
