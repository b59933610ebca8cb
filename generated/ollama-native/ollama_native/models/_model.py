# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""The parent of all models, and the unions whose members a property tells apart."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler
from pydantic_core import core_schema

from .._exact import exact

_OTHER = 0
"""Stands for every value of the property that means no class."""


class SchemaModel(BaseModel):
    """Keeps unknown fields, so that a newer server does not break an older client.

    Fields can be given by their name in Python or on the wire.
    """

    model_config = ConfigDict(extra="allow", populate_by_name=True, protected_namespaces=(), defer_build=True)

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[BaseModel], handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        reference = handler(source)
        model: Any = handler.resolve_ref_schema(reference)
        if model["type"] == "model":
            model["schema"] = exact(model["schema"], handler.resolve_ref_schema)
        return reference


class RenamedModel(SchemaModel):
    """A class with fields that have another name in Python, which an unknown field can have on the wire.

    Pydantic counts an unknown `user_id` among the fields that were set, where `userId` is called so too.
    """

    __renamed__ = True

    def model_post_init(self, context: Any, /) -> None:
        """Take the name of an unknown field for no name of a field that has its default."""
        if self.__pydantic_extra__:
            fields = type(self).model_fields
            for name in self.__pydantic_extra__.keys() & fields.keys():
                if getattr(self, name) == fields[name].get_default(call_default_factory=True, validated_data={}):
                    self.__pydantic_fields_set__.discard(name)


class Tagged:
    """Chooses the member of a union by the value of one property.

    `classes` are pairs of a value and the name of the class that it means. Where the value is unknown or not
    there, the first member that fits is taken, so that a newer server does not break an older client.
    """

    def __init__(self, name: str, *classes: tuple[str, str]) -> None:
        self._name = name
        self._classes = classes

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        members = {member.__name__: member for member in get_args(source) if isinstance(member, type)}
        choices: dict[Any, core_schema.CoreSchema] = {
            value: handler.generate_schema(members[name]) for value, name in self._classes if name in members
        }
        known = frozenset(choices)
        other = handler(source)

        def choose(value: Any) -> str | int:
            tag = value.get(self._name) if isinstance(value, Mapping) else None
            return str(tag) if isinstance(tag, (str, int)) and str(tag) in known else _OTHER

        return core_schema.tagged_union_schema({**choices, _OTHER: other}, discriminator=choose)
