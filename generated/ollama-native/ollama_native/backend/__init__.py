# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""One small interface to a server of language models, and Ollama behind it, synchronous and asynchronous.

A program that speaks to a `Backend` knows nothing of Ollama: its records, events and protocols are neutral.
"""

from __future__ import annotations

from ._ollama import AsyncOllamaBackend, OllamaBackend
from ._tools import run_tools, run_tools_async
from .events import End, StreamEvent, TextDelta, ThinkingDelta, ToolUse
from .protocols import AsyncBackend, AsyncCompletionStream, Backend, CompletionStream
from .records import (
    BackendInfo,
    Capabilities,
    Completion,
    FinishReason,
    Health,
    Message,
    Options,
    Role,
    TokenCount,
    ToolCall,
    ToolResult,
    ToolSpec,
    Usage,
)

__all__ = [
    "AsyncBackend",
    "AsyncCompletionStream",
    "AsyncOllamaBackend",
    "Backend",
    "BackendInfo",
    "Capabilities",
    "Completion",
    "CompletionStream",
    "End",
    "FinishReason",
    "Health",
    "Message",
    "OllamaBackend",
    "Options",
    "Role",
    "StreamEvent",
    "TextDelta",
    "ThinkingDelta",
    "TokenCount",
    "ToolCall",
    "ToolResult",
    "ToolSpec",
    "ToolUse",
    "Usage",
    "run_tools",
    "run_tools_async",
]
