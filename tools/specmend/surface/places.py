"""Finds what a package has at the place of a difference: how it is called, and its types."""

from __future__ import annotations

from collections.abc import Iterator

from specmend.surface.difference import Difference
from specmend.surface.records import Class, Function, Signature, Surface
from specmend.surface.roles import types_of
from specmend.surface.users import types_of_member


def signatures_at(surface: Surface, owner: str) -> tuple[Signature, ...]:
    """How a function, a method or a class is called; nothing where there is none."""
    thing, holder = surface.things.get(owner), surface.things.get(owner.rpartition(".")[0])
    if isinstance(holder, Class) and thing is None:
        member = holder.all_members.get(owner.rpartition(".")[2])
        return member.signatures if isinstance(member, Function) else ()
    if isinstance(thing, Class):
        return (thing.constructor,) if thing.constructor is not None else ()
    return thing.signatures if isinstance(thing, Function) else ()


def types_at(surface: Surface, one: Difference) -> Iterator[str]:
    """The types of a place in the old package."""
    thing = surface.things.get(one.owner)
    if isinstance(thing, Class):
        member = thing.all_members.get(one.name)
        if member is not None:
            yield from types_of_member(member)
        if thing.constructor is not None:
            yield from (a.type for a in thing.constructor.arguments if a.name == one.name)
    elif thing is not None:
        yield from types_of(thing)
    else:
        for signature in signatures_at(surface, one.owner):
            if one.name:
                yield from (a.type for a in signature.arguments if a.name == one.name)
            else:
                yield signature.returns
