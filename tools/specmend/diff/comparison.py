"""The comparison of two documents: which of their components are one, and what is compared."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import product
from typing import Final

from specmend.diff.delta import Delta, Via
from specmend.diff.schema_changes import view_changes
from specmend.diff.side import Side, is_component, is_plain_reference, side_of
from specmend.diff.view import View, view_of
from specmend.document.openapi.kinds import spot_at
from specmend.document.openapi.references import references
from specmend.document.tree.pointer import Address
from specmend.document.tree.similarity import ENOUGH, jaccard, leaves_of
from specmend.document.tree.values import MISSING, Tree, same

Pair = tuple[Address, Address]
"""A place of the old document, and one of the new document."""

_Places = tuple[Address, ...]


class Comparison:
    """Two documents, and what is known of their components.

    A component that both have is compared once, on its own: `todo` are those that something leads
    to. `renamed` are the old places of components with the new ones, where only the name differs.
    """

    def __init__(self, old: Tree, new: Tree) -> None:
        self.old: Final[Side] = side_of("old", old)
        self.new: Final[Side] = side_of("new", new)
        self.todo: Final[dict[Pair, None]] = {}
        self.renamed: Final[dict[Address, Address]] = {}
        self._old_names: dict[Address, Address] = {}
        self._views: dict[tuple[str, bool, _Places], View] = {}
        self._known: dict[tuple[_Places, _Places], list[Delta]] = {}
        self._tried: dict[tuple[_Places, _Places], list[Delta]] = {}
        self._open: set[tuple[_Places, _Places]] = set()
        self._trials = 0

    @property
    def sides(self) -> tuple[Side, Side]:
        """The old document and the new one."""
        return self.old, self.new

    def is_one(self, old: Address | None, new: Address | None) -> bool:
        """Whether two components are the same one, under one name or another.

        Components whose names only one document has are one where they stand in each other's
        place and hold much the same.
        """
        if old is None or new is None or not (is_component(old) and is_component(new)):
            return False
        if old == new or old in self.renamed or new in self._old_names:
            return self.is_known(old, new)
        if old[:2] != new[:2]:
            return False
        if self.new.at(old) is not MISSING or self.old.at(new) is not MISSING:
            return False
        if self._trials or not self._are_alike(old, new):
            return False
        self._rename(old, new)
        return True

    def take_for_one(self, old: Address, new: Address) -> None:
        """Have two components of one document each compared as one that has another name."""
        self._rename(old, new)
        self.note(old, new)

    def is_known(self, old: Address, new: Address) -> bool:
        """Whether two components are known to be the same one."""
        return old == new or self.renamed.get(old) == new

    def note(self, old: Address, new: Address) -> None:
        """Have two components that are the same one compared, once."""
        self.old.met.add(old)
        self.new.met.add(new)
        self.todo.setdefault((old, new))

    def schemas(self, old: Sequence[Address], new: Sequence[Address]) -> list[Delta]:
        """What differs between the schemas at some places, which hold together in each document."""
        if len(old) == 1 and len(new) == 1 and self.are_settled(old[0], new[0]):
            return []
        # A reference and what it leads to say the same.
        pair = (
            tuple(self.old.essence(at) for at in old),
            tuple(self.new.essence(at) for at in new),
        )
        if pair in self._open:
            return []
        known = self._tried if self._trials else self._known
        if pair in known:
            return self._by_reference(known[pair], old, new)
        self._open.add(pair)
        try:
            found = [*view_changes(self, *self._views_of(*pair))]
        finally:
            self._open.discard(pair)
        known[pair] = found
        return self._by_reference(found, old, new)

    def via(self, old: Address, new: Address) -> Via | None:
        """The references at two places, where they lead to components that both documents have."""
        ends = [
            next(filter(is_component, reversed(side.trail(place))), None)
            for side, place in zip(self.sides, (old, new), strict=True)
        ]
        one, other = ends
        if one is None or other is None or one == other:
            return None
        if self.new.at(one) is MISSING or self.old.at(other) is MISSING:
            return None
        return (old, new, str(one[-1]), str(other[-1]))

    def say_the_same(
        self,
        old: Sequence[Address],
        new: Sequence[Address],
        *,
        but: Collection[str] = (),
    ) -> bool:
        """Whether schemas say the same, but for what differs in components of both.

        `but` are keywords that do not count.
        """
        with self.trial():
            found = self.schemas(old, new)
        return all(delta.word in but and not delta.path for delta in found)

    @contextmanager
    def trial(self) -> Iterator[None]:
        """What is compared in it is not told, and makes no two components one."""
        self._trials += 1
        try:
            yield
        finally:
            self._trials -= 1

    def view(self, side: Side, places: Sequence[Address], *, apart: bool = False) -> View:
        """What the schemas at some places say together; `apart` keeps branches of `allOf` apart."""
        key = (side.name, apart, tuple(places))
        if key not in self._views:
            self._views[key] = view_of(side, places, apart=apart)
        return self._views[key]

    def _by_reference(
        self, found: list[Delta], old: Sequence[Address], new: Sequence[Address]
    ) -> list[Delta]:
        via = self.via(old[0], new[0]) if len(old) == len(new) == 1 and found else None
        return found if via is None else [replace(delta, via=via, depth=0) for delta in found]

    def _rename(self, old: Address, new: Address) -> None:
        self.renamed[old] = new
        self._old_names[new] = old

    def _views_of(self, old: Sequence[Address], new: Sequence[Address]) -> tuple[View, View]:
        """Both views; where one of them has branches of `allOf`, the other one too, if it can."""
        before, after = self.view(self.old, old), self.view(self.new, new)
        if before.is_apart is after.is_apart:
            return before, after
        return self.view(self.old, old, apart=True), self.view(self.new, new, apart=True)

    def counts(self, delta: Delta) -> bool:
        """Whether a difference counts, now that all is compared that something leads to."""
        if delta.unseen is None:
            return True
        name, address = delta.unseen
        return not any(side.name == name and address in side.met for side in self.sides)

    def are_settled(self, old: Address, new: Address) -> bool:
        """Whether there is nothing to compare at two places but components that are noted here.

        So it is where both refer to the same one, and where both are written alike.
        """
        before, after = self.old.at(old), self.new.at(new)
        old_ends = [place for place in self.old.trail(old) if is_component(place)]
        new_ends = old_ends and [place for place in self.new.trail(new) if is_component(place)]
        for one, other in product(old_ends, new_ends):
            if self.is_one(one, other):
                self._note_trails(old, new, (one, other))
                return True
        if not same(before, after):
            return False
        self._note_inside(old, new)
        return not (is_plain_reference(before) and self.old.chain(old))

    def _note_trails(self, old: Address, new: Address, pair: Pair) -> None:
        self.old.met.update(self.old.trail(old))
        self.new.met.update(self.new.trail(new))
        self.note(*pair)

    def _note_inside(self, old: Address, new: Address) -> None:
        """Have the components compared that two equal values refer to."""
        value = self.old.at(old)
        for _, reference in references(value, spot_at(new)):
            target = self.new.located(reference)
            component = target[:3] if target else ()
            if is_component(component) and self.old.at(component) is not MISSING:
                self.note(component, component)

    def _are_alike(self, old: Address, new: Address) -> bool:
        before, after = leaves_of(self.old.at(old)), leaves_of(self.new.at(new))
        return jaccard(before, after) >= ENOUGH or same(self.old.at(old), self.new.at(new))
