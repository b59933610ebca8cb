# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""Runs the tool calls of a completion, and makes the message that answers them."""

from __future__ import annotations

from collections.abc import Sequence

from .. import models
from ..tools import Tools, run_tool_calls, run_tool_calls_async
from .records import Message, ToolCall, ToolResult


def run_tools(calls: Sequence[ToolCall], tools: Tools, *, strict: bool = False) -> Message:
    """Run each call in turn and give the message with all results; see `tools.run_tool_calls`.

    Raises ValueError where there are no calls.
    """
    return _message(calls, run_tool_calls(_wire(calls), tools, strict=strict))


async def run_tools_async(calls: Sequence[ToolCall], tools: Tools, *, strict: bool = False) -> Message:
    """Like `run_tools`; a tool may be an asynchronous function."""
    return _message(calls, await run_tool_calls_async(_wire(calls), tools, strict=strict))


def _wire(calls: Sequence[ToolCall]) -> list[models.ToolCall]:
    return [
        models.ToolCall(function=models.ToolCallFunction(name=call.name, arguments=dict(call.arguments)))
        for call in calls
    ]


def _message(calls: Sequence[ToolCall], answers: Sequence[models.Message]) -> Message:
    pairs = zip(calls, answers, strict=True)
    return Message("tool", tool_results=tuple(ToolResult(call.id, said.content, call.name) for call, said in pairs))
