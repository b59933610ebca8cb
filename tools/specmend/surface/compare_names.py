"""What changed in the names of a package: gone, new, called otherwise, another kind of thing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from specmend.surface.difference import Difference
from specmend.surface.pairs import Pairs
from specmend.surface.records import Alias, Class, Function, Module, Surface, Thing, Value

_KINDS: Final[dict[type, str]] = {
    Class: "a class",
    Function: "a function",
    Value: "a value",
    Alias: "a name for a type",
    Module: "a module",
}
_OWN: Final = frozenset({"__version__"})
"""Values that differ between any two releases."""


def name_differences(old: Surface, new: Surface, pairs: Pairs) -> Iterator[Difference]:
    """What changed in names."""
    for path in pairs.gone:
        check = "module-gone" if isinstance(old.things[path], Module) else "name-gone"
        yield from _gone(path, Difference(check=check, owner=path), new)
    for before, after in pairs.renamed:
        yield Difference(check="name-renamed", owner=before, after=after)
    for path in pairs.new:
        yield Difference(check="name-new", owner=path, is_new=True)
    for before, after in pairs.together:
        yield from _kind(old.things[before], new.things[after])
    yield from _paths(old, new, pairs)
    if old.is_typed != new.is_typed:
        yield Difference(check="types-gone" if old.is_typed else "types-new", owner=old.package)


def _kind(old: Thing, new: Thing) -> Iterator[Difference]:
    if type(old) is not type(new):
        before, after = _KINDS[type(old)], _KINDS[type(new)]
        yield Difference(check="thing-replaced", owner=old.path, before=before, after=after)
    elif isinstance(old, Class) and isinstance(new, Class) and old.kind != new.kind:
        before, after = f"a {old.kind} class", f"a {new.kind} class"
        yield Difference(check="thing-replaced", owner=old.path, before=before, after=after)
    elif isinstance(old, Value) and isinstance(new, Value) and old.path not in _OWN:
        before, after = old.default or "", new.default or ""
        if before and after and before != after and "NewType(" in before:
            yield Difference(check="value-type", owner=old.path, before=before, after=after)
        elif before and after and before != after:
            yield Difference(check="value-changed", owner=old.path, before=before, after=after)


def _paths(old: Surface, new: Surface, pairs: Pairs) -> Iterator[Difference]:
    """Further public paths of things that are gone, where the thing itself is not."""
    now = {**dict(pairs.together), **dict(pairs.renamed)}
    told = {before for before, _ in pairs.renamed}
    for path, best in sorted(old.paths.items()):
        if best in now and path not in new.paths and path not in told:
            after = now[best]
            gone = Difference(check="path-gone", owner=best, name=path, before=path, after=after)
            yield from _gone(path, gone, new)


def _gone(path: str, gone: Difference, new: Surface) -> Iterator[Difference]:
    """What is told of a path that is gone, or works beside those for users."""
    further = new.further.get(path)
    if further is None:
        yield gone
    elif not further.is_given_on:
        yield Difference(check="no-longer-public", owner=path)
