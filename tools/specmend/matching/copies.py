"""What upstream says once more of what was said once for several places.

A place that referred to something, and does not lead to it any more, may have a copy of it: written
out, in a branch, in items, in a property, or behind another name. An operation may declare for
itself what its path declares for all.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from specmend.document.openapi.kinds import Spot, spot_at
from specmend.document.openapi.operations import operations_of
from specmend.document.openapi.parameters import declarations
from specmend.document.openapi.references import follow
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, get
from specmend.matching.described import whole
from specmend.matching.locator import Locator
from specmend.matching.parts import SCHEMA, parts_of_value
from specmend.matching.users import users_of

_ITEM: Final = Spot("one", "path item")

_LEAST: Final = 3
"""How many tokens lead to something that is shared: to a component, or into a path item."""

_MOST_HOLDERS: Final = 30
"""How many shared objects are looked at that are made of one another."""

_MOST_INSIDE: Final = 60
"""How many objects are looked at where one reference was."""


class Copies:
    """Finds what may be a copy, in the new document, of what the old one shares among places.

    `ours` are objects to which others refer because of us, and not of upstream.
    """

    def __init__(self, locator: Locator, ours: frozenset[Address] = frozenset()) -> None:
        self._locator = locator
        self._ours = ours
        self._found: dict[Address, tuple[Address, ...]] = {}

    def around(self, place: Address) -> Iterator[tuple[Address, Address]]:
        """The shared objects that a place of the old document is in, each with a copy of it."""
        for length in range(_LEAST, len(place) + 1):
            yield from ((place[:length], copy) for copy in self._of(place[:length]))

    def _of(self, shared: Address) -> tuple[Address, ...]:
        """The objects that stand where a shared object was, but for itself."""
        if shared not in self._found:
            # What is made of itself is no copy of itself.
            self._found[shared] = ()
            places = dict.fromkeys([*self._of_references(shared), *self._of_parameter(shared)])
            self._found[shared] = tuple(places)
        return self._found[shared]

    def _of_references(self, shared: Address) -> Iterator[Address]:
        users = users_of(self._locator.old, shared)
        if not users or shared in self._ours:
            return
        match = self._locator.locate(shared)
        home = {match.at, follow(self._locator.new, match.at)[0]} if match.whole else set[Address]()
        for user in users:
            for place in self._now(user):
                yield from self._inside(place, home)

    def _of_parameter(self, shared: Address) -> Iterator[Address]:
        """What operations declare now, and only their path did."""
        old, new, item = self._locator.old, self._locator.new, shared[:-2]
        if shared[-2:-1] != ("parameters",) or spot_at(item) != _ITEM:
            return
        names = {(name, where) for at, name, where in declarations(old, item) if at == shared}
        for operation in operations_of(old, item):
            match = self._locator.locate(operation)
            own = {(name, where) for _, name, where in declarations(old, operation)}
            for at, name, where in declarations(new, match.at) if match.whole else ():
                if (name, where) in names - own:
                    yield at

    def _now(self, user: Address) -> Iterator[Address]:
        """Where an object of the old document stands now, also in copies of what holds it.

        A branch that is gone may have been written into the schema that it was a branch of.
        """
        new, outer = self._locator.new, whole(user)
        match, around = self._locator.locate(user), self._locator.locate(outer)
        if match.whole or around.whole:
            yield match.at if match.whole else around.at
        if len(self._found) < _MOST_HOLDERS:
            for shared, copy in self.around(user[:-1]):
                place = (*copy, *user[len(shared) :])
                is_merged = get(new, place) is MISSING and len(outer) >= len(shared)
                yield (*copy, *outer[len(shared) :]) if is_merged else place

    def _inside(self, place: Address, home: set[Address]) -> Iterator[Address]:
        """What an object describes, and what is inside of that; nothing of the shared object."""
        new = self._locator.new
        todo, seen = [place], set(home)
        while todo and len(seen) < _MOST_INSIDE:
            at = todo.pop(0)
            if not isinstance(get(new, at), dict):
                continue
            at, value = follow(new, at)
            if at in seen:
                continue
            seen.add(at)
            yield at
            todo += [part for part, _, _ in parts_of_value(new, at, value, spot_at(at), "always")]
            named = value.get("properties") if spot_at(at) == SCHEMA else None
            todo += [
                (*at, "properties", name) for name in (named if isinstance(named, dict) else ())
            ]
