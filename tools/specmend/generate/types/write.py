"""Writes types as annotations."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from specmend.generate.types.kinds import (
    OCTETS,
    Bounded,
    Choice,
    Many,
    Map,
    Model,
    OneOf,
    Recursive,
    Row,
    Scalar,
    Type,
)

BUILTIN_TYPES: Final = ("list", "dict", "tuple", "str", "int", "float", "bool", "bytes")

_ARGUMENTS: Final[Mapping[str, str]] = {
    "minLength": "min_length",
    "maxLength": "max_length",
    "minItems": "min_length",
    "maxItems": "max_length",
    "minProperties": "min_length",
    "maxProperties": "max_length",
    "minimum": "ge",
    "maximum": "le",
    "exclusiveMinimum": "gt",
    "exclusiveMaximum": "lt",
    "multipleOf": "multiple_of",
}
"""The bounds of JSON Schema by the names that pydantic has for them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Writer:
    """Writes the types of one place.

    `hidden` are names that mean something else there, a method or a field: a builtin type is
    written with an underscore before it then. With `given` a list can be any sequence and a class
    a dict; with `upload` raw octets are a file. With `checked` bounds and tags are written too, for
    a validator to read.
    """

    hidden: Collection[str] = field(default=())
    given: bool = False
    upload: bool = False
    checked: bool = False

    def write(self, kind: Type) -> str:  # noqa: PLR0911  (one line for each kind)
        """The annotation of a type."""
        if isinstance(kind, Scalar):
            return "Upload" if self.upload and kind == OCTETS else self._name(kind.name)
        if isinstance(kind, Choice):
            return kind.name or literal(kind.values)
        if isinstance(kind, OneOf) and self.checked and kind.tags:
            return self._told(kind)
        if isinstance(kind, (Model, OneOf)):
            return self._union(kind)
        if isinstance(kind, Recursive):
            return kind.name
        if isinstance(kind, Many):
            return f"{'Sequence' if self.given else self._name('list')}[{self.write(kind.item)}]"
        if isinstance(kind, Row):
            return f"{self._name('tuple')}[{', '.join(self.write(item) for item in kind.items)}]"
        if isinstance(kind, Map):
            return f"{self._name('dict')}[{self._name('str')}, {self.write(kind.value)}]"
        return self._bounded(kind)

    def _name(self, name: str) -> str:
        first, _, rest = name.partition(".")
        if first not in self.hidden:
            return name
        return f"_{first}.{rest}" if rest else f"_{first}"

    def _bounded(self, kind: Bounded) -> str:
        text = self.write(kind.inner)
        if not self.checked:
            return text
        bounds = ", ".join(f"{_ARGUMENTS[word]}={number!r}" for word, number in kind.bounds)
        return f"Annotated[{text}, Field({bounds})]"

    def _union(self, kind: Model | OneOf) -> str:
        alternatives = dict.fromkeys(self._alternatives(kind))
        is_nullable = alternatives.pop("None", "") is None
        return " | ".join([*alternatives, *(["None"] if is_nullable else [])])

    def _told(self, kind: OneOf) -> str:
        """A union with what tells its members apart; each of them stands at its own place."""
        members = " | ".join(self.write(member) for member in kind.members)
        words = [_tuple(tags) for tags in kind.tags]
        words += [f"other={kind.other}"] if kind.other is not None else []
        words += ["optional=True"] if kind.optional else []
        return f"Annotated[{members}, Tagged({', '.join([quoted(kind.tag), *words])})]"

    def _alternatives(self, kind: Type) -> Iterator[str]:
        if isinstance(kind, OneOf):
            for member in kind.members:
                is_told = self.checked and isinstance(member, OneOf) and member.tags
                yield from [self.write(member)] if is_told else self._alternatives(member)
        elif isinstance(kind, Model):
            yield kind.name
            if self.given:
                yield f"{self._name('dict')}[{self._name('str')}, Any]"
        else:
            yield self.write(kind)


def _tuple(values: tuple[str | int, ...]) -> str:
    comma = "," if len(values) == 1 else ""
    return f"({', '.join(code_of(value) for value in values)}{comma})"


def literal(values: Collection[str | int]) -> str:
    """A literal type of values, as code."""
    return f"Literal[{', '.join(code_of(value) for value in values)}]"


def code_of(value: str | int) -> str:
    """A text, a whole number or a boolean as code."""
    return quoted(value) if isinstance(value, str) else repr(value)


def quoted(text: str) -> str:
    """A text as code; what cannot stand in a line of code is escaped."""
    shown = json.dumps(text, ensure_ascii=False)
    return "".join(one if one.isprintable() else _escaped(one) for one in shown)


def as_code(value: Any) -> str:
    """Data as code: texts, numbers, truth values, null, lists and objects of these."""
    if isinstance(value, dict):
        return (
            "{"
            + ", ".join(f"{quoted(str(key))}: {as_code(one)}" for key, one in value.items())
            + "}"
        )
    if isinstance(value, list):
        return f"[{', '.join(as_code(one) for one in value)}]"
    return quoted(value) if isinstance(value, str) else repr(value)


def in_literal(text: str) -> str:
    """What stands between the quotes of a text as code; no character of it is lost."""
    return quoted(text)[1:-1]


def _escaped(character: str) -> str:
    return character.encode("unicode-escape").decode("ascii")
