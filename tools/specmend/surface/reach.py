"""How users write the things of a package: `client.chat(...)` for a method of a group of calls."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from specmend.surface.records import ROOT, Class, Function, Surface, Value

_CLIENTS = {"Client": "client", "AsyncClient": "async_client"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Reach:
    """What users write to reach a class, by its path: `client.chat` for a group of calls."""

    surface: Surface
    ways: Mapping[str, tuple[str, ...]]

    def written(self, owner: str, name: str = "") -> str:
        """A thing, or a member of one, as users write it, with `(...)` where it is called."""
        return self.every(owner, name)[0]

    def every(self, owner: str, name: str = "") -> tuple[str, ...]:
        """All ways to write it, the shortest first."""
        path = f"{owner}.{name}" if name else owner
        holder, _, last = path.rpartition(".")
        thing = self.surface.things.get(holder)
        if path in self.surface.things or not isinstance(thing, Class):
            return (f"{path}{self._call(path)}",)
        member = thing.all_members.get(last)
        call = "(...)" if isinstance(member, Function) else ""
        return tuple(f"{way}.{last}{call}" for way in self.ways.get(holder, (holder,)))

    def written_members(self) -> frozenset[str]:
        """Every way to write a member of something that a client leads to."""
        things = ((path, self.surface.things[path]) for path in self.ways)
        return frozenset(
            way
            for path, thing in things
            if isinstance(thing, Class)
            for name in thing.all_members
            for way in self.every(path, name)
        )

    def _call(self, path: str) -> str:
        return "(...)" if isinstance(self.surface.things.get(path), Function) else ""


def reach_of(surface: Surface) -> Reach:
    """Find the groups of calls: what a client inherits from, or has as a property."""
    ways: dict[str, list[str]] = {}
    for path, thing in surface.things.items():
        word = _CLIENTS.get(path.rpartition(".")[2])
        if word is None or not isinstance(thing, Class):
            continue
        ways.setdefault(path, []).append(word)
        for parent in thing.parents:
            if parent.startswith(f"{ROOT}."):
                ways.setdefault(parent.removeprefix(f"{ROOT}."), []).append(word)
        for name, member in thing.members.items():
            if isinstance(member, Value) and member.is_property:
                group = member.type.removeprefix(f"{ROOT}.")
                if group in surface.things:
                    ways.setdefault(group, []).append(f"{word}.{name}")
    found = {path: tuple(sorted(words, key=len)) for path, words in ways.items()}
    return Reach(surface=surface, ways=found)
