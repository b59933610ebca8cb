"""Where the documents differ from the facts on purpose: findings by API, with their reasons."""

from __future__ import annotations

_TOOL = "the server checks nothing, but a tool without it is of no use to a model"

NATIVE_EXCEPTIONS: dict[str, str] = {
    "api.Tool.type presence": _TOOL,
    "api.Tool.function presence": _TOOL,
    "api.ToolFunction.name presence": _TOOL,
    "api.ToolCallFunction.index presence": (
        "one schema serves both ways: replies always have it since 0.12.6,"
        " requests need not, older replies may not"
    ),
}

_NULL = (
    "the server leaves it out; other servers of this interface send null,"
    " and a reader takes that for its absence"
)
_BOTH = "one schema serves both ways: replies always have it, a request with tool calls need not"
_FORMAT = (
    "the server passes over a format that it does not know, and over one without a type:"
    " an error of the caller"
)
_LEVELS = "the values that the server reads; it refuses any other"

OPENAI_EXCEPTIONS: dict[str, str] = {
    "POST /v1/messages missing": "the interface of Anthropic, which is in neither package",
    "openai.Message.content presence": _BOTH,
    "openai.ToolCall.index presence": _BOTH,
    "openai.ResponseFormat.type presence": _FORMAT,
    "openai.ResponseFormat.type values": _FORMAT,
    "api.Tool.type presence": _TOOL,
    "api.Tool.type values": _TOOL,
    "api.Tool.function presence": _TOOL,
    "api.ToolFunction.name presence": _TOOL,
    "openai.Reasoning.effort values": _LEVELS,
    "openai.ChatCompletionRequest.reasoning_effort values": _LEVELS,
    "openai.EmbedRequest.encoding_format values": _LEVELS,
    "openai.Choice.logprobs null": _NULL,
    "openai.ChatCompletion._debug_info null": _NULL,
    "openai.ChunkChoice.logprobs null": _NULL,
    "openai.ChatCompletionChunk.usage null": _NULL,
    "openai.CompleteChunkChoice.logprobs null": _NULL,
    "openai.CompletionChunk.usage null": _NULL,
    "openai.ResponsesTool.parameters null": _NULL,
    "openai.ResponsesResponse.output null": _NULL,
    "openai.ResponsesOutputItem.action null": _NULL,
    "openai.ResponsesTextFormat.strict null": _NULL,
    "openai.ResponsesReasoningOutput.effort null": _NULL,
    "openai.ResponsesReasoningOutput.summary null": _NULL,
}

EXCEPTIONS: dict[str, dict[str, str]] = {
    "ollama-native": NATIVE_EXCEPTIONS,
    "ollama-openai": OPENAI_EXCEPTIONS,
}
