"""Defaults as code: values of the type that a field has, made of the JSON of the document."""

from __future__ import annotations

import datetime as dt
import json
import math
import re
from dataclasses import dataclass
from typing import Any, Final

from specmend.document.openapi.components import schema_named
from specmend.document.openapi.schemas import Node
from specmend.generate.types.bounds import is_within
from specmend.generate.types.kinds import (
    TEXT,
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
from specmend.generate.types.read import TypeReader
from specmend.generate.types.write import code_of, quoted

_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d")
_MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)?")
_UUID: Final = re.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")

_DEEPEST: Final = 50
"""How deep a default may go; a type that contains itself has no end."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Default:
    """A default as code, and the classes that it makes objects of: a function has to make it."""

    code: str
    classes: frozenset[str] = frozenset()


class DefaultReader:
    """The defaults of one document.

    None stands for a value that a type does not have.
    """

    def __init__(self, types: TypeReader) -> None:
        self._types = types
        self._made: dict[str, frozenset[str]] = {}

    def read(self, kind: Type, value: Any) -> Default | None:
        """The code of a value of a type."""
        return self._read(kind, value, _DEEPEST)

    def of_field(self, owner: str, kind: Type, value: Any) -> Default | None:
        """The code of the default of a field of a class.

        An object whose own defaults would make it again is none: it would have no end.
        """
        default = self.read(kind, value)
        if default is None or not default.classes:
            return default
        pending, seen = list(default.classes), set[str]()
        while pending:
            name = pending.pop()
            if name == owner or name not in self._types.classes:
                return None
            if name not in seen:
                seen.add(name)
                pending += self._classes_made_by(name)
        return default

    def _classes_made_by(self, name: str) -> frozenset[str]:
        """The classes of which the defaults of a class make objects."""
        if name not in self._made:
            found: set[str] = set()
            for schema, is_required in self._fields(name).values():
                value = self._types.annotation(schema, "default", is_shared=True)
                if value is not None and not is_required:
                    default = self.read(self._types.read(schema), value)
                    found |= default.classes if default else set()
            self._made[name] = frozenset(found)
        return self._made[name]

    def _fields(self, name: str) -> dict[str, tuple[Any, bool]]:
        """The properties of a class and of its parents: schema, and whether required."""
        schema: Node = self._types.component(name)
        found: dict[str, tuple[Any, bool]] = {}
        for parent in schema.get("allOf", ()):
            found |= self._fields(schema_named(parent.get("$ref")))
        required = set(schema.get("required", ()))
        own = schema.get("properties", {}).items()
        return found | {key: (member, key in required) for key, member in own}

    def _read(  # noqa: PLR0911  (one line for each kind)
        self, kind: Type, value: Any, deepest: int
    ) -> Default | None:
        if not deepest:
            return None
        if isinstance(kind, Bounded):
            is_fitting = is_within(value, kind.bounds)
            return self._read(kind.inner, value, deepest - 1) if is_fitting else None
        if isinstance(kind, OneOf):
            return self._of_first(kind, value, deepest - 1)
        if isinstance(kind, Choice):
            is_known = any(value == one and type(value) is type(one) for one in kind.values)
            return Default(code=code_of(value)) if is_known else None
        if isinstance(kind, Recursive):
            return self._read(self._types.definition(kind.name), value, deepest - 1)
        if isinstance(kind, Model):
            return self._object(kind.name, value, deepest - 1)
        if isinstance(kind, Scalar):
            code = scalar_code(kind.name, value)
            return Default(code=code) if code else None
        return self._several(kind, value, deepest - 1)

    def _of_first(self, kind: OneOf, value: Any, deepest: int) -> Default | None:
        found = (self._read(member, value, deepest) for member in self._fitting(kind, value))
        return next((default for default in found if default), None)

    def _fitting(self, kind: OneOf, value: Any) -> list[Type]:
        """The members that a value can be of, the best first, as answers are read."""
        if kind.tags and isinstance(value, dict):
            return _told(kind, value.get(kind.tag))
        return sorted(kind.members, key=lambda member: self._rank(member, value))

    def _rank(self, member: Type, value: Any) -> int:
        """How late a member comes: texts last, of classes the one with most known fields first."""
        if isinstance(member, Model) and isinstance(value, dict):
            return -len(value.keys() & self._fields(member.name).keys())
        return 1 if member == TEXT else 0

    def _several(self, kind: Many | Row | Map, value: Any, deepest: int) -> Default | None:
        if isinstance(kind, Map):
            if not isinstance(value, dict) or not all(isinstance(key, str) for key in value):
                return None
            members = [self._read(kind.value, member, deepest) for member in value.values()]
            keys = [f"{quoted(key)}: " for key in value]
            return _together("{", keys, members, "}")
        if not isinstance(value, list):
            return None
        if isinstance(kind, Many):
            members = [self._read(kind.item, member, deepest) for member in value]
            return _together("[", [""] * len(members), members, "]")
        if len(value) != len(kind.items):
            return None
        pairs = zip(kind.items, value, strict=True)
        members = [self._read(item, member, deepest) for item, member in pairs]
        return _together("(", [""] * len(members), members, ",)" if members else ")")

    def _object(self, name: str, value: Any, deepest: int) -> Default | None:
        """An object is made by its class, which knows the names on the wire."""
        if not isinstance(value, dict):
            return None
        classes = {name}
        for key, (schema, is_required) in self._fields(name).items():
            if key not in value:
                if is_required:
                    return None
                continue
            if value[key] is None and not is_required:
                continue
            inner = self._read(self._types.read(schema), value[key], deepest)
            if inner is None:
                return None
            classes |= inner.classes
        code = json_code(value)
        if not code:
            return None
        return Default(code=f"{name}.model_validate({code})", classes=frozenset(classes))


def _told(kind: OneOf, said: Any) -> list[Type]:
    """The members that the value of the property means which tells them apart."""
    if said is None and kind.optional:
        return list(kind.members)
    pairs = zip(kind.members, kind.tags, strict=False)  # null has no tags
    told = [
        one for one, tags in pairs if any(said == tag and type(said) is type(tag) for tag in tags)
    ]
    return told or ([] if kind.other is None else [kind.members[kind.other]])


def scalar_code(name: str, value: Any) -> str:  # noqa: PLR0911  (one line for each type)
    """A value of a type that has a name, as code; empty where the type does not have it."""
    if name == "Any":
        return json_code(value)
    if name == "bool":
        return repr(value) if isinstance(value, bool) else ""
    if name in ("int", "float"):
        return _number_code(name, value)
    if not isinstance(value, str):
        return "None" if name == "None" and value is None else ""
    if name == "str":
        return quoted(value)
    if name == "bytes":
        return repr(value.encode())
    if name == "UUID":
        return f"UUID({quoted(value)})" if _UUID.fullmatch(value) else ""
    return _moment_code(name, value)


def as_json(value: Any) -> str:
    """A value as JSON, the same one for equal values."""
    return json.dumps(value, sort_keys=True, default=str)


def json_code(value: Any) -> str:
    """What JSON has, as code of Python; empty where it is no JSON."""
    if isinstance(value, str):
        return quoted(value)
    if value is None or isinstance(value, bool | int):
        return repr(value)
    if isinstance(value, float):
        return repr(value) if math.isfinite(value) else ""
    if isinstance(value, list):
        members = [json_code(member) for member in value]
        return f"[{', '.join(members)}]" if all(members) else ""
    if isinstance(value, dict) and all(isinstance(key, str) for key in value):
        codes = {key: json_code(member) for key, member in value.items()}
        pairs = ", ".join(f"{quoted(key)}: {code}" for key, code in codes.items())
        return f"{{{pairs}}}" if all(codes.values()) else ""
    return ""


def _number_code(name: str, value: Any) -> str:
    """A number as code; 2.0 is a whole number too (JSON Schema core section 4.2.3)."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    try:
        if is_number and math.isfinite(value):
            plain = int(value) if name == "int" else float(value)
            return repr(plain) if plain == value else ""
    except OverflowError:
        return repr(value) if name == "int" else ""
    return ""


