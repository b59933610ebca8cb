"""The kinds of types that a schema can have in Python."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TypeAlias


@dataclass(frozen=True, kw_only=True, slots=True)
class Scalar:
    """A type that has a name: `str`, `datetime.date`, `UUID`, `None`, `Any`."""

    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """A literal type; `name` is the name that an enumeration has as a component, or empty."""

    values: tuple[str | int, ...]
    name: str = ""
    kinds: tuple[type, ...] = field(init=False, repr=False)
    """1 and true are equal in Python; these tell two types apart."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "kinds", tuple(map(type, self.values)))


@dataclass(frozen=True, kw_only=True, slots=True)
class Model:
    """A class of the client, by its name."""

    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Recursive:
    """A type that contains itself and is no class, by its name."""

    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Many:
    """A list of one type."""

    item: Type


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """A list with a fixed number of items, each of its own type."""

    items: tuple[Type, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Map:
    """An object whose values are of one type."""

    value: Type


@dataclass(frozen=True, kw_only=True, slots=True)
class Bounded:
    """A type with bounds: the keyword of JSON Schema and the number of each."""

    inner: Type
    bounds: tuple[tuple[str, int | float], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class OneOf:
    """One of several types.

    `tags` are the values of the property `tag` that mean each member, in their order; null is left
    out. Every other value means the member with the number `other`, or is an error. With
    `optional` the property can be missing.
    """

    members: tuple[Type, ...]
    tag: str = ""
    tags: tuple[tuple[str | int, ...], ...] = ()
    other: int | None = None
    optional: bool = False


Type: TypeAlias = Scalar | Choice | Model | Recursive | Many | Row | Map | Bounded | OneOf

ANY = Scalar(name="Any")
NONE = Scalar(name="None")
TEXT = Scalar(name="str")
WHOLE = Scalar(name="int")
OCTETS = Scalar(name="bytes")
ROOT = Scalar(name="SchemaModel")


def one_of(members: list[Type]) -> Type:
    """A union without unions in it; one member is that member, and `Any` takes all others in."""
    flat: list[Type] = []
    for member in members:
        flat.extend(one for one in alternatives(member) if one not in flat)
    if ANY in flat:
        return ANY
    flat.sort(key=lambda member: member == NONE)
    return flat[0] if len(flat) == 1 else OneOf(members=tuple(flat))


def alternatives(kind: Type) -> tuple[Type, ...]:
    """The members of a union that has no tags, which would be lost; any other type alone."""
    return kind.members if isinstance(kind, OneOf) and not kind.tags else (kind,)


def opened(kind: Type) -> Type:  # noqa: PLR0911  (one line for each kind)
    """A type with the values that an enumeration may get later: any other text, or whole number.

    One value alone is a constant, and of truth there are no more values: both stay as they are.
    """
    if isinstance(kind, Choice):
        return one_of([kind, *_kinds_of(kind)])
    if isinstance(kind, Many):
        return replace(kind, item=opened(kind.item))
    if isinstance(kind, Row):
        return replace(kind, items=tuple(map(opened, kind.items)))
    if isinstance(kind, Map):
        return replace(kind, value=opened(kind.value))
    if isinstance(kind, Bounded):
        return replace(kind, inner=opened(kind.inner))
    if not isinstance(kind, OneOf):
        return kind
    return _opened_told(kind) if kind.tags else one_of([opened(member) for member in kind.members])


def optional(kind: Type) -> Type:
    """A type or None."""
    return kind if kind == ANY else one_of([kind, NONE])


def _opened_told(kind: OneOf) -> Type:
    """A union by tags; what is added to its members is no object, and so has no tags."""
    known = [member for member in kind.members if member != NONE]
    members = [member if isinstance(member, Choice) else opened(member) for member in known]
    added = [one for member in known if isinstance(member, Choice) for one in _kinds_of(member)]
    more = [one for one in dict.fromkeys(added) if one not in members]
    null = [NONE] if NONE in kind.members else []
    tags = (*kind.tags, *(() for _ in more))
    return replace(kind, members=(*members, *more, *null), tags=tags)


def _kinds_of(choice: Choice) -> list[Type]:
    """The types of the values of an enumeration that can have more of them."""
    if len(choice.values) == 1:
        return []
    several = [value for value in choice.values if not isinstance(value, bool)]
    return [WHOLE if isinstance(value, int) else TEXT for value in several]
