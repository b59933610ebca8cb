"""The parents of models that are very many: each is loaded when it is needed."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, GetCoreSchemaHandler
from pydantic_core import core_schema

from . import _model


def load_types(model: type[Any]) -> None:
    """Give the module of a class the types that its fields name, those that it inherits too."""
    parents = [vars(sys.modules[parent.__module__]) for parent in model.__mro__ if _is_ours(parent)]
    for names in parents:
        for name in names.get("_NEEDED", ()):
            if name not in names:
                names[name] = getattr(sys.modules[__name__.rpartition(".")[0]], name)
        for name in names.keys() - parents[0].keys():
            parents[0][name] = names[name]


def _is_ours(model: type[Any]) -> bool:
    return model.__module__.rpartition(".")[0] == __name__.rpartition(".")[0]


class SchemaModel(_model.SchemaModel):
    """A model whose fields can have types of modules that are not loaded yet."""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        # Fields that a class elsewhere inherits would be looked for in its own module.
        if not _is_ours(cls):
            load_types(cls)

    @classmethod
    def model_rebuild(
        cls,
        *,
        force: bool = False,
        raise_errors: bool = True,
        _parent_namespace_depth: int = 2,
        _types_namespace: Mapping[str, Any] | None = None,
    ) -> bool | None:
        """Make the validator; pydantic does so when it is needed first."""
        load_types(cls)
        return super().model_rebuild(
            force=force,
            raise_errors=raise_errors,
            _parent_namespace_depth=_parent_namespace_depth + 1,
            _types_namespace=_types_namespace,
        )

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[BaseModel], handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        load_types(cls)
        return super().__get_pydantic_core_schema__(source, handler)


class RenamedModel(SchemaModel, _model.RenamedModel):
    """A class with fields that have another name in Python, which an unknown field can have on the wire."""
