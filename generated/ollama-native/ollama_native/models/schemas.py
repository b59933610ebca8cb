# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""The models of the API."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import Field

from ._model import SchemaModel


class GenerateStreamResponse(SchemaModel):
    """
    One line of a streamed answer to a prompt.
    """

    model: str
    """
    Name of the model that answers.
    """

    created_at: datetime
    """
    When this line was made, in UTC.
    """

    response: str
    """
    A piece of the text; the last line's may be empty.
    """

    done: bool
    """
    False until the last line.
    """

    context: list[int] | None = None
    """
    Token numbers of the exchange, for a later request. Last line only.
    """

    total_duration: int | None = None
    """
    Nanoseconds for the whole request. Last line only.
    """

    load_duration: int | None = None
    """
    Nanoseconds until the model was ready. Last line only.
    """

    prompt_eval_count: int | None = None
    """
    Tokens in the prompt. Last line only.
    """

    prompt_eval_duration: int | None = None
    """
    Nanoseconds for reading the prompt. Last line only.
    """

    eval_count: int | None = None
    """
    Tokens in the answer. Last line only.
    """

    eval_duration: int | None = None
    """
    Nanoseconds for writing the answer. Last line only.
    """

    done_reason: str | None = None
    """
    Why the model stopped. Last line only.
    """


class GenerateSingleResponse(SchemaModel):
    """
    An answer to a prompt in one piece.
    """

    model: str
    """
    Name of the model that answered.
    """

    created_at: datetime
    """
    When the answer was made, in UTC.
    """

    response: str
    """
    The whole text.
    """

    done: bool
    """
    True once the model has finished.
    """

    done_reason: str | None = None
    """
    Why the model stopped.
    """

    context: list[int] | None = None
    """
    Token numbers of the exchange, for a later request.
    """

    total_duration: int | None = None
    """
    Nanoseconds for the whole request.
    """

    load_duration: int | None = None
    """
    Nanoseconds until the model was ready.
    """

    prompt_eval_count: int | None = None
    """
    Tokens in the prompt.
    """

    prompt_eval_duration: int | None = None
    """
    Nanoseconds for reading the prompt.
    """

    eval_count: int | None = None
    """
    Tokens in the answer.
    """

    eval_duration: int | None = None
    """
    Nanoseconds for writing the answer.
    """


class ModelOptions(SchemaModel):
    """
    Settings of one run. Whatever is left out keeps the model's own value.
    """

    seed: int | None = None
    """
    Start of the random numbers; the same seed and prompt give the same text.
    """

    temperature: float | None = None
    """
    How freely the model chooses; higher is more surprising.
    """

    top_k: int | None = None
    """
    Choose among this many of the likeliest tokens.
    """

    top_p: float | None = None
    """
    Choose among the likeliest tokens that together reach this probability.
    """

    min_p: float | None = None
    """
    Drop tokens below this share of the likeliest token's probability.
    """

    typical_p: float | None = None
    """
    Threshold of locally typical sampling.
    """

    repeat_last_n: int | None = None
    """
    How many tokens back repetition is looked for.
    """

    repeat_penalty: float | None = None
    """
    How strongly repetition is held down.
    """

    presence_penalty: float | None = None
    """
    Penalty for a token that has appeared at all.
    """

    frequency_penalty: float | None = None
    """
    Penalty that grows each time a token appears.
    """

    mirostat: int | None = None
    """
    Version of Mirostat sampling to use; zero is off.
    """

    mirostat_tau: float | None = None
    """
    Surprise that Mirostat aims at.
    """

    mirostat_eta: float | None = None
    """
    How fast Mirostat corrects itself.
    """

    num_keep: int | None = None
    """
    Tokens at the start of the prompt that stay when the window overflows.
    """

    num_predict: int | None = None
    """
    Most tokens to write.
    """

    stop: list[str] | None = None
    """
    Strings at which the model stops writing.
    """

    num_ctx: int | None = None
    """
    Size of the context window in tokens.
    """

    num_batch: int | None = None
    """
    Prompt tokens handled in one go.
    """

    num_gpu: int | None = None
    """
    Layers that are placed on graphics processors.
    """

    main_gpu: int | None = None
    """
    Number of the graphics processor that does the undivided work.
    """

    low_vram: bool | None = None
    """
    Spare graphics memory.
    """

    vocab_only: bool | None = None
    """
    Load the vocabulary and leave the weights.
    """

    use_mmap: bool | None = None
    """
    Map the model file into memory rather than reading it.
    """

    use_mlock: bool | None = None
    """
    Keep the model from being swapped out.
    """

    num_thread: int | None = None
    """
    Processor threads to compute with.
    """


