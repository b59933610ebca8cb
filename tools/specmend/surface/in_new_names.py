"""Old things with the names that their types have in the new package."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from specmend.surface.records import Class, Function, Member, Signature, Value

Naming = Callable[[str], str]
"""Gives a type in the new names."""


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
    arguments = tuple(replace(each, type=naming(each.type)) for each in one.arguments)
    return replace(one, arguments=arguments, returns=naming(one.returns))
