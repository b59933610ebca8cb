# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""The models of the API: one class for each schema, and a name for each enumeration."""

from typing import Literal, TypeAlias

from .schemas import (
    ChatRequest,
    ChatSingleResponse,
    ChatStreamResponse,
    CopyRequest,
    CreateRequest,
    DeleteRequest,
    EmbeddingsRequest,
    EmbeddingsResponse,
    ErrorResponse,
    GenerateRequest,
    GenerateSingleResponse,
    GenerateStreamResponse,
    ListResponse,
    Message,
    ModelDetails,
    ModelOptions,
    ModelSummary,
    ProgressResponse,
    PullRequest,
    PushRequest,
    RunningModel,
    RunningModelsResponse,
    ShowRequest,
    ShowResponse,
    Tool,
    ToolCall,
    ToolCallFunction,
    ToolFunction,
    VersionResponse,
)

MessageRole: TypeAlias = Literal["system", "user", "assistant", "tool"]
ToolType: TypeAlias = Literal["function"]

__all__ = [
    "ChatRequest",
    "ChatSingleResponse",
    "ChatStreamResponse",
    "CopyRequest",
    "CreateRequest",
    "DeleteRequest",
    "EmbeddingsRequest",
    "EmbeddingsResponse",
    "ErrorResponse",
    "GenerateRequest",
    "GenerateSingleResponse",
    "GenerateStreamResponse",
    "ListResponse",
    "Message",
    "MessageRole",
    "ModelDetails",
    "ModelOptions",
    "ModelSummary",
    "ProgressResponse",
    "PullRequest",
    "PushRequest",
    "RunningModel",
    "RunningModelsResponse",
    "ShowRequest",
    "ShowResponse",
    "Tool",
    "ToolCall",
    "ToolCallFunction",
    "ToolFunction",
    "ToolType",
    "VersionResponse",
]
