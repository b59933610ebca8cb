"""Which things and members of a package name a thing of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from specmend.surface.records import ROOT, Call, Class, Function, Module, Surface, Thing, Value
from specmend.surface.roles import types_of
from specmend.surface.types import names_in

User = tuple[str, str]
"""The path of a thing, and its member or ""."""


class Users:
    """Knows who uses a thing; everything is looked at once, when it is first asked."""

    def __init__(self, surface: Surface) -> None:
        self._surface = surface
        self._found: dict[str, dict[User, None]] | None = None

    def of(self, path: str) -> Iterable[User]:
        """The things and members that name the thing at a path, the thing itself apart."""
        if self._found is None:
            self._found = self._all()
        return self._found.get(path, {})

    def _all(self) -> dict[str, dict[User, None]]:
        found: dict[str, dict[User, None]] = defaultdict(dict)
        for owner, thing in self._surface.things.items():
            for user, paths in self._named(owner, thing):
                for path in paths - {owner}:
                    found[path][user] = None
        return found

    def _named(self, owner: str, thing: Thing) -> Iterator[tuple[User, set[str]]]:
        """What a thing names, and where."""
        if isinstance(thing, Module):
            return
        if not isinstance(thing, Class):
            yield (owner, ""), things_in(types_of(thing))
            return
        for name, member in thing.members.items():
            named = things_in(types_of_member(member))
            call = self._surface.calls.get(name) if isinstance(member, Function) else None
            yield (owner, name), named | (things_in(_of_call(call)) if call else set())
        if not thing.members.keys() & {"close", "aclose"}:
            yield (owner, ""), things_in(thing.parents)


def types_of_member(member: Function | Value) -> Iterator[str]:
    """The types that a member names."""
    if isinstance(member, Value):
        yield member.type
        return
    for signature in member.signatures:
        yield signature.returns
        yield from signature.given


def things_in(types: Iterable[str]) -> set[str]:
    """The paths of the things of the package that types name."""
    start = f"{ROOT}."
    found = {name for text in types for name in names_in(text) if name.startswith(start)}
    return {name.removeprefix(start) for name in found}


def _of_call(call: Call) -> Iterator[str]:
    yield call.body
    yield from call.answers
