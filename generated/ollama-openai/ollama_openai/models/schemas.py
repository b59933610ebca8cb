# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""The models of the API."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from ._model import SchemaModel


class ImageURL(SchemaModel):
    """
    A picture inside a URL.
    """

    url: str
    """
    A `data:` URL with the picture in base64, of the type jpeg, jpg, png or webp, or without a type. Addresses on the web are refused.
    """


class FunctionCall(SchemaModel):
    """
    The function to run and what to give it.
    """

    name: str
    """
    Name of the function.
    """

    arguments: str
    """
    The arguments, an object written as JSON text.
    """


class StreamOptions(SchemaModel):
    """
    What a stream contains besides the text.
    """

    include_usage: bool | None = None
    """
    Add the token counts in a chunk of their own at the end.
    """


class CompletionRequest(SchemaModel):
    """
    A prompt that a model shall continue.
    """

    model: str
    """
    Name of the model that answers.
    """

    prompt: str
    """
    The text to go on from; one text, a list is refused. An empty one only loads the model.
    """

    suffix: str | None = None
    """
    Text that follows the gap, for models that can fill one in.
    """

    stream: bool | None = False
    """
    Whether the answer comes in chunks.
    """

    stream_options: StreamOptions | None = None
    max_tokens: int | None = None
    """
    Most tokens to write.
    """

    seed: int | None = None
    """
    Start of the random numbers; the same seed and prompt give the same text.
    """

    stop: str | list[str] | None = None
    """
    A string at which the model stops writing, or several of them.
    """

    temperature: float | None = None
    """
    How freely the model chooses.
    """

    top_p: float | None = None
    """
    Choose among the likeliest tokens that together reach this probability; 1.0 where it is 0 or left out.
    """

    frequency_penalty: float | None = None
    """
    Penalty that grows each time a token appears.
    """

    presence_penalty: float | None = None
    """
    Penalty for a token that has appeared at all.
    """

    logprobs: int | None = None
    """
    Read, but ignored; answers carry no log probabilities.
    """

    field_debug_render_only: Annotated[
        bool | None, Field(validation_alias="_debug_render_only", serialization_alias="_debug_render_only")
    ] = None
    """
    Render the prompt and send it back instead of running the model; for debugging templates.
    """


class Usage(SchemaModel):
    """
    Tokens read and written.
    """

    prompt_tokens: int
    """
    Tokens in the prompt.
    """

    completion_tokens: int
    """
    Tokens in the answer.
    """

    total_tokens: int
    """
    Both together.
    """


class Embedding(SchemaModel):
    """
    The vector of one text.
    """

    object: str
    """
    Kind of this object.
    """

    embedding: list[float] | str
    """
    The vector's components as numbers, or, where base64 was asked for, as the base64 of 32-bit floating-point numbers, lowest byte first.
    """

    index: int
    """
    Place of the text among the texts that were sent.
    """


class EmbeddingUsage(SchemaModel):
    """
    Tokens read.
    """

    prompt_tokens: int
    """
    Tokens in the texts.
    """

    total_tokens: int
    """
    The same number, nothing being written.
    """


class Model(SchemaModel):
    """
    A stored model.
    """

    id: str
    """
    Name with tag.
    """

    object: str
    """
    Kind of this object.
    """

    created: int
    """
    Last change, in seconds since 1970.
    """

    owned_by: str
    """
    Namespace of the model.
    """


class Error(SchemaModel):
    """
    A fault.
    """

    message: str
    """
    The reason, for people to read.
    """

    type: str
    """
    What kind of fault it is.
    """

    param: str | None
    """
    Kept for likeness with OpenAI; null.
    """

    code: str | None
    """
    Kept for likeness with OpenAI; null.
    """


class JsonSchema(SchemaModel):
    """
    The schema, where one is asked for. A name and a mark of strictness beside it are read past.
    """

    schema_: Annotated[dict[str, Any], Field(validation_alias="schema", serialization_alias="schema")]
    """
    JSON Schema of the answer.
    """


class InputAudio(SchemaModel):
    """
    Sound inside a message.
    """

    data: str
    """
    The sound file in base64.
    """


