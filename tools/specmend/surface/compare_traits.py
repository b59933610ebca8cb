"""What changed in what a class is beside its members."""

from __future__ import annotations

import builtins
import enum
from collections.abc import Iterator, Mapping
from typing import Final

from specmend.surface.difference import Difference
from specmend.surface.records import Class, Trait, Value
from specmend.surface.types import shown

_GAINED: Final[dict[Trait, str]] = {
    "final": "now-final",
    "frozen": "now-frozen",
    "deprecated": "deprecated",
}
_LOST: Final[dict[Trait, str]] = {
    "ordered": "no-longer-ordered",
    "deprecated": "no-longer-deprecated",
}
_IGNORED: Final = frozenset(
    {"abc.ABC", "object", "typing.Generic", "typing.NamedTuple", "typing.Protocol"}
)


def trait_differences(old: Class, new: Class, names: Mapping[str, str]) -> Iterator[Difference]:
    """What changed for those who derive from a class, compare instances, or set their fields.

    `names` are the new names of members that are called otherwise.
    """
    for trait, check in _GAINED.items():
        if trait in new.traits - old.traits:
            yield Difference(check=check, owner=old.path)
    for trait, check in _LOST.items():
        if trait in old.traits - new.traits:
            yield Difference(check=check, owner=old.path)
    if old.parameters and old.parameters != new.parameters:
        before, after = str(old.parameters), str(new.parameters)
        yield Difference(check="parameters-changed", owner=old.path, before=before, after=after)
    kept = [names.get(name, name) for name in _items(old)]
    if "tuple" in old.traits & new.traits and kept != _items(new):
        before, after = ", ".join(_items(old)), ", ".join(_items(new))
        yield Difference(check="items-changed", owner=old.path, before=before, after=after)


def parent_differences(old: Class, new: Class) -> Iterator[Difference]:
    """Parents that a class has no longer, or is one of now; through Python's own ones too."""
    before, after = _line(old.parents), _line(new.parents)
    for parent in old.parents:
        if parent not in after | _IGNORED:
            yield Difference(check="parent-gone", owner=old.path, name=shown(parent), before=parent)
    for parent in new.parents:
        if parent not in before | _IGNORED:
            yield Difference(check="parent-new", owner=old.path, name=shown(parent), after=parent)


def _items(one: Class) -> list[str]:
    return [name for name, member in one.members.items() if isinstance(member, Value)]


def _line(parents: tuple[str, ...]) -> set[str]:
    """The parents with those that Python's own classes among them have."""
    found = set(parents)
    for parent in parents:
        module, _, name = parent.rpartition(".")
        thing = getattr({"": builtins, "enum": enum}.get(module), name, None)
        for one in thing.__mro__ if isinstance(thing, type) else ():
            inside = "" if one.__module__ == "builtins" else f"{one.__module__}."
            found.add(f"{inside}{one.__name__}")
    return found
