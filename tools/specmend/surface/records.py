"""The records of a package's surface: what its users can name, call, build and read."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final, Literal

ROOT: Final = "__pkg__"
"""Stands for the package in the names of types, so that two packages can be compared."""

ArgumentKind = Literal["positional", "either", "rest", "keyword", "keywords"]
"""How an argument is given: by place, by place or name, as one of many, by name, any name."""

ClassKind = Literal["model", "typed dict", "enum", "plain"]
"""A pydantic model, a dict with typed keys, an enumeration, or another class."""


Trait = Literal["deprecated", "final", "frozen", "ordered", "protocol", "tuple"]
"""What a class is beside its members. A tuple is one whose items have names."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Argument:
    """One argument of a call. `type` is normal text; `default` is None where it is required.

    `source` is the full name of the typed dict that has it as a key, or "".
    """

    name: str
    kind: ArgumentKind
    type: str
    default: str | None = None
    source: str = ""

    @property
    def required(self) -> bool:
        """Whether a call without it fails."""
        return self.default is None and self.kind not in {"rest", "keywords"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Signature:
    """One way to call something; the instance is left out."""

    arguments: tuple[Argument, ...]
    returns: str
    waits: bool = False
    deprecated: bool = False

    @property
    def given(self) -> tuple[str, ...]:
        """The types that the arguments name."""
        sources = dict.fromkeys(one.source for one in self.arguments if one.source)
        return (*(one.type for one in self.arguments), *sources)


@dataclass(frozen=True, kw_only=True, slots=True)
class Function:
    """A function or method at `path`; a signature for each overload, or the one.

    `source` is the private class that a method is inherited from, or "".
    """

    path: str
    signatures: tuple[Signature, ...]
    deprecated: bool = False
    on_class: bool = False
    is_abstract: bool = False
    source: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Value:
    """A constant of a module, or an attribute, property, field or member of a class.

    `default` is its value, where it is written. A field is an argument of the class too. `on_class`
    says that the class itself has it. `source` is the private class that it is inherited from, or
    "".
    """

    path: str
    type: str
    default: str | None = None
    is_field: bool = False
    is_required: bool = False
    is_property: bool = False
    is_writable: bool = True
    is_abstract: bool = False
    on_class: bool = False
    source: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Alias:
    """A name for a type."""

    path: str
    type: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Module:
    """A module that users import."""

    path: str


Member = Function | Value


@dataclass(frozen=True, kw_only=True, slots=True)
class Class:
    """A class. `members` are its own and those of its private parents; `inherited` are all others.

    `parents` are all its public parents, and those outside the package, nearest first.
    `parameters` is the number of its type parameters.
    """

    path: str
    kind: ClassKind
    parents: tuple[str, ...]
    members: Mapping[str, Member]
    inherited: Mapping[str, Member]
    constructor: Signature | None = None
    traits: frozenset[Trait] = frozenset()
    parameters: int = 0

    @property
    def all_members(self) -> Mapping[str, Member]:
        """Every member, however the class has it."""
        return {**self.inherited, **self.members}


Thing = Class | Function | Value | Alias | Module


@dataclass(frozen=True, kw_only=True, slots=True)
class Call:
    """What an operation of the API is made of, as the package's data has it.

    `request` is the method and path; `body` the class whose fields are the arguments, or "";
    `answers` the classes that come back.
    """

    name: str
    request: str
    body: str
    answers: Collection[str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Further:
    """A path that works and is not told to users, with the best path, or "" where none is public.

    It is given on where the module imports it for others too; else they only can use it.
    """

    best: str
    is_given_on: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Surface:
    """The public surface of a package.

    `things` by their best path; `paths` are all public paths, each with the best one. `further` are
    paths that work beside them. `hidden` are names for types that are private, `private` the full
    names of private classes. `calls` are the operations by the method's name. `defined` are the
    best paths by the one where a thing is defined. `dangling` are the paths that a module imports
    though the package has them not. `is_typed` says whether type checkers look into an installed
    package (PEP 561). `free` are the full names of type variables that stand for every type.
    """

    package: str
    things: Mapping[str, Thing]
    paths: Mapping[str, str]
    hidden: Mapping[str, Alias]
    private: Collection[str]
    calls: Mapping[str, Call]
    defined: Mapping[str, str]
    further: Mapping[str, Further]
    dangling: Mapping[str, frozenset[str]]
    is_typed: bool
    free: frozenset[str]