class ToolProperty(SchemaModel):
    """
    The schema of one argument. Keywords that are not listed here are dropped.
    """

    any_of: Annotated[list[ToolProperty] | None, Field(validation_alias="anyOf", serialization_alias="anyOf")] = None
    """
    Schemas of which the argument satisfies one.
    """

    type: str | list[str] | None = None
    """
    One type, or several.
    """

    items: Any | None = None
    """
    The schema of the members of a list.
    """

    description: str | None = None
    """
    What the argument means.
    """

    enum: list[Any] | None = None
    """
    The values to choose from.
    """

    properties: dict[str, ToolProperty] | None = None
    """
    The members of an object by their names.
    """

    required: list[str] | None = None
    """
    Members that an object must have.
    """


class TokenLogprob(SchemaModel):
    """
    A token that could have been chosen, with its log probability.
    """

    token: str
    """
    The token as text.
    """

    logprob: float
    """
    Natural logarithm of its probability.
    """

    bytes: list[int] | None = None
    """
    The bytes of the token in UTF-8; left out where it has none.
    """


class DebugInfo(SchemaModel):
    """
    The prompt as the model would have got it; only when `_debug_render_only` asked for it.
    """

    rendered_template: str
    """
    The rendered prompt.
    """

    image_count: int | None = None
    """
    How many pictures went with it.
    """


class ContentPart(SchemaModel):
    """
    A piece of a message. A part of any other type is refused.
    """

    type: Literal["text", "image_url", "input_audio"]
    """
    Which of the other properties is set.
    """

    text: str | None = None
    """
    The text.
    """

    image_url: str | ImageURL | None = None
    """
    The picture, as an object or simply as its URL.
    """

    input_audio: InputAudio | None = None


class ChatCompletionToolCall(SchemaModel):
    """
    A call that the model asks for.
    """

    id: str
    """
    Name of this call.
    """

    index: int | None = None
    """
    Place among the calls of the message.
    """

    type: str
    """
    What kind of tool is called.
    """

    function: FunctionCall


class ResponseFormat(SchemaModel):
    """
    Shape that the answer must have. A type that the server does not know leaves the shape free.
    """

    type: Literal["json_object", "json_schema", "text"]
    """
    Free text, any JSON object, or one that satisfies a schema.
    """

    json_schema: JsonSchema | None = None


class EmbeddingRequest(SchemaModel):
    """
    Texts to embed.
    """

    input: str | list[str]
    """
    One text, or several. Lists of token numbers are not understood; an empty list is refused.
    """

    model: str
    """
    Name of the model that embeds.
    """

    dimensions: Annotated[int | None, Field(ge=0)] = None
    """
    Length of the vectors, for models that can shorten them; their own length unless given.
    """

    encoding_format: Literal["float", "base64"] | None = None
    """
    Whether a vector comes as a list of numbers, the default, or as base64 of its bytes.
    """


class EmbeddingList(SchemaModel):
    """
    The vectors of the texts.
    """

    object: str
    """
    Kind of this object.
    """

    data: list[Embedding] | None
    """
    One entry per text; null where the model made no vector at all.
    """

    model: str
    """
    Name of the model that embedded.
    """

    usage: EmbeddingUsage


class ModelList(SchemaModel):
    """
    The models stored on this machine.
    """

    object: str
    """
    Kind of this object.
    """

    data: list[Model] | None
    """
    One entry per model.
    """


class ErrorResponse(SchemaModel):
    """
    What the server says when it could not do as asked.
    """

    error: Error


class ChatCompletionDelta(SchemaModel):
    """
    The new piece of a message.
    """

    role: str | None = None
    """
    Who speaks; only in the first chunk.
    """

    content: str | None = None
    """
    The text to add. Absent in the chunk with the finish reason and beside reasoning; can be empty.
    """

    tool_calls: list[ChatCompletionToolCall] | None = None
    """
    Functions that the model wants to have run; each comes whole.
    """

    reasoning: str | None = None
    """
    What the model thinks before it answers, piece by piece.
    """


class Reasoning(SchemaModel):
    """
    How the model thinks before it answers.
    """

    effort: Literal["none", "minimal", "low", "medium", "high", "xhigh", "ultra", "max"] | None = None
    """
    How long it may think; the words mean what they mean in `reasoning_effort`.
    """


