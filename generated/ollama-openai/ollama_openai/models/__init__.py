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
    ChoiceLogprobs,
    Completion,
    CompletionChoice,
    CompletionChunk,
    CompletionRequest,
    ContentPart,
    DebugInfo,
    Embedding,
    EmbeddingList,
    EmbeddingRequest,
    EmbeddingUsage,
    Error,
    ErrorResponse,
    FunctionCall,
    FunctionDefinition,
    ImageURL,
    InputAudio,
    JsonSchema,
    Logprob,
    Model,
    ModelList,
    Reasoning,
    ResponseFormat,
    StreamOptions,
    TokenLogprob,
    ToolFunctionParameters,
    ToolProperty,
    Usage,
)

ChatCompletionRequestReasoningEffort: TypeAlias = Literal[
    "none", "minimal", "low", "medium", "high", "xhigh", "ultra", "max"
]
ChatCompletionToolType: TypeAlias = Literal["function"]
ContentPartType: TypeAlias = Literal["text", "image_url", "input_audio"]
EmbeddingRequestEncodingFormat: TypeAlias = Literal["float", "base64"]
ReasoningEffort: TypeAlias = Literal["none", "minimal", "low", "medium", "high", "xhigh", "ultra", "max"]
ResponseFormatType: TypeAlias = Literal["json_object", "json_schema", "text"]

__all__ = [
    "ChatCompletion",
    "ChatCompletionChoice",
    "ChatCompletionChunk",
    "ChatCompletionChunkChoice",
    "ChatCompletionDelta",
    "ChatCompletionMessage",
    "ChatCompletionRequest",
    "ChatCompletionRequestReasoningEffort",
    "ChatCompletionTool",
    "ChatCompletionToolCall",
    "ChatCompletionToolType",
    "ChoiceLogprobs",
    "Completion",
    "CompletionChoice",
    "CompletionChunk",
    "CompletionRequest",
    "ContentPart",
    "ContentPartType",
    "DebugInfo",
    "Embedding",
    "EmbeddingList",
    "EmbeddingRequest",
    "EmbeddingRequestEncodingFormat",
    "EmbeddingUsage",
    "Error",
    "ErrorResponse",
    "FunctionCall",
    "FunctionDefinition",
    "ImageURL",
    "InputAudio",
    "JsonSchema",
    "Logprob",
    "Model",
    "ModelList",
    "Reasoning",
    "ReasoningEffort",
    "ResponseFormat",
    "ResponseFormatType",
    "StreamOptions",
    "TokenLogprob",
    "ToolFunctionParameters",
    "ToolProperty",
    "Usage",
]