class EmbeddingsRequest(SchemaModel):
    """
    A text to embed.
    """

    model: str
    """
    Name of the model that embeds.
    """

    prompt: str | None = None
    """
    The text. Left out or empty, the model is only loaded.
    """

    options: ModelOptions | None = None
    keep_alive: str | float | None = None
    """
    How long the model remains loaded afterwards, as a duration with a unit or in seconds.
    """


class EmbeddingsResponse(SchemaModel):
    """
    The vector of one text.
    """

    embedding: list[float]
    """
    The vector's components, not scaled to unit length.
    """


class ModelDetails(SchemaModel):
    """
    What kind of model it is.
    """

    parent_model: str
    """
    Model this one was made from; empty if there is none.
    """

    format: str
    """
    File format of the weights.
    """

    family: str
    """
    Architecture family.
    """

    families: list[str] | None
    """
    All families that the model has parts of.
    """

    parameter_size: str
    """
    Rounded number of parameters.
    """

    quantization_level: str
    """
    How far the weights are quantized.
    """


class ShowRequest(SchemaModel):
    """
    Which model to describe.
    """

    model: str
    """
    Name of the model.
    """

    system: str | None = None
    """
    Instructions to show in place of the model's own.
    """

    options: dict[str, Any] | None = None
    """
    Parameters to show on top of the model's own.
    """

    verbose: bool | None = None
    """
    Write out long lists in the metadata as well.
    """


class PullRequest(SchemaModel):
    """
    Which model to download.
    """

    model: str
    """
    Name of the model.
    """

    insecure: bool | None = None
    """
    Accept a library without a trusted connection; for development only.
    """

    stream: bool | None = True
    """
    Whether progress comes line by line, or, when false, only the result is sent.
    """


class PushRequest(SchemaModel):
    """
    Which model to upload.
    """

    model: str
    """
    Name of the model, with its namespace.
    """

    insecure: bool | None = None
    """
    Accept a library without a trusted connection; for development only.
    """

    stream: bool | None = True
    """
    Whether progress comes line by line, or, when false, only the result is sent.
    """


class CopyRequest(SchemaModel):
    """
    A model and the second name it gets.
    """

    source: str
    """
    Name of the model.
    """

    destination: str
    """
    Name of the copy.
    """


class DeleteRequest(SchemaModel):
    """
    Which model to remove.
    """

    model: str
    """
    Name of the model.
    """


class ProgressResponse(SchemaModel):
    """
    One report on work that takes a while.
    """

    status: str
    """
    What the server is doing, in words; the last report of a good run says success.
    """

    digest: str | None = None
    """
    The piece of data that is being moved.
    """

    total: int | None = None
    """
    Size of that piece in bytes.
    """

    completed: int | None = None
    """
    Bytes of it that are done; left out while there are none.
    """


class RunningModel(SchemaModel):
    """
    A loaded model.
    """

    name: str
    """
    Name with tag.
    """

    model: str
    """
    The same name, as requests take it.
    """

    size: int
    """
    Bytes the model takes in all.
    """

    digest: str
    """
    SHA-256 of the manifest, 64 hexadecimal digits.
    """

    details: ModelDetails
    expires_at: datetime
    """
    When it will be unloaded if nobody calls it, with the server's offset from UTC.
    """

    size_vram: int
    """
    Bytes of it that lie in graphics memory.
    """


class VersionResponse(SchemaModel):
    """
    The server's version.
    """

    version: str
    """
    Version number without a leading letter.
    """