class ToolFunctionParameters(SchemaModel):
    """
    The arguments of a function as an object of JSON Schema. Keywords that are not listed here are dropped before the model sees them.
    """

    type: str | None = None
    """
    One type, not a list of them; `object` for a function.
    """

    field_defs: Annotated[Any | None, Field(validation_alias="$defs", serialization_alias="$defs")] = None
    """
    Schemas that others refer to, as JSON Schema has them.
    """

    items: Any | None = None
    """
    The schema of the members, as JSON Schema has it.
    """

    required: list[str] | None = None
    """
    Arguments that every call must have.
    """

    properties: dict[str, ToolProperty] | None = None
    """
    The arguments by their names.
    """


class Logprob(SchemaModel):
    """
    A token that was chosen, with its log probability.
    """

    token: str
    """
    The token as text.
    """

    logprob: float
    """
    Natural logarithm of its probability.
    """

    bytes: list[int] | None = None
    """
    The bytes of the token in UTF-8; left out where it has none.
    """

    top_logprobs: list[TokenLogprob] | None = None
    """
    The likeliest tokens at this place, where `top_logprobs` asked for some.
    """


class ChatCompletionMessage(SchemaModel):
    """
    One message of a conversation, or in a chunk the piece of one.
    """

    role: str
    """
    Who speaks, such as system, user, assistant or tool.
    """

    content: str | list[ContentPart] | None
    """
    Text, or a list of parts, of which the server makes a message each. Null only where the message consists of tool calls; plain text in answers.
    """

    tool_calls: list[ChatCompletionToolCall] | None = None
    """
    Functions that the model wants to have run.
    """

    reasoning: str | None = None
    """
    What the model thought before it answered; sent back with the conversation, it is read again.
    """

    name: str | None = None
    """
    With the role tool, name of the tool whose result this is.
    """

    tool_call_id: str | None = None
    """
    With the role tool, the id of the call whose result this is.
    """


class FunctionDefinition(SchemaModel):
    """
    A function of the caller's, as the model gets to know it.
    """

    name: str
    """
    Name by which the model calls it.
    """

    description: str | None = None
    """
    What it does and when it is of use.
    """

    parameters: ToolFunctionParameters | None = None


class ChoiceLogprobs(SchemaModel):
    """
    The log probabilities of the tokens of an answer or of a piece; there only when asked for.
    """

    content: list[Logprob]
    """
    One entry per token.
    """


class ChatCompletionTool(SchemaModel):
    """
    Something that the model may call.
    """

    type: Literal["function"]
    """
    What kind of tool it is.
    """

    function: FunctionDefinition
    items: Any | None = None
    """
    Read and handed to the template of the model; of no use to a function.
    """


class ChatCompletionChoice(SchemaModel):
    """
    An answer of the model.
    """

    index: int
    """
    Place in the list.
    """

    message: ChatCompletionMessage
    finish_reason: str | None
    """
    Why the model stopped, such as stop, length, tool_calls or load; null while it writes.
    """

    logprobs: ChoiceLogprobs | None = None


class ChatCompletionChunkChoice(SchemaModel):
    """
    What a chunk adds to an answer.
    """

    index: int
    """
    Which answer it belongs to.
    """

    delta: ChatCompletionDelta
    finish_reason: str | None
    """
    Why the model stopped, such as stop, length, tool_calls or load; null while it writes.
    """

    logprobs: ChoiceLogprobs | None = None


class CompletionChoice(SchemaModel):
    """
    Text from the model, whole or a piece of it.
    """

    text: str
    """
    The text.
    """

    index: int
    """
    Place in the list.
    """

    finish_reason: str | None
    """
    Null while the model writes, then why it stopped, such as stop or length; load where the prompt was empty. In a stream it comes with the last piece of text.
    """

    logprobs: ChoiceLogprobs | None = None


class CompletionChunk(SchemaModel):
    """
    A piece of a streamed answer to a prompt.
    """

    id: str
    """
    Name of the answer; the same in all of its chunks.
    """

    object: str
    """
    Kind of this object.
    """

    created: int
    """
    When the chunk was made, in seconds since 1970.
    """

    model: str
    """
    Name of the model that answers.
    """

    system_fingerprint: str
    """
    The same text in every answer.
    """

    choices: list[CompletionChoice]
    """
    The piece, as a list of one; empty in the chunk with the token counts.
    """

    usage: Usage | None = None


