"""Compares two packages: what is there, how it is called, and which types it has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from specmend.surface.causes import changes_of
from specmend.surface.change import SurfaceChange
from specmend.surface.compare_call import call_differences
from specmend.surface.compare_class import class_differences, renamed_members
from specmend.surface.compare_names import name_differences
from specmend.surface.consumer import consumer
from specmend.surface.difference import Difference
from specmend.surface.expand import Expander
from specmend.surface.in_new_names import class_in, function_in
from specmend.surface.judge import judged, says_same
from specmend.surface.pairs import Pairs, pair_things
from specmend.surface.read import read_surface
from specmend.surface.records import Alias, Class, Function, Surface, Thing, Value
from specmend.surface.roles import Roles, roles_of
from specmend.surface.site import Site, Way
from specmend.surface.sites import Sites
from specmend.surface.stale import broken_modules, without_stale
from specmend.surface.typecheck import complaints


@dataclass(frozen=True, kw_only=True, slots=True)
class Package:
    """A package in a folder."""

    folder: Path
    name: str

    @property
    def place(self) -> Path:
        """The folder of the package itself, or its one file."""
        inside = self.folder / self.name
        return inside if inside.is_dir() else inside.with_suffix(".py")


def package_changes(old: Package, new: Package) -> tuple[SurfaceChange, ...]:
    """What changed between two packages for their users: one entry for each cause, worst first.

    Raises OutsideError where the new package cannot be read.
    """
    comparison = _Comparison(read_surface(old.folder, old.name), read_surface(new.folder, new.name))
    before, after = comparison.old, comparison.new
    sites = list(comparison.sites())
    wrong = _wrong(sites, after, new.place)
    types = [one for number, site in enumerate(sites) for one in judged(site, wrong[number])]
    others = [site for number, site in enumerate(sites) if wrong[number] and says_same(site)]
    if others:
        types += _unexplained(others, before, old.place)
    differences = [*comparison.differences(), *types]
    return changes_of(differences, before, after, comparison.pairs)


def _wrong(sites: Sequence[Site], surface: Surface, place: Path) -> Mapping[int, set[Way]]:
    """The ways in which the checker found sites wrong, by the number of the site."""
    program = consumer(sites, surface)
    found: dict[int, set[Way]] = defaultdict(set)
    for complaint in complaints(program.text, place):
        if complaint.line in program.lines:
            number, way = program.lines[complaint.line]
            found[number].add(way)
    return found


def _unexplained(sites: Sequence[Site], old: Surface, place: Path) -> Iterator[Difference]:
    """What the checker found wrong though the place says the same, and was right in the old one."""
    owners = {site.owner for site in sites}
    before = [one for one in _Comparison(old, old).sites() if one.owner in owners]
    wrong = _wrong(before, old, place)
    known = {(one.owner, one.name) for number, one in enumerate(before) if wrong[number]}
    for site in sites:
        if (site.owner, site.name) not in known:
            name = "" if site.family == "argument" else site.name
            yield Difference(check="no-longer-accepted", owner=site.owner, name=name)


class _Comparison:
    """Two surfaces with their things in pairs."""

    def __init__(self, old: Surface, new: Surface) -> None:
        self.pairs: Pairs = pair_things(old, new)
        self.old, self.new = old, without_stale(old, new, self.pairs)
        self._roles: Roles = roles_of(old).together(roles_of(new))
        self._requests = _renamed_calls(old, new)
        self._members: dict[str, Mapping[str, str]] = {}

    def differences(self) -> Iterator[Difference]:
        """What changed, types apart."""
        yield from name_differences(self.old, self.new, self.pairs)
        yield from broken_modules(self.old, self.new)
        naming = self.pairs.in_new_names
        for before, after in self._things():
            if isinstance(before, Class) and isinstance(after, Class):
                named, names = class_in(before, naming), self._renamed(before, after)
                yield from class_differences(named, after, self._roles.of(before.path), names)
            elif isinstance(before, Function) and isinstance(after, Function):
                yield from call_differences(before.path, function_in(before, naming), after)

    def sites(self) -> Iterator[Site]:
        """Every place where users meet a type."""
        sites = Sites(
            old=Expander(self.old), new=Expander(self.new), naming=self.pairs.in_new_names
        )
        for before, after in self._things():
            direction = self._roles.of(before.path)
            if isinstance(before, Class) and isinstance(after, Class):
                names = self._renamed(before, after)
                yield from sites.of_class(before, after, direction, names)
            elif isinstance(before, Function) and isinstance(after, Function):
                yield from sites.of_function(before, after, "")
            elif isinstance(before, Alias) and isinstance(after, Alias):
                yield from sites.of_alias(before, after, direction)
            elif isinstance(before, Value) and isinstance(after, Value):
                yield from sites.of_value(before, after)
        yield from self._hidden(sites)

    def _hidden(self, sites: Sites) -> Iterator[Site]:
        """Private names for types that public things use."""
        for name, one in self.old.hidden.items():
            other = self.new.hidden.get(name)
            path = name.partition(".")[2]
            used = path in self._roles.sent | self._roles.received
            if other is not None and used:
                named = Alias(path=path, type=one.type)
                after = Alias(path=path, type=other.type)
                yield from sites.of_alias(named, after, self._roles.of(path))

    def _things(self) -> Iterator[tuple[Thing, Thing]]:
        for before, after in (*self.pairs.together, *self.pairs.renamed):
            yield self.old.things[before], self.new.things[after]

    def _renamed(self, old: Class, new: Class) -> Mapping[str, str]:
        if old.path not in self._members:
            named = class_in(old, self.pairs.in_new_names)
            self._members[old.path] = renamed_members(named, new, self._requests)
        return self._members[old.path]


def _renamed_calls(old: Surface, new: Surface) -> Mapping[str, str]:
    """The new names of the methods that make the same request as before."""
    by_request = {call.request: name for name, call in new.calls.items()}
    return {
        name: by_request[call.request]
        for name, call in old.calls.items()
        if name not in new.calls and call.request in by_request
    }
