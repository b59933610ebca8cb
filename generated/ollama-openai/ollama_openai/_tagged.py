# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""Unions whose members one property tells apart: its value decides, and nothing is guessed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final, get_args

from pydantic import BaseModel, GetCoreSchemaHandler
from pydantic_core import PydanticCustomError, core_schema

_UNKNOWN: Final = "unknown_tag"
_FITTING, _OTHER, _PLAIN, _REFUSED = "(fitting)", "(other)", "(plain)", "(unknown)"
"""The choices beside those of the known values."""

NO_PLACES: Final = frozenset({_FITTING, _OTHER, _PLAIN, _REFUSED})
"""What is no part of a place in a document, but stands in the place of an error."""


class Tagged:
    """Beside a union: the property that tells its members apart, and the values that mean each of them, in order.

    A member without values is no object. Every other value, and none, mean the member with the number `other`; without
    one they are errors. With `optional` the property can be missing: then the member that fits best is taken.
    """

    def __init__(
        self, name: str, *tags: tuple[str | int, ...], other: int | None = None, optional: bool = False
    ) -> None:
        self._name = name
        self._tags = tags
        self._other = other
        self._optional = optional

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        kinds = get_args(source)
        members = [kind for kind in kinds if kind is not type(None)]
        schemas = [handler.generate_schema(kind) for kind in members]
        choices = {tag: _one_of(schemas[place] for place in places) for tag, places in self._places().items()}
        names = (self._name, *_names_in_python(self._name, members))
        read = self._static(choices) if self._is_plain() else self._chosen(choices, members, schemas, (self._name,))
        given = self._chosen(choices, members, schemas, names)
        # A value is written by what it is, not by what it could be.
        written = core_schema.simple_ser_schema("any")
        made = core_schema.json_or_python_schema(read, given, serialization=written)
        return made if len(members) == len(kinds) else core_schema.nullable_schema(made)

    def _places(self) -> dict[str | int, list[int]]:
        """The members that each value means, by the places that they have in the union."""
        places: dict[str | int, list[int]] = {}
        for place, tags in enumerate(self._tags):
            for tag in tags:
                places.setdefault(_key(tag), []).append(place)
        return places

    def _is_plain(self) -> bool:
        """Whether every value is an object that has the property, with one of the known values."""
        is_told = all(self._tags) and not any(isinstance(tag, bool) for tags in self._tags for tag in tags)
        return is_told and self._other is None and not self._optional

    def _static(self, choices: dict[str | int, Any]) -> Any:
        """The choice that pydantic makes by itself, as fast as if there was nothing to choose."""
        return core_schema.tagged_union_schema(
            dict(choices),
            discriminator=self._name,
            custom_error_type=_UNKNOWN,
            custom_error_message=self._expected(),
            custom_error_context={"property": self._name},
        )

    def _chosen(self, choices: dict[str | int, Any], members: list[Any], schemas: list[Any], names: Any) -> Any:
        """The choice by a function, where there is more to it; `names` are those that the property has."""
        known: dict[Any, Any] = {**choices, _REFUSED: _refusing(lambda value: self._refuse(value, names))}
        if self._other is not None:
            known[_OTHER] = schemas[self._other]
        if self._optional:
            known[_FITTING] = _one_of(schemas)
        plain = [place for place, tags in enumerate(self._tags) if not tags and place != self._other]
        if plain:
            known[_PLAIN] = _one_of(schemas[place] for place in plain)
        classes = {member: _key(tags[0]) for member, tags in zip(members, self._tags, strict=True) if tags}

        def choose(value: Any) -> str | int:
            if not isinstance(value, (Mapping, BaseModel)):
                return _PLAIN if _PLAIN in known else _REFUSED
            found = _value(value, names)
            if found is None:
                of_class = classes.get(type(value))
                return of_class if of_class is not None else self._missing()
            tag = _key(found) if isinstance(found, (str, int)) else _REFUSED
            return tag if tag in choices else _OTHER if self._other is not None else _REFUSED

        return core_schema.tagged_union_schema(known, discriminator=choose)

    def _missing(self) -> str:
        if self._optional:
            return _FITTING
        return _OTHER if self._other is not None else _REFUSED

    def _refuse(self, value: Any, names: Iterable[str]) -> Any:
        if not isinstance(value, (Mapping, BaseModel)):
            raise PydanticCustomError("object_type", "Input should be an object")
        found = _found(_value(value, names))
        raise PydanticCustomError(_UNKNOWN, "{expected}{found}", {"expected": self._expected(), "found": found})

    def _expected(self) -> str:
        *known, last = (_shown(tag) for tags in self._tags for tag in tags)
        return f"Input should have {', '.join(known)}{' or ' if known else ''}{last} as {self._name}"


def found_tag(error: Mapping[str, Any]) -> str:
    """What stands in place of a known value, for the words of an error that does not say it yet; else nothing."""
    name, value = error.get("ctx", {}).get("property"), error.get("input")
    if error["type"] != _UNKNOWN or name is None or not isinstance(value, Mapping):
        return ""
    return _found(value.get(name))


def _found(value: Any) -> str:
    return ", which is missing" if value is None else f", not {_shown(value)}"


def _shown(value: Any) -> str:
    """A value of JSON in the words of an error."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"'{value}'" if isinstance(value, str) else str(value) if isinstance(value, (int, float)) else "an object"


def _key(tag: str | int) -> str | int:
    """A value as a key; Python takes `True` for 1."""
    return f"({_shown(tag)})" if isinstance(tag, bool) else tag


def _value(value: Any, names: Iterable[str]) -> Any:
    """The value of the property, by the first of its names that is there."""
    if isinstance(value, Mapping):
        return next((value[name] for name in names if name in value), None)
    return next((getattr(value, name) for name in names if hasattr(value, name)), None)


def _names_in_python(wire: str, members: Iterable[Any]) -> Iterator[str]:
    for member in members:
        fields = member.model_fields if isinstance(member, type) and issubclass(member, BaseModel) else {}
        yield from (name for name, field in fields.items() if field.validation_alias == wire)


def _one_of(schemas: Iterable[Any]) -> Any:
    several = list(schemas)
    return several[0] if len(several) == 1 else core_schema.union_schema(several)


def _refusing(refuse: Callable[[Any], Any]) -> Any:
    return core_schema.no_info_plain_validator_function(refuse, json_schema_input_schema=core_schema.any_schema())
