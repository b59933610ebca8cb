"""The places of upstream's document that a series touches; of a list, the members."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from specmend.diff.api_change import ApiChange
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree, same
from specmend.drift.value_actions import VALUE_ACTIONS
from specmend.drift.verdicts import ActionVerdict, PlaceVerdict, StepVerdict
from specmend.steps.step import Verdict

_MADE: Final = (Verdict.APPLIES, Verdict.MOVED)

Moved = tuple[Address, Address]
"""The address of a key before and after a step renamed it."""


class Touched:
    """Places with all that is below them; of a key that is renamed, the key alone.

    Of a list the members count that came or went, each by what it says: another member that
    upstream adds, changes or removes is not touched.
    """

    def __init__(self) -> None:
        self._keys: set[Address] = set()
        self._places: set[Address] = set()
        self._members: dict[Address, list[Tree]] = {}

    def add(self, place: Address) -> None:
        """Add a place where a value changes."""
        self._places.add(place)

    def add_members(self, place: Address, members: Iterable[Tree]) -> None:
        """Add members that a list gains or loses."""
        self._members.setdefault(place, []).extend(members)

    def add_key(self, place: Address) -> None:
        """Add a place of which the key alone changes."""
        self._keys.add(place)

    def holds(self, change: ApiChange) -> bool:
        """Whether a change of upstream's is at places that a step touches, all of it."""
        if change.member is MISSING:
            return all(address in self for address in (change.address, *change.also))
        address = change.address
        holder = address[:-1] if isinstance(address[-1:][0], int) else address
        if _is_among(change.member, self._members.get(holder, [])):
            return True
        return self._is_inside(holder) or (holder != address and self._is_below(address))

    def __contains__(self, address: Address) -> bool:
        return address in self._keys or self._is_inside(address)

    def _is_inside(self, address: Address) -> bool:
        return any(address[:length] in self._places for length in range(len(address) + 1))

    def _is_below(self, address: Address) -> bool:
        return any(address[:length] in self._places for length in range(len(address)))


def touched_by(verdicts: Iterable[StepVerdict]) -> Touched:
    """The places that steps touch, as they stand in upstream's document."""
    touched = Touched()
    moved: list[Moved] = []
    removed: list[Address] = []
    for action in _actions(verdicts):
        for place in action.places:
            if not _is_upstreams(action, place):
                _add(touched, place, _before(_known_at(place), moved, removed))
        for place in action.places:
            if place.now_at is None or place.verdict not in _MADE:
                continue
            if place.renamed:
                moved.append((place.now_at, (*place.now_at[:-1], str(place.ours))))
        # All indexes of one action are those before it: undoing it goes from the first on.
        removed += sorted(_removed_members(action), reverse=True)
    return touched


def _is_upstreams(action: ActionVerdict, place: PlaceVerdict) -> bool:
    """Whether an edit of the structure is made though upstream changed a place of it.

    The change is not its own: an edit that moves what stands at a place takes along what it finds,
    as `extract-schema` does.
    """
    if action.verdict not in _MADE or action.action.verb in VALUE_ACTIONS:
        return False
    return not place.renamed and place.verdict not in _MADE


def _add(touched: Touched, place: PlaceVerdict, at: Address) -> None:
    if place.renamed:
        touched.add_key(at)
        return
    members = _members_of(place)
    if members is not None:
        touched.add_members(at, members)
        return
    if at and isinstance(at[-1], int):
        values = [place.recorded, place.now, place.ours]
        touched.add_members(at[:-1], [value for value in values if value is not MISSING])
    # The index of what is gone is that of another member now.
    if place.now_at is not None or not any(isinstance(key, int) for key in at):
        touched.add(at)


def _members_of(place: PlaceVerdict) -> list[Tree] | None:
    """The members that a step adds to a list or removes from it; None where it is about no list."""
    before, after = place.recorded, place.ours
    if not isinstance(before, list) or not isinstance(after, list):
        return None
    added = [member for member in after if not _is_among(member, before)]
    return added + [member for member in before if not _is_among(member, after)]


def _is_among(member: Tree, members: Iterable[Tree]) -> bool:
    return any(same(member, other) for other in members)


def _known_at(place: PlaceVerdict) -> Address:
    return place.address if place.now_at is None else place.now_at


def _removed_members(action: ActionVerdict) -> Iterator[Address]:
    """The members of lists that an action removes, by their indexes before it."""
    for place in action.places:
        at = place.now_at
        is_made = place.verdict in _MADE and place.ours is MISSING and not place.renamed
        if at and isinstance(at[-1], int) and is_made:
            yield at


def _actions(verdicts: Iterable[StepVerdict]) -> Iterator[ActionVerdict]:
    for step in verdicts:
        yield from step.actions


def _before(address: Address, moved: Iterable[Moved], removed: Iterable[Address]) -> Address:
    """An address as it was before steps renamed keys and removed members on the way to it."""
    for old, new in reversed(list(moved)):
        if address[: len(new)] == new:
            address = (*old, *address[len(new) :])
    for gone in reversed(list(removed)):
        depth = len(gone) - 1
        index, lost = address[depth : depth + 1], gone[-1]
        is_behind = address[:depth] == gone[:-1] and index and isinstance(index[0], int)
        if is_behind and isinstance(lost, int) and int(index[0]) >= lost:
            address = (*address[:depth], int(index[0]) + 1, *address[depth + 1 :])
    return address
