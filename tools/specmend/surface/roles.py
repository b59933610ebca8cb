"""What users build and give, and what they get and read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from specmend.surface.change import Direction
from specmend.surface.records import ROOT, Alias, Class, Function, Surface, Thing, Value
from specmend.surface.types import names_in


@dataclass(frozen=True, kw_only=True, slots=True)
class Roles:
    """The paths of classes and types that go one way, or both."""

    sent: frozenset[str]
    received: frozenset[str]

    def of(self, path: str) -> Direction:
        """The way of a class or type; both where nothing says one."""
        is_sent, is_received = path in self.sent, path in self.received
        if is_sent == is_received:
            return "both"
        return "request" if is_sent else "response"

    def together(self, other: Roles) -> Roles:
        """What goes a way in one of two packages."""
        return Roles(sent=self.sent | other.sent, received=self.received | other.received)


def roles_of(surface: Surface) -> Roles:
    """Who goes which way, by arguments and results, and through the fields of what goes so."""
    sent: set[str] = set()
    received: set[str] = set()
    for thing in surface.things.values():
        for function in _functions(thing):
            for signature in function.signatures:
                sent |= _inside(signature.given)
                received |= _inside([signature.returns])
        if isinstance(thing, Class) and thing.constructor is not None:
            sent |= _inside(thing.constructor.given)
    for call in surface.calls.values():
        sent |= _inside([call.body])
        received |= _inside(call.answers)
    given = _closed(sent, surface) - _answers_alone(surface)
    for path, thing in surface.things.items():
        # What users make only to give it away, they do not read.
        if isinstance(thing, Class) and thing.kind == "plain" and path not in given:
            received |= _inside(
                one.type for one in thing.members.values() if isinstance(one, Value)
            )
    return Roles(sent=given, received=_closed(received, surface))


def _answers_alone(surface: Surface) -> frozenset[str]:
    """What calls answer and no call takes: a function that takes one takes it from an answer."""
    asked: set[str] = set()
    for thing in surface.things.values():
        for function in _functions(thing):
            if function.path.rpartition(".")[2] in surface.calls:
                for signature in function.signatures:
                    asked |= _inside(signature.given)
    calls = surface.calls.values()
    asked |= _inside(call.body for call in calls)
    answers = _inside(answer for call in calls for answer in call.answers)
    return _closed(answers, surface) - _closed(asked, surface)


def types_of(thing: Thing) -> Iterator[str]:
    """Every type that a thing names."""
    if isinstance(thing, Alias | Value):
        yield thing.type
    if isinstance(thing, Class):
        yield from thing.parents
        yield from (one.type for one in thing.members.values() if isinstance(one, Value))
        if thing.constructor is not None:
            yield from thing.constructor.given
    for function in _functions(thing):
        for signature in function.signatures:
            yield signature.returns
            yield from signature.given


def _functions(thing: Thing) -> Iterator[Function]:
    if isinstance(thing, Function):
        yield thing
    elif isinstance(thing, Class):
        yield from (one for one in thing.members.values() if isinstance(one, Function))


def _inside(types: Iterable[str]) -> set[str]:
    start = f"{ROOT}."
    found = {name for text in types for name in names_in(text)}
    return {name.removeprefix(start) for name in found if name.startswith(start)}


def _closed(paths: set[str], surface: Surface) -> frozenset[str]:
    """With everything that the fields, and the types behind the names, name in turn."""
    found: set[str] = set()
    waiting = set(paths)
    while waiting:
        path = waiting.pop()
        found.add(path)
        thing = surface.things.get(path) or surface.hidden.get(f"{ROOT}.{path}")
        if isinstance(thing, Class):
            types = [one.type for one in thing.all_members.values() if isinstance(one, Value)]
            waiting |= _inside([*types, *thing.parents]) - found
        elif isinstance(thing, Alias):
            waiting |= _inside([thing.type]) - found
    return frozenset(found)
