"""The parents of all models."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler
from pydantic_core import core_schema

from ._constants import with_constants
from ._exact import exact


class SchemaModel(BaseModel):
    """Keeps unknown fields, so that a newer server does not break an older client.

    Fields can be given by their name in Python or on the wire.
    """

    model_config = ConfigDict(
        extra="allow",
        populate_by_name=True,
        protected_namespaces=(),
        defer_build=True,
        ser_json_inf_nan="constants",  # a number that is not finite is not null: it is refused
    )

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[BaseModel], handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        reference = handler(source)
        model: Any = handler.resolve_ref_schema(reference)
        if model["type"] == "model":
            model["schema"] = with_constants(exact(model["schema"], handler.resolve_ref_schema))
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
