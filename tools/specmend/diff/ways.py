"""In which directions a place travels, and which operations it belongs to."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cached_property
from typing import Final, Literal

from specmend.diff.change import Way
from specmend.document.openapi.components import COMPONENTS
from specmend.document.openapi.operation_names import OperationName
from specmend.document.openapi.operations import MORE_METHODS
from specmend.document.openapi.reach import Reaching
from specmend.document.openapi.units import Units
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree

State = Literal["calls", "called", "request", "response"]
"""What a place is part of: operations that the client calls, operations with which the client is
called, what the client sends, or what it gets."""

_PATHS: Final = "paths"
_WEBHOOKS: Final = "webhooks"
_TURNED: Final[dict[State, State]] = {"calls": "called", "called": "calls"}
_SENT: Final[dict[State, State]] = {"calls": "request", "called": "response"}
_RECEIVED: Final[dict[State, State]] = {"calls": "response", "called": "request"}
_CALLBACKS: Final = "callbacks"
_DEPTH: Final = 3


class Ways:
    """The directions and the operations of every place of a document.

    Callbacks and webhooks are called by the server: the client gets their requests and sends their
    answers.
    """

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._listed: dict[Address | None, tuple[str, ...]] = {}

    def of(self, address: Address) -> frozenset[Way]:
        """The directions of a place; none for what no operation reaches, or what is in neither."""
        states = self._states_at(address)
        ways: dict[State, Way] = {"request": "request", "response": "response"}
        return frozenset(ways[state] for state in states if state in ways)

    def is_called(self, address: Address) -> bool:
        """Whether a place belongs to operations that the server calls."""
        return "called" in self._states_at(address)

    def operations(self, address: Address) -> tuple[str, ...]:
        """The operations that a place belongs to, in the order of the document."""
        if address[:1] == (_WEBHOOKS,) and len(address) > 1:
            return (f"webhook {address[1]}",)
        unit = self._reaching.units.of(address)
        if unit not in self._listed:
            reach = self._reaching.of(address)
            names = self._all if reach.is_everything else self._spread(reach.operations)
            self._listed[unit] = tuple(names)
        return self._listed[unit]

    def in_order(self, names: Collection[str]) -> tuple[str, ...]:
        """Operations in the order of the document; those of webhooks come last."""
        listed = [name for name in self._all if name in names]
        return (*listed, *sorted(set(names).difference(listed)))

    @cached_property
    def _reaching(self) -> Reaching:
        return Reaching(self._tree)

    @cached_property
    def _by_path(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for path, names in self._reaching.by_path().items():
            found[path] = [str(name) for name in names if name.method]
        return found

    @cached_property
    def _all(self) -> list[str]:
        return [name for names in self._by_path.values() for name in names]

    def _spread(self, names: tuple[OperationName, ...]) -> list[str]:
        """The operations; a path without a method stands for all of its own."""
        found: list[str] = []
        for name in names:
            found += [str(name)] if name.method else self._by_path.get(name.path, [])
        return found

    def _states_at(self, address: Address) -> set[State]:
        unit, inside = _split(address)
        return {_state(state, inside) for state in self._states.get(unit, ())}

    @cached_property
    def _states(self) -> dict[Address, set[State]]:
        """What each component is part of, from its uses."""
        uses = self._uses
        states: dict[Address, set[State]] = {(_PATHS,): {"calls"}, (_WEBHOOKS,): {"called"}}
        todo = list(states)
        while todo:
            user = todo.pop()
            for inside, used in uses.get(user, ()):
                known = states.setdefault(used, set())
                found = {_state(state, inside) for state in states[user]} - known
                if found:
                    known |= found
                    todo.append(used)
        return states

    @cached_property
    def _uses(self) -> dict[Address, list[tuple[Address, Address]]]:
        """By component, or `paths` or `webhooks`: the places in it with the components they use."""
        uses: dict[Address, list[tuple[Address, Address]]] = {}
        for place, target in _edges(self._reaching.units):
            user, inside = _split(place)
            used, _ = _split(target)
            if used != user:
                uses.setdefault(user, []).append((inside, used))
        return uses


def _edges(units: Units) -> Iterator[tuple[Address, Address]]:
    yield from units.references
    # What extends a schema with a discriminator is used where the schema is.
    for user, used in units.used.items():
        if user[:2] == (COMPONENTS, "schemas"):
            yield from ((user, unit) for unit in used)


def _split(address: Address) -> tuple[Address, Address]:
    """The component of a place, or else the root field, and the way from there.

    What follows in `paths`, `webhooks` and a callback is a name, which is left out.
    """
    if address[:1] != (COMPONENTS,):
        return address[:1], address[2:]
    is_callback = address[1:2] == (_CALLBACKS,)
    return address[:_DEPTH], address[_DEPTH + is_callback :]


def _state(state: State, inside: Address) -> State:
    """What a place inside something is part of."""
    rest = inside
    while state in _TURNED and rest:
        first, rest = rest[0], rest[1:]
        if first in ("parameters", "requestBody"):
            state = _SENT[state]
        elif first == "responses":
            state = _RECEIVED[state]
        elif first == _CALLBACKS:
            # Its name and its expression.
            state, rest = _TURNED[state], rest[2:]
        elif first == MORE_METHODS:
            rest = rest[1:]
    return state