class ChatCompletionRequest(SchemaModel):
    """
    A conversation that a model shall continue. The server reads past every field that is not listed here, among them `max_completion_tokens`, `tool_choice`, `n`, `user` and `logit_bias`; the options and the `keep_alive` of the native interface do not exist here.
    """

    model: str
    """
    Name of the model that answers.
    """

    messages: list[ChatCompletionMessage]
    """
    The conversation so far, oldest message first. An empty list is refused.
    """

    stream: bool | None = False
    """
    Whether the answer comes in chunks.
    """

    stream_options: StreamOptions | None = None
    max_tokens: int | None = None
    """
    Most tokens to write. The newer name `max_completion_tokens` is not read.
    """

    seed: int | None = None
    """
    Start of the random numbers; the same seed and conversation give the same text.
    """

    stop: str | list[str] | None = None
    """
    A string at which the model stops writing, or several of them.
    """

    temperature: float | None = None
    """
    How freely the model chooses; 1.0 unless given.
    """

    top_p: float | None = None
    """
    Choose among the likeliest tokens that together reach this probability; 1.0 unless given.
    """

    frequency_penalty: float | None = None
    """
    Penalty that grows each time a token appears.
    """

    presence_penalty: float | None = None
    """
    Penalty for a token that has appeared at all.
    """

    response_format: ResponseFormat | None = None
    tools: list[ChatCompletionTool] | None = None
    """
    Functions that the model may ask the caller to run.
    """

    reasoning: Reasoning | None = None
    reasoning_effort: Literal["none", "minimal", "low", "medium", "high", "xhigh", "ultra", "max"] | None = None
    """
    How long the model may think before it answers. `none` turns thinking off, `minimal` is taken for `low`, `xhigh` and `ultra` for `max`. Where `reasoning` is given too, that one counts.
    """

    logprobs: bool | None = None
    """
    Whether each token of the answer comes with its log probability.
    """

    top_logprobs: Annotated[int | None, Field(ge=0, le=20)] = None
    """
    How many of the likeliest tokens to list at each place of the answer.
    """

    field_debug_render_only: Annotated[
        bool | None, Field(validation_alias="_debug_render_only", serialization_alias="_debug_render_only")
    ] = None
    """
    Render the prompt and send it back instead of running the model; for debugging templates.
    """


class ChatCompletion(SchemaModel):
    """
    A chat answer in one piece.
    """

    id: str
    """
    Name of the answer, with a number below 999, so that it occurs again.
    """

    object: str
    """
    Kind of this object.
    """

    created: int
    """
    When it was made, in seconds since 1970.
    """

    model: str
    """
    Name of the model that answered.
    """

    system_fingerprint: str
    """
    The same text in every answer.
    """

    choices: list[ChatCompletionChoice]
    """
    The answer, as a list of one.
    """

    usage: Usage
    field_debug_info: Annotated[
        DebugInfo | None, Field(validation_alias="_debug_info", serialization_alias="_debug_info")
    ] = None


class ChatCompletionChunk(SchemaModel):
    """
    A piece of a streamed chat answer.
    """

    id: str
    """
    Name of the answer; the same in all of its chunks.
    """

    object: str
    """
    Kind of this object.
    """

    created: int
    """
    When the answer was begun, in seconds since 1970; the same in all of its chunks.
    """

    model: str
    """
    Name of the model that answers.
    """

    system_fingerprint: str
    """
    The same text in every answer.
    """

    choices: list[ChatCompletionChunkChoice]
    """
    The piece, as a list of one; empty in the chunk with the token counts.
    """

    usage: Usage | None = None


class Completion(SchemaModel):
    """
    An answer to a prompt in one piece.
    """

    id: str
    """
    Name of the answer; it can occur again.
    """

    object: str
    """
    Kind of this object.
    """

    created: int
    """
    When it was made, in seconds since 1970.
    """

    model: str
    """
    Name of the model that answered.
    """

    system_fingerprint: str
    """
    The same text in every answer.
    """

    choices: list[CompletionChoice]
    """
    The text, as a list of one.
    """

    usage: Usage


ToolProperty.model_rebuild()
