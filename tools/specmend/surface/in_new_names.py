"""Old things with the names that their types have in the new package."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from specmend.surface.records import (
    Alias,
    Call,
    Class,
    Function,
    Member,
    Signature,
    Surface,
    Thing,
    Value,
)

Naming = Callable[[str], str]
"""Gives a type in the new names."""


def surface_in(one: Surface, naming: Naming) -> Surface:
    """A package with all types in the new names."""
    return replace(
        one,
        things={path: _thing_in(thing, naming) for path, thing in one.things.items()},
        hidden={name: _alias_in(alias, naming) for name, alias in one.hidden.items()},
        calls={name: _call_in(call, naming) for name, call in one.calls.items()},
    )


def class_in(one: Class, naming: Naming) -> Class:
    """A class with its members, parents and constructor in the new names."""
    return replace(
        one,
        parents=tuple(map(naming, one.parents)),
        members={name: member_in(member, naming) for name, member in one.members.items()},
        inherited={name: member_in(member, naming) for name, member in one.inherited.items()},
        constructor=None if one.constructor is None else signature_in(one.constructor, naming),
    )


def member_in(one: Member, naming: Naming) -> Member:
    """A member in the new names."""
    return function_in(one, naming) if isinstance(one, Function) else value_in(one, naming)


def value_in(one: Value, naming: Naming) -> Value:
    """A value in the new names."""
    return replace(one, type=naming(one.type))


def function_in(one: Function, naming: Naming) -> Function:
    """A function in the new names."""
    return replace(one, signatures=tuple(signature_in(each, naming) for each in one.signatures))


def signature_in(one: Signature, naming: Naming) -> Signature:
    """A signature in the new names."""
    arguments = tuple(
        replace(each, type=naming(each.type), source=naming(each.source)) for each in one.arguments
    )
    return replace(one, arguments=arguments, returns=naming(one.returns))


def _thing_in(one: Thing, naming: Naming) -> Thing:
    if isinstance(one, Class):
        return class_in(one, naming)
    if isinstance(one, Function | Value):
        return member_in(one, naming)
    return _alias_in(one, naming) if isinstance(one, Alias) else one


def _alias_in(one: Alias, naming: Naming) -> Alias:
    return replace(one, type=naming(one.type))


def _call_in(one: Call, naming: Naming) -> Call:
    return replace(one, body=naming(one.body), answers=frozenset(map(naming, one.answers)))
