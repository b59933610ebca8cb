"""Finds calls that are in another group now: gone in one class, and new in another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from specmend.surface.difference import Difference
from specmend.surface.records import Class, Function, Surface


def moved_calls(
    differences: Sequence[Difference], old: Surface, new: Surface
) -> Iterator[Difference]:
    """The differences, with one for each call that makes the same request in another class."""
    fresh = {
        (one.name, _waits(new, one)): one
        for one in differences
        if one.check == "member-new" and one.name in new.calls
    }
    moved: set[Difference] = set()
    told: dict[Difference, Difference] = {}
    for one in differences:
        other = fresh.get((one.name, _waits(old, one))) if one.check == "member-gone" else None
        call = old.calls.get(one.name)
        if other is not None and call is not None and call.request == new.calls[one.name].request:
            after = f"{other.owner}.{other.name}"
            told[one] = Difference(
                check="member-renamed", owner=one.owner, name=one.name, after=after
            )
            moved.add(other)
    yield from (told.get(one, one) for one in differences if one not in moved)


def _waits(surface: Surface, one: Difference) -> bool:
    """Whether the call is asynchronous."""
    thing = surface.things.get(one.owner)
    member = thing.members.get(one.name) if isinstance(thing, Class) else None
    return isinstance(member, Function) and member.signatures[0].waits
