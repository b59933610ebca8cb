# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""Runs the tool calls of an answer, and makes the messages that tell the model what came of them."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias, cast

from pydantic import BaseModel
from pydantic_core import to_json

from ..models import Message, ToolCall
from ._arguments import ToolSource, name_of, read_arguments
from ._errors import ToolDefinitionError, ToolError, UnknownToolError

Tools: TypeAlias = Iterable[ToolSource] | Mapping[str, ToolSource]
"""The functions and models that can be called; a mapping where they have other names than their own."""


def run_tool_calls(calls: Iterable[ToolCall] | None, tools: Tools, *, strict: bool = False) -> list[Message]:
    """Run each call in turn and give the messages with the results, to be added to the conversation.

    `tools` are the functions and models that were given to `tool_of`, or a mapping where they have other names. A
    result that is no text is written as JSON; the result of a model is the model itself.

    A tool that does not exist, wrong arguments, and a ToolError that a tool raises become messages that begin with
    "error:", so that the model can do better; with `strict`, they are raised. All other exceptions of a tool are
    raised in any case.
    """
    named, messages = _named(tools), []
    for call in calls or ():
        try:
            result = _start(call, named)
            if inspect.isawaitable(result):
                _discard(result)
                name = call.function.name
                raise ToolDefinitionError(f"the tool {name!r} is asynchronous; run it with run_tool_calls_async")
            messages.append(_message(call, _text(result)))
        except ToolError as error:
            if strict:
                raise
            messages.append(_message(call, f"error: {error}"))
    return messages


async def run_tool_calls_async(
    calls: Iterable[ToolCall] | None, tools: Tools, *, strict: bool = False
) -> list[Message]:
    """Like `run_tool_calls`; a tool may be an asynchronous function, which is awaited before the next is run."""
    named, messages = _named(tools), []
    for call in calls or ():
        try:
            result = _start(call, named)
            if inspect.isawaitable(result):
                result = await result
            messages.append(_message(call, _text(result)))
        except ToolError as error:
            if strict:
                raise
            messages.append(_message(call, f"error: {error}"))
    return messages


def _named(tools: Tools) -> dict[str, ToolSource]:
    if isinstance(tools, Mapping):
        return dict(cast("Mapping[str, ToolSource]", tools))
    return {name_of(tool): tool for tool in tools}


def _start(call: ToolCall, named: Mapping[str, ToolSource]) -> Any:
    """What the tool gives, which may have to be awaited; raises ToolError."""
    name = call.function.name
    if name not in named:
        raise UnknownToolError(name, named)
    arguments = read_arguments(named[name])
    checked = arguments.read(name, call.function.arguments)
    return checked if arguments.parameters is None else named[name](**arguments.named(checked))


def _discard(result: Any) -> None:
    if inspect.iscoroutine(result):
        result.close()


def _text(result: Any) -> str:
    if isinstance(result, str):
        return result
    if isinstance(result, BaseModel):
        return result.model_dump_json(by_alias=True)
    return to_json(result, by_alias=True, fallback=str).decode()


def _message(call: ToolCall, content: str) -> Message:
    answered: dict[str, Any] = {"tool_call_id": call.id} if call.id else {}
    return Message(role="tool", content=content, tool_name=call.function.name, **answered)