def _moment_code(name: str, value: str) -> str:
    """A date, or a date with its time, as RFC 3339 writes them."""
    try:
        if name == "datetime.date" and _DATE.fullmatch(value):
            day = dt.date.fromisoformat(value)
            return f"datetime.date({day.year}, {day.month}, {day.day})"
        if name == "datetime.datetime" and _MOMENT.fullmatch(value):
            return _time_code(dt.datetime.fromisoformat(value.upper()))
    except ValueError:
        return ""
    return ""


def _time_code(moment: dt.datetime) -> str:
    numbers = [moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second]
    numbers += [moment.microsecond] if moment.microsecond else []
    words = [str(number) for number in numbers]
    offset = moment.utcoffset()
    if offset is not None:
        seconds = int(offset.total_seconds())
        zone = f"timezone(datetime.timedelta(seconds={seconds}))" if seconds else "UTC"
        words.append(f"tzinfo=datetime.{zone}")
    return f"datetime.datetime({', '.join(words)})"


def _together(
    before: str, keys: list[str], members: list[Default | None], after: str
) -> Default | None:
    known = [member for member in members if member is not None]
    if len(known) < len(members):
        return None
    texts = [key + member.code for key, member in zip(keys, known, strict=True)]
    classes = frozenset(name for member in known for name in member.classes)
    return Default(code=f"{before}{', '.join(texts)}{after}", classes=classes)
