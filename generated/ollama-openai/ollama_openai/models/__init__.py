# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""The models of the API: one class for each schema, and a name for each enumeration."""

from typing import Literal, TypeAlias

from .schemas import (
    ChatCompletion,
    ChatCompletionChoice,
    ChatCompletionChunk,
    ChatCompletionChunkChoice,
    ChatCompletionDelta,
    ChatCompletionMessage,
    ChatCompletionRequest,
    ChatCompletionTool,
    ChatCompletionToolCall,
    Completion,
    CompletionChoice,
    CompletionChunk,
    CompletionRequest,
    ContentPart,
    Embedding,
    EmbeddingList,
    EmbeddingRequest,
    EmbeddingUsage,
    Error,
    ErrorResponse,
    FunctionCall,
    FunctionDefinition,
    ImageURL,
    Model,
    ModelList,
    ResponseFormat,
    ResponseFormatJsonSchema,
    StreamOptions,
    Usage,
)

ChatCompletionToolType: TypeAlias = Literal["function"]
ContentPartType: TypeAlias = Literal["text", "image_url"]
ResponseFormatType: TypeAlias = Literal["json_object", "json_schema"]

__all__ = [
    "ChatCompletion",
    "ChatCompletionChoice",
    "ChatCompletionChunk",
    "ChatCompletionChunkChoice",
    "ChatCompletionDelta",
    "ChatCompletionMessage",
    "ChatCompletionRequest",
    "ChatCompletionTool",
    "ChatCompletionToolCall",
    "ChatCompletionToolType",
    "Completion",
    "CompletionChoice",
    "CompletionChunk",
    "CompletionRequest",
    "ContentPart",
    "ContentPartType",
    "Embedding",
    "EmbeddingList",
    "EmbeddingRequest",
    "EmbeddingUsage",
    "Error",
    "ErrorResponse",
    "FunctionCall",
    "FunctionDefinition",
    "ImageURL",
    "Model",
    "ModelList",
    "ResponseFormat",
    "ResponseFormatJsonSchema",
    "ResponseFormatType",
    "StreamOptions",
    "Usage",
]
