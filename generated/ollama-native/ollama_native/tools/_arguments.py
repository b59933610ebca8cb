# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""The arguments of a tool as a pydantic model, made from the signature of a function."""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, ValidationError, create_model
from pydantic.errors import PydanticUserError
from pydantic_core import PydanticSerializationError, to_json

from ._errors import ToolArgumentsError, ToolDefinitionError

ToolSource: TypeAlias = Callable[..., Any] | type[BaseModel]
"""What can be a tool: a function, or a pydantic model, whose fields are the arguments."""

_BY_NAME = (inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.KEYWORD_ONLY)


@dataclass(frozen=True, slots=True)
class Arguments:
    """The arguments of one tool: the model that checks them, and the parameter behind each field of it.

    `parameters` is None for a tool that is itself a model.
    """

    model: type[BaseModel]
    parameters: Mapping[str, str] | None

    def read(self, name: str, arguments: Mapping[str, Any]) -> BaseModel:
        """The arguments of a call, checked; raises ToolArgumentsError."""
        try:
            return self.model.model_validate_json(json.dumps(arguments))
        except ValidationError as error:
            raise ToolArgumentsError(name, dict(arguments), _faults(error)) from error

    def named(self, checked: BaseModel) -> dict[str, Any]:
        """The checked arguments by the names of the parameters; what was left out is not there."""
        names = self.parameters or {}
        return {names[field]: getattr(checked, field) for field in names if field in checked.model_fields_set}


def read_arguments(source: ToolSource) -> Arguments:
    """The arguments of a function or model; raises ToolDefinitionError for what cannot be a tool."""
    if isinstance(source, type) and issubclass(source, BaseModel):
        return Arguments(source, None)
    fields: dict[str, Any] = {}
    names: dict[str, str] = {}
    for place, parameter in enumerate(_signature(source)):
        # A field has a name of its own: that of a parameter may be one that a model cannot have.
        field = f"argument_{place}"
        names[field] = parameter.name
        hint = Any if parameter.annotation is parameter.empty else parameter.annotation
        fields[field] = (hint, _field(parameter))
    try:
        model = create_model("Arguments", __config__=ConfigDict(extra="forbid"), **fields)
    except PydanticUserError as error:
        raise ToolDefinitionError(f"{source!r} cannot be a tool: {error}") from error
    return Arguments(model, names)


def name_of(source: ToolSource) -> str:
    """The name of a tool; raises ToolDefinitionError where there is none."""
    inner = getattr(source, "func", source)  # that of functools.partial
    name = getattr(inner, "__name__", None) or type(inner).__name__
    if not str(name).isidentifier():
        raise ToolDefinitionError(f"{source!r} has no name that a model could call; give it one with name=")
    return str(name)


def _signature(source: Callable[..., Any]) -> list[inspect.Parameter]:
    try:
        parameters = list(inspect.signature(source, eval_str=True).parameters.values())
    except (NameError, ValueError, TypeError) as error:
        raise ToolDefinitionError(f"the signature of {source!r} cannot be read: {error}") from error
    for parameter in parameters:
        if parameter.kind not in _BY_NAME:
            words = f"{source!r} cannot be a tool: {parameter} is not an argument with one name"
            raise ToolDefinitionError(words)
    return parameters


def _field(parameter: inspect.Parameter) -> Any:
    if parameter.default is parameter.empty:
        return Field(alias=parameter.name)
    default = parameter.default
    try:
        to_json(default)
    except PydanticSerializationError:
        return Field(default_factory=lambda: default, alias=parameter.name)  # JSON Schema cannot show it
    return Field(default=default, alias=parameter.name)


def _faults(error: ValidationError) -> list[str]:
    found = error.errors(include_url=False, include_context=False, include_input=False)
    return [f"{'.'.join(str(part) for part in fault['loc'])}: {fault['msg']}" for fault in found]
