# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""Python functions and pydantic models as tools of a chat, and the calls that a model makes of them."""

from __future__ import annotations

from ._arguments import ToolSource
from ._errors import ToolArgumentsError, ToolDefinitionError, ToolError, UnknownToolError
from ._run import Tools, run_tool_calls, run_tool_calls_async
from ._tool import tool_of

__all__ = [
    "ToolArgumentsError",
    "ToolDefinitionError",
    "ToolError",
    "ToolSource",
    "Tools",
    "UnknownToolError",
    "run_tool_calls",
    "run_tool_calls_async",
    "tool_of",
]
