"""The places of upstream's document that a series touches."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from specmend.document.tree.pointer import Address
from specmend.drift.verdicts import PlaceVerdict, StepVerdict
from specmend.steps.step import Verdict

_MADE: Final = (Verdict.APPLIES, Verdict.MOVED)

Rename = tuple[Address, Address]
"""The address of a key before and after a step renamed it."""


class Touched:
    """Places, with all that is above and below them; of a key that is renamed, the key alone."""

    def __init__(self) -> None:
        self._keys: set[Address] = set()
        self._places: set[Address] = set()
        self._above: set[Address] = set()

    def add(self, place: Address) -> None:
        """Add a place where a value changes."""
        self._places.add(place)
        for length in range(len(place)):
            self._above.add(place[:length])

    def add_key(self, place: Address) -> None:
        """Add a place of which the key alone changes."""
        self._keys.add(place)

    def __contains__(self, address: Address) -> bool:
        if address in self._keys or address in self._above:
            return True
        return any(address[:length] in self._places for length in range(len(address) + 1))


def touched_by(verdicts: Iterable[StepVerdict]) -> Touched:
    """The places that steps touch, as they stand in upstream's document."""
    touched = Touched()
    renames: list[Rename] = []
    for place in _places(verdicts):
        now_at = place.now_at
        known_at = place.address if now_at is None else now_at
        upstream_place = _before(known_at, renames)
        if not place.renamed:
            touched.add(upstream_place)
            continue
        touched.add_key(upstream_place)
        is_made = place.verdict in _MADE
        if now_at is not None and is_made:
            renamed_to = (*now_at[:-1], str(place.ours))
            renames.append((now_at, renamed_to))
    return touched


def _places(verdicts: Iterable[StepVerdict]) -> Iterable[PlaceVerdict]:
    for step in verdicts:
        for action in step.actions:
            yield from action.places


def _before(
    address: Address,
    renames: Iterable[Rename],
) -> Address:
    """An address as it was before steps renamed keys on the way to it, the last one first."""
    for old, new in reversed(list(renames)):
        if address[: len(new)] == new:
            address = (*old, *address[len(new) :])
    return address
