# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""Describes a function or a pydantic model as a tool of a chat."""

from __future__ import annotations

import inspect
from typing import Any

from pydantic import BaseModel
from pydantic.errors import PydanticInvalidForJsonSchema

from ..models import Tool
from ._arguments import ToolSource, name_of, read_arguments
from ._docstring import arguments_of, summary_of
from ._errors import ToolDefinitionError
from ._schema import plain_schema


def tool_of(source: ToolSource, *, name: str | None = None, description: str | None = None) -> Tool:
    """The tool that a function or a pydantic model is.

    Its description is the summary of the docstring. Arguments have the types of the signature, and the words of the
    docstring (`Args:` or `:param name:`) or of `Annotated[..., Field(description=...)]`.

    Raises ToolDefinitionError for what cannot be a tool.
    """
    words = summary_of(_docstring(source)) if description is None else description
    function: dict[str, Any] = {"name": name or name_of(source), "parameters": parameters_of(source)}
    if words:
        function["description"] = words
    return Tool.model_validate({"type": "function", "function": function})


def parameters_of(source: ToolSource) -> dict[str, Any]:
    """The arguments of a function or model as a JSON Schema that says everything in place."""
    arguments = read_arguments(source)
    try:
        schema = arguments.model.model_json_schema()
    except PydanticInvalidForJsonSchema as error:
        raise ToolDefinitionError(f"{source!r} cannot be a tool: {error}") from error
    if arguments.parameters is not None:
        for argument, words in arguments_of(_docstring(source)).items():
            if argument in schema.get("properties", {}):
                schema["properties"][argument].setdefault("description", words)
    plain = plain_schema(schema)
    if plain.get("type") != "object":
        raise ToolDefinitionError(f"{source!r} cannot be a tool: its arguments are not an object")
    for extra in ("description", "additionalProperties"):
        plain.pop(extra, None)
    return {"type": "object", "properties": {}, **plain}


def _docstring(source: ToolSource) -> str:
    inner: Any = getattr(source, "func", source)
    if isinstance(inner, type):
        # A model without a docstring would otherwise speak with the words of pydantic.
        own = inner.__doc__ if issubclass(inner, BaseModel) and inner.__doc__ != BaseModel.__doc__ else None
        return inspect.cleandoc(own or "")
    if not inspect.isroutine(inner):
        inner = inner.__call__
    return inspect.getdoc(inner) or ""
