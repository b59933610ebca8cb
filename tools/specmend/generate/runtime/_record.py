"""Frozen records with keyword arguments, which cost next to nothing to define.

A dataclass writes the source of its methods and compiles that: a third of a millisecond for each class, whenever the
package is imported. Here all records have the same methods.
"""

from __future__ import annotations

from collections.abc import KeysView, Mapping
from typing import Any, ClassVar, Final, NoReturn, TypeVar, dataclass_transform

RecordT = TypeVar("RecordT", bound="Record")

NOTHING: Final[Mapping[Any, Any]] = {}
"""The default of a mapping that is only read."""


@dataclass_transform(kw_only_default=True, frozen_default=True, eq_default=False)
class Record:
    """The parent of records: the annotations of a class are their fields, what is assigned there the defaults.

    A record is equal to itself alone, so that it can be the key of what is made for it once. Type checkers know the
    arguments of each class, as they know those of a dataclass (PEP 681).
    """

    _fields: ClassVar[KeysView[str]] = NOTHING.keys()
    _defaults: ClassVar[Mapping[str, Any]] = NOTHING

    def __init_subclass__(cls) -> None:
        cls._fields = cls.__annotations__.keys()
        cls._defaults = {name: value for name, value in vars(cls).items() if name in cls._fields}

    def __init__(self, **values: Any) -> None:
        own = self.__dict__
        own.update(self._defaults)
        own.update(values)
        if own.keys() != self._fields:
            named = ", ".join(sorted(own.keys() ^ self._fields))
            raise TypeError(f"{type(self).__name__} lacks arguments or does not have them: {named}")

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is not changed: {name}")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is not changed: {name}")


class Value(Record):
    """A record that is equal to another one with the same fields, and shows them."""

    def __eq__(self, other: object) -> bool:
        return _values(self) == _values(other) if isinstance(other, type(self)) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(_values(self).values()))

    def __repr__(self) -> str:
        fields = ", ".join(f"{name}={value!r}" for name, value in _values(self).items())
        return f"{type(self).__name__}({fields})"


def replace(record: RecordT, **values: Any) -> RecordT:
    """A record with some fields changed."""
    return type(record)(**{**_values(record), **values})


def _values(record: Record) -> dict[str, Any]:
    own = vars(record)
    return {name: own[name] for name in record._fields}