class ErrorResponse(SchemaModel):
    """
    What the server says when it could not do as asked.
    """

    error: str
    """
    The reason, for people to read.
    """


class ToolFunction(SchemaModel):
    name: str
    """
    Name by which the model calls the function.
    """

    description: str | None = None
    """
    What the function does; the model decides by it.
    """

    parameters: dict[str, Any]
    """
    A JSON Schema of the function's arguments.
    """


class ToolCallFunction(SchemaModel):
    name: str
    """
    Name of the function.
    """

    arguments: dict[str, Any]
    """
    The arguments by name.
    """


class GenerateRequest(SchemaModel):
    """
    A prompt that a model shall continue.
    """

    model: str
    """
    Name of the model that answers.
    """

    prompt: str | None = None
    """
    The text to go on from. Left out or empty, the model is loaded and nothing is written.
    """

    suffix: str | None = None
    """
    Text that follows the gap, for models that can fill one in.
    """

    images: list[str] | None = None
    """
    Pictures to look at, in base64, for models that can see.
    """

    format: str | dict[str, Any] | None = None
    """
    Shape of the answer, either the word `json` or a JSON Schema that it has to satisfy.
    """

    system: str | None = None
    """
    Instructions that stand in for the model's own.
    """

    template: str | None = None
    """
    Prompt template that stands in for the model's own.
    """

    context: Annotated[list[int] | None, Field(json_schema_extra={"deprecated": True})] = None
    """
    Token numbers out of an earlier reply, which let the model remember it.
    """

    raw: bool | None = None
    """
    Give the prompt to the model as it is, past every template. The reply then has no context.
    """

    options: ModelOptions | None = None
    stream: bool | None = True
    """
    Whether the answer comes line by line, or, when false, in one object.
    """

    keep_alive: str | float | None = None
    """
    How long the model remains loaded afterwards. A string is a duration with a unit, a number counts seconds; zero unloads at once, anything below zero keeps the model for good.

    """


class ModelSummary(SchemaModel):
    """
    A stored model in short.
    """

    name: str
    """
    Name with tag.
    """

    model: str
    """
    The same name, as requests take it.
    """

    modified_at: datetime
    """
    Last change, with the server's offset from UTC.
    """

    size: int
    """
    Bytes on disk.
    """

    digest: str
    """
    SHA-256 of the manifest, 64 hexadecimal digits.
    """

    details: ModelDetails


class RunningModelsResponse(SchemaModel):
    """
    The models in memory.
    """

    models: list[RunningModel]
    """
    One entry per loaded model; empty when there is none.
    """


class Tool(SchemaModel):
    """
    A tool that the model may call.
    """

    type: Literal["function"]
    """
    The kind of tool; functions are the only kind.
    """

    function: ToolFunction
    """
    The function behind the tool.
    """


class ToolCall(SchemaModel):
    """
    A call that the model asks for.
    """

    function: ToolCallFunction
    """
    The function to call.
    """


class Message(SchemaModel):
    """
    One message of a conversation.
    """

    role: Literal["system", "user", "assistant", "tool"]
    """
    Who speaks.
    """

    content: str
    """
    The text of the message. It may be empty.
    """

    images: list[str] | None = None
    """
    Pictures that belong to the message, in base64, for models that can see.
    """

    tool_calls: list[ToolCall] | None = None
    """
    Calls that the model asks for.
    """


class ChatStreamResponse(SchemaModel):
    """
    One line of a streamed chat answer.
    """

    model: str
    """
    Name of the model that answers.
    """

    created_at: datetime
    """
    When this line was made, in UTC.
    """

    message: Message
    done: bool
    """
    False until the last line.
    """

    done_reason: str | None = None
    """
    Why the model stopped. Last line only.
    """

    total_duration: int | None = None
    """
    Nanoseconds for the whole request. Last line only.
    """

    load_duration: int | None = None
    """
    Nanoseconds until the model was ready. Last line only.
    """

    prompt_eval_count: int | None = None
    """
    Tokens in the prompt. Last line only.
    """

    prompt_eval_duration: int | None = None
    """
    Nanoseconds for reading the prompt. Last line only.
    """

    eval_count: int | None = None
    """
    Tokens in the answer. Last line only.
    """

    eval_duration: int | None = None
    """
    Nanoseconds for writing the answer. Last line only.
    """


