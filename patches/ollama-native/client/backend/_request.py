# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""From the neutral records to the arguments of a chat."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypedDict, TypeVar

from .. import NOT_GIVEN, NotGiven, images
from ..models import JsonMode, ThinkLevel
from .records import Message, Options, ToolSpec

T = TypeVar("T")

_DEFAULT = Options()


class ChatArguments(TypedDict):
    """The arguments of `Client.chat`; NOT_GIVEN is left out of the request."""

    model: str
    messages: list[dict[str, Any]]
    tools: list[dict[str, Any]] | None
    format: JsonMode | dict[str, Any] | NotGiven
    options: dict[str, Any] | NotGiven
    keep_alive: str | float | NotGiven
    think: bool | ThinkLevel | NotGiven
    truncate: bool | NotGiven


def chat_arguments(
    messages: Sequence[Message], model: str, tools: Sequence[ToolSpec], options: Options | None
) -> ChatArguments:
    """The arguments of a chat; raises ImageError."""
    chosen = options or _DEFAULT
    return {
        "model": model,
        "messages": list(_wire_messages(messages)),
        "tools": [_wire_tool(tool) for tool in tools] or None,
        "format": dict(chosen.format) if isinstance(chosen.format, Mapping) else _given(chosen.format),
        "options": wire_options(chosen) or NOT_GIVEN,
        "keep_alive": _given(chosen.keep_alive),
        "think": _given(chosen.think),
        "truncate": NOT_GIVEN,
    }


def wire_options(options: Options) -> dict[str, Any]:
    """The options by the names that the server has for them."""
    named = {
        "temperature": options.temperature,
        "top_p": options.top_p,
        "top_k": options.top_k,
        "seed": options.seed,
        "stop": list(options.stop) or None,
        "num_predict": options.max_tokens,
        "num_ctx": options.context_length,
    }
    return dict(options.extra) | {name: value for name, value in named.items() if value is not None}


def calls_before(messages: Sequence[Message]) -> int:
    """How many tool calls a conversation has so far."""
    return sum(len(message.tool_calls) for message in messages)


def _given(value: T | None) -> T | NotGiven:
    return NOT_GIVEN if value is None else value


def _wire_messages(messages: Sequence[Message]) -> Iterator[dict[str, Any]]:
    names: dict[str, str] = {}
    for message in messages:
        names |= {call.id: call.name for call in message.tool_calls}
        for result in message.tool_results:
            name = result.name or names.get(result.call_id)
            wire = {"role": "tool", "content": result.content, "tool_call_id": result.call_id}
            yield wire | ({"tool_name": name} if name else {})
        if not message.tool_results:
            yield _wire_message(message)


def _wire_message(message: Message) -> dict[str, Any]:
    wire: dict[str, Any] = {"role": message.role, "content": message.content}
    if message.thinking:
        wire["thinking"] = message.thinking
    if message.images:
        wire["images"] = [images.encode(image) for image in message.images]
    if message.tool_calls:
        wire["tool_calls"] = [
            {"id": call.id, "function": {"index": place, "name": call.name, "arguments": dict(call.arguments)}}
            for place, call in enumerate(message.tool_calls)
        ]
    return wire


def _wire_tool(tool: ToolSpec) -> dict[str, Any]:
    function: dict[str, Any] = {"name": tool.name, "parameters": dict(tool.parameters)}
    if tool.description:
        function["description"] = tool.description
    return {"type": "function", "function": function}
