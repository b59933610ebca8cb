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
    A `data:` URL with the picture in base64. Addresses on the web are refused.
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

    parameters: dict[str, Any] | None = None
    """
    JSON Schema of the arguments.
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
    The text to go on from; one text, not a list.
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
    Null while the model writes, then why it stopped.
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


class EmbeddingRequest(SchemaModel):
    """
    Texts to embed.
    """

    input: str | list[str]
    """
    One text, or several.
    """

    model: str
    """
    Name of the model that embeds.
    """


class Embedding(SchemaModel):
    """
    The vector of one text.
    """

    object: str
    """
    Kind of this object.
    """

    embedding: list[float]
    """
    The vector's components.
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


class ResponseFormatJsonSchema(SchemaModel):
    schema_: Annotated[dict[str, Any], Field(validation_alias="schema", serialization_alias="schema")]
    """
    JSON Schema of the answer.
    """


class ContentPart(SchemaModel):
    """
    A piece of a message, either text or a picture.
    """

    type: Literal["text", "image_url"]
    """
    Which of the other two properties is set.
    """

    text: str | None = None
    """
    The text.
    """

    image_url: str | ImageURL | None = None
    """
    The picture, as an object or simply as its URL.
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
    Shape that the answer must have.
    """

    type: Literal["json_object", "json_schema"]
    """
    Any JSON object, or one that satisfies a schema.
    """

    json_schema: ResponseFormatJsonSchema | None = None
    """
    The schema, where one is asked for.
    """


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
    When it was made, in seconds since 1970.
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


class EmbeddingList(SchemaModel):
    """
    The vectors of the texts.
    """

    object: str
    """
    Kind of this object.
    """

    data: list[Embedding]
    """
    One entry per text.
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
    Who speaks.
    """

    content: str | None = None
    """
    The text to add.
    """

    tool_calls: list[ChatCompletionToolCall] | None = None
    """
    Functions that the model wants to have run; each comes whole.
    """


class ChatCompletionMessage(SchemaModel):
    """
    One message of a conversation, or in a chunk the piece of one.
    """

    role: str
    """
    Who speaks.
    """

    content: str | list[ContentPart] | None
    """
    Text, or a list of parts. Null where the message consists of tool calls; plain text in answers.
    """

    tool_calls: list[ChatCompletionToolCall] | None = None
    """
    Functions that the model wants to have run.
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
    Why the model stopped, such as stop, length or tool_calls.
    """


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
    Null while the model writes, then why it stopped.
    """


class ChatCompletionRequest(SchemaModel):
    """
    A conversation that a model shall continue.
    """

    model: str
    """
    Name of the model that answers.
    """

    messages: list[ChatCompletionMessage]
    """
    The conversation so far, oldest message first.
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


class ChatCompletion(SchemaModel):
    """
    A chat answer in one piece.
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

    choices: list[ChatCompletionChoice]
    """
    The answer, as a list of one.
    """

    usage: Usage


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
    When it was made, in seconds since 1970.
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
