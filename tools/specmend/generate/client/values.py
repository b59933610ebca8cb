"""What forms the values of a type can have on the wire: single values, lists, objects."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, auto

from specmend.generate.client.reader import Reader
from specmend.generate.types.kinds import (
    ANY,
    NONE,
    OCTETS,
    Bounded,
    Many,
    Map,
    Model,
    OneOf,
    Recursive,
    Row,
    Type,
)


class Shape(Enum):
    """The form of a value; of ANY nothing is known."""

    SCALAR = auto()
    LIST = auto()
    OBJECT = auto()
    ANY = auto()


def shapes(kind: Type, reader: Reader) -> set[Shape]:
    """The forms that values of a type can have."""
    return {_shape(one) for one in alternatives(kind, reader)}


def alternatives(kind: Type, reader: Reader) -> Iterator[Type]:
    """The types that a type is a choice of, without null; a recursive one is what it stands for."""
    seen: set[str] = set()
    todo = [kind]
    while todo:
        one = todo.pop(0)
        if isinstance(one, OneOf):
            todo += one.members
        elif isinstance(one, Bounded):
            todo.append(one.inner)
        elif isinstance(one, Recursive):
            if one.name not in seen:
                seen.add(one.name)
                todo.append(reader.types.definition(one.name))
        elif one != NONE:
            yield one


def is_nested(kind: Type, reader: Reader) -> bool:
    """Whether lists or objects stand in the lists and objects of a type."""
    several = {Shape.LIST, Shape.OBJECT}
    return any(
        shapes(member, reader) & several
        for one in alternatives(kind, reader)
        for member in _members(one, reader)
    )


def has_class(kind: Type, reader: Reader) -> bool:
    """Whether objects of a class stand in the values of a type, and no raw octets beside them."""
    found = _parts(kind, reader)
    return OCTETS not in found and any(isinstance(one, Model) for one in found)


def has_bounds(kind: Type, reader: Reader) -> bool:
    """Whether a type has bounds, and no class, which has its own, nor raw octets."""
    found = _parts(kind, reader)
    is_plain = OCTETS not in found and not any(isinstance(one, Model) for one in found)
    return is_plain and any(isinstance(one, Bounded) for one in found)


def _parts(kind: Type, reader: Reader) -> set[Type]:
    """The types that a type is made of, without those of the fields of a class."""
    found: set[Type] = set()
    todo = [kind]
    while todo:
        one = todo.pop()
        if one not in found:
            found.add(one)
            inner = () if isinstance(one, Model) else _members(one, reader)
            held = [one.inner] if isinstance(one, Bounded) else []
            todo += [*inner, *held, *alternatives(one, reader)]
    return found


def _members(kind: Type, reader: Reader) -> list[Type]:
    if isinstance(kind, Many):
        return [kind.item]
    if isinstance(kind, Row):
        return list(kind.items)
    if isinstance(kind, Map):
        return [kind.value]
    if isinstance(kind, Model):
        return [field.kind for field in reader.fields.all(kind.name)]
    return []


def _shape(kind: Type) -> Shape:
    if isinstance(kind, (Many, Row)):
        return Shape.LIST
    if isinstance(kind, (Map, Model)):
        return Shape.OBJECT
    return Shape.ANY if kind == ANY else Shape.SCALAR
