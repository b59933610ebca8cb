"""The changes of components: of those that something leads to, and of those that nobody uses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from specmend.diff.api_change import ApiChange
from specmend.diff.comparison import Comparison
from specmend.diff.delta import Delta, Direction
from specmend.diff.directions import directions
from specmend.diff.object_changes import object_changes
from specmend.diff.swapped import SWAPPED, may_be_one, with_swapped
from specmend.diff.told import told
from specmend.diff.unused_pairs import only_in, pair_unused
from specmend.diff.value_changes import value_changes
from specmend.document.openapi.components import COMPONENTS, SCHEMAS
from specmend.document.openapi.kinds import PARTS, is_stray_extension
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING

_DIRECTIONS: Final[dict[str, Direction]] = {
    "parameters": "request",
    "requestBodies": "request",
    "responses": "answer",
}


def component_changes(compared: Comparison, *, directed: bool = True) -> list[ApiChange]:
    """What changed in components, in the order of the new document.

    One that only one document has is told where nothing of the other stands in its place.
    """
    sides = compared.sides if directed else ()
    ways = {name: way for side in sides for name, way in directions(side.tree).items()}
    found: list[tuple[Address, ApiChange]] = []
    pair_unused(compared)
    done: set[tuple[Address, Address]] = set()
    while True:
        pairs = [pair for pair in compared.todo if pair not in done]
        if not pairs:
            pairs = [(at, at) for at in _unmet(compared) if (at, at) not in done]
        if not pairs:
            break
        for old, new in pairs:
            done.add((old, new))
            found += [(new, change) for change in _changes_of(compared, old, new, ways)]
    found = [*_with_swapped(compared, found)]
    for new in only_in(compared, is_new=True):
        if new not in compared.new.met:
            found.append((new, _whole(compared, new, "is new")))
    for old in only_in(compared, is_new=False):
        if old not in compared.old.met:
            found.append((old, _whole(compared, old, "is gone")))
    places = {at: number for number, at in enumerate((*_all(compared, 1), *_all(compared, 0)))}
    found.sort(key=lambda pair: places.get(pair[0], -1))
    return [change for _, change in found]


def component_names(compared: Comparison) -> Iterator[ApiChange]:
    """What became of the names of components that calls do not show."""
    new_names = set(compared.renamed.values())
    for old, new in compared.renamed.items():
        message = f"was renamed to {new[-1]}"
        yield ApiChange(subject=_subject(old), message=message, address=new)
    for new in only_in(compared, is_new=True):
        if new in compared.new.met and new not in new_names:
            yield _whole(compared, new, "is new, and says what was written elsewhere")
    for old in only_in(compared, is_new=False):
        if old in compared.old.met and old not in compared.renamed:
            yield _whole(compared, old, "is gone, and what it said is written elsewhere")


def _changes_of(
    compared: Comparison, old: Address, new: Address, ways: dict[str, Direction]
) -> Iterator[ApiChange]:
    kind = PARTS[COMPONENTS][str(new[1])].kind
    compared.old.met.add(old)
    compared.new.met.add(new)
    for delta in _inside(compared, kind, old, new):
        if compared.counts(delta):
            yield told(delta, _subject(new), _direction(new, ways))


def _with_swapped(
    compared: Comparison, found: Iterable[tuple[Address, ApiChange]]
) -> Iterator[tuple[Address, ApiChange]]:
    """The changes of components, with those of two schemas that are swapped as one."""
    by_place: dict[Address, list[ApiChange]] = {}
    for place, change in found:
        by_place.setdefault(place, []).append(change)

    def one_of(places: Sequence[Address], parts: tuple[ApiChange, ...]) -> ApiChange:
        place = places[0]
        others = ", ".join(map(_subject, places[1:]))
        delta = Delta(
            text=f"is swapped with {others}",
            address=place,
            kind="schema",
            key=SWAPPED,
            before=compared.old.at(place),
            after=compared.new.at(place),
            was=place,
            also=tuple(places[1:]),
            parts=tuple(part.delta for part in parts if part.delta is not None),
        )
        return told(delta, _subject(place))

    def crosswise(place: Address, other: Address) -> list[ApiChange] | None:
        if MISSING in (compared.old.at(place), compared.new.at(other)):
            return None
        if not may_be_one(compared.old.at(place), compared.new.at(other)):
            return None
        with compared.trial():
            return [told(delta, _subject(other)) for delta in compared.schemas([place], [other])]

    schemas = {place: changes for place, changes in by_place.items() if place[:2] == SCHEMAS}
    others = [pair for pair in found if pair[0][:2] != SCHEMAS]
    for change in with_swapped(schemas, crosswise, one_of):
        yield change.address[:3], change
    yield from others


def _direction(component: Address, ways: dict[str, Direction]) -> Direction:
    """Whether a component is sent or received, or both; `ways` says so of the schemas."""
    _, kind, name = component
    if component[:2] == SCHEMAS:
        return ways.get(str(name), "")
    return _DIRECTIONS.get(str(kind), "")


def _inside(compared: Comparison, kind: str, old: Address, new: Address) -> Iterator[Delta]:
    spot = PARTS[COMPONENTS][str(new[1])]
    values = compared.old.at(old), compared.new.at(new)
    if any(is_stray_extension(spot, str(new[2]), value) for value in values):
        for delta in value_changes(*values, (), new, old):
            yield replace(delta, kind="component", key=str(new[2]))
    else:
        yield from object_changes(compared, kind, old, new)


def _unmet(compared: Comparison) -> Iterator[Address]:
    """The components that both have and that something of only one document led to, or nothing."""
    for at in _all(compared, 1):
        is_known = at in compared.old.met and at in compared.new.met
        if not is_known and compared.old.at(at) is not MISSING:
            yield at


def _all(compared: Comparison, number: int) -> Iterator[Address]:
    """The components of the old document, or of the new one."""
    side = compared.sides[number]
    for kind in PARTS[COMPONENTS]:
        named = side.at((COMPONENTS, kind))
        for name in named if isinstance(named, dict) else ():
            yield (COMPONENTS, kind, name)


def _whole(compared: Comparison, address: Address, text: str) -> ApiChange:
    delta = Delta(
        text=text,
        address=address,
        kind="component",
        key=str(address[1]),
        before=compared.old.at(address),
        after=compared.new.at(address),
        was=address,
    )
    return told(delta, _subject(address))


def _subject(address: Address) -> str:
    return f"{PARTS[COMPONENTS][str(address[1])].kind} {address[2]}"