class ChatSingleResponse(SchemaModel):
    """
    A chat answer in one piece.
    """

    model: str
    """
    Name of the model that answered.
    """

    created_at: datetime
    """
    When the answer was made, in UTC.
    """

    message: Message
    done: bool
    """
    True once the model has finished.
    """

    done_reason: str | None = None
    """
    Why the model stopped.
    """

    total_duration: int | None = None
    """
    Nanoseconds for the whole request.
    """

    load_duration: int | None = None
    """
    Nanoseconds until the model was ready.
    """

    prompt_eval_count: int | None = None
    """
    Tokens in the prompt.
    """

    prompt_eval_duration: int | None = None
    """
    Nanoseconds for reading the prompt.
    """

    eval_count: int | None = None
    """
    Tokens in the answer.
    """

    eval_duration: int | None = None
    """
    Nanoseconds for writing the answer.
    """


class ListResponse(SchemaModel):
    """
    The models stored on this machine.
    """

    models: list[ModelSummary]
    """
    One entry per model; empty when there is none.
    """


class ShowResponse(SchemaModel):
    """
    Everything known of one model.
    """

    license: str | None = None
    """
    Text of the license.
    """

    modelfile: str | None = None
    """
    A Modelfile that would make this model again.
    """

    parameters: str | None = None
    """
    Preset parameters, one per line, name and value.
    """

    template: str | None = None
    """
    Prompt template.
    """

    system: str | None = None
    """
    Preset instructions.
    """

    details: ModelDetails
    messages: list[Message] | None = None
    """
    Messages that every conversation begins with.
    """

    model_info: dict[str, Any]
    """
    Metadata of the weights file. The keys depend on the architecture.
    """

    projector_info: dict[str, Any] | None = None
    """
    Metadata of the part that reads images, where the model has one.
    """

    modified_at: datetime
    """
    Last change, with the server's offset from UTC.
    """


class CreateRequest(SchemaModel):
    """
    The parts of a new model. It needs a model to start from, or files.
    """

    model: str
    """
    Name of the new model.
    """

    from_: Annotated[str | None, Field(validation_alias="from", serialization_alias="from")] = None
    """
    Model to start from.
    """

    files: dict[str, str] | None = None
    """
    Uploaded weights, from file name to the digest of its data.
    """

    adapters: dict[str, str] | None = None
    """
    Uploaded adapters, from file name to the digest of its data.
    """

    template: str | None = None
    """
    Prompt template.
    """

    license: str | list[str] | None = None
    """
    Text of the license, or several of them.
    """

    system: str | None = None
    """
    Instructions that the model always gets.
    """

    parameters: dict[str, Any] | None = None
    """
    Preset parameters by name.
    """

    messages: list[Message] | None = None
    """
    Messages that every conversation begins with.
    """

    stream: bool | None = True
    """
    Whether progress comes line by line, or, when false, only the result is sent.
    """

    quantize: str | None = None
    """
    Level to which weights in 16 or 32 bits are reduced.
    """


class ChatRequest(SchemaModel):
    """
    A conversation that a model shall continue.
    """

    model: str
    """
    Name of the model that answers.
    """

    messages: Annotated[list[Message], Field(min_length=0)]
    """
    The conversation so far, oldest message first.
    """

    format: str | dict[str, Any] | None = None
    """
    Shape of the answer, either the word `json` or a JSON Schema that it has to satisfy.
    """

    options: ModelOptions | None = None
    stream: bool | None = True
    """
    Whether the answer comes line by line, or, when false, in one object.
    """

    keep_alive: str | float | None = None
    """
    How long the model remains loaded afterwards. A string is a duration with a unit, a number counts seconds; zero unloads at once, anything below zero keeps the model for good.

    """

    tools: Annotated[list[Tool] | None, Field(min_length=0)] = None
    """
    Tools that the model may call. Models without tool support refuse the request.
    """
