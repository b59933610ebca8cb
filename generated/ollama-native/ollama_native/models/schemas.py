# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""The models of the API."""

from __future__ import annotations

import datetime
from typing import Annotated, Any, Literal, TypeAlias
from uuid import UUID

from pydantic import Field

from ._model import RenamedModel, SchemaModel

ThinkLevel: TypeAlias = Literal["high", "medium", "low", "max"]
"""How much a model thinks, where it knows degrees. Any other word is refused."""

JsonMode: TypeAlias = Literal["json", ""]
"""The word json asks for any JSON value; the empty word asks for nothing."""


class ChatRequest(SchemaModel):
    """A conversation that a model shall continue."""

    model: str
    """Name of the model that answers."""

    messages: list[Message] | None = None
    """
    The conversation so far, oldest message first. Left out, null or empty, the model is only loaded, or unloaded where keep_alive is 0.
    """

    format: JsonMode | dict[str, Any] | None = None
    """
    Shape of the answer: the word `json`, or a JSON Schema that the answer has to satisfy. A model that thinks is held to it only after its thoughts.
    """

    options: ModelOptions | None = None
    """Settings of this run, in place of the model's own."""

    stream: bool | None = True
    """Whether the answer comes line by line, or, when false, in one object."""

    keep_alive: str | float | None = None
    """
    How long the model remains loaded afterwards. A string is a duration with a unit, as in "300ms" or "1h30m" ("300" alone is refused), a number counts seconds; zero unloads at once, anything below zero keeps the model for good.
    """

    tools: list[Tool] | None = None
    """Tools that the model may call. Models without tool support refuse the request."""

    think: bool | ThinkLevel | None = None
    """
    Whether the model thinks before it answers, or how much. Left out, a model that can think does. Anything but false is refused by models that cannot.
    """

    logprobs: bool | None = None
    """Whether to tell how likely each token of the answer was."""

    top_logprobs: Annotated[int, Field(ge=0, le=20)] | None = None
    """How many of the likeliest tokens to list at each place; it needs logprobs."""

    truncate: bool | None = True
    """Whether a prompt that is too long is cut to fit; if not, it is refused."""

    shift: bool | None = True
    """Whether older tokens give way when the window is full; if not, the answer ends there."""

    field_debug_render_only: Annotated[
        bool | None, Field(validation_alias="_debug_render_only", serialization_alias="_debug_render_only")
    ] = None
    """Whether to give back the finished prompt, in one object, and to run nothing."""


class Message(SchemaModel):
    """One message of a conversation."""

    role: str
    """Who speaks; system, user, assistant or tool. Answers come from the assistant."""

    content: str
    """The text of the message. It may be empty."""

    images: list[str] | None = None
    """Pictures that belong to the message, in base64, for models that can see."""

    tool_calls: list[ToolCall] | None = None
    """
    Calls that the model asks for, each of them whole. In a stream they come with the line on which the server has read them to their end, for some models the last one.
    """

    thinking: str | None = None
    """What the model thought on its way to the answer; left out when there is nothing."""

    tool_name: str | None = None
    """Which tool answered, in a message of the role tool."""

    tool_call_id: str | None = None
    """The id of the call that is answered, in a message of the role tool."""


class ChatStreamResponse(SchemaModel):
    """One line of a streamed chat answer."""

    model: str
    """Name of the model that answers."""

    created_at: datetime.datetime
    """When this line was made, in UTC."""

    message: Message
    done: bool
    """False until the last line."""

    done_reason: str | None = None
    """Why the model stopped: stop, length, load or unload today, other words tomorrow. Last line only."""

    total_duration: int | None = None
    """Nanoseconds for the whole request. Last line only."""

    load_duration: int | None = None
    """Nanoseconds until the model was ready. Last line only."""

    prompt_eval_count: int | None = None
    """Tokens in the prompt. Last line only."""

    prompt_eval_duration: int | None = None
    """Nanoseconds for reading the prompt. Last line only."""

    eval_count: int | None = None
    """Tokens in the answer. Last line only."""

    eval_duration: int | None = None
    """Nanoseconds for writing the answer. Last line only."""

    logprobs: list[Logprob] | None = None
    """The tokens of this answer, or of this line of it, where the request asked for them."""

    field_debug_info: Annotated[
        DebugInfo | None, Field(validation_alias="_debug_info", serialization_alias="_debug_info")
    ] = None
    remote_model: str | None = None
    """Name of the model on the host where it runs; left out for models of this server."""

    remote_host: str | None = None
    """Address of the host where the model runs; left out for models of this server."""


class ChatSingleResponse(SchemaModel):
    """A chat answer in one piece."""

    model: str
    """Name of the model that answered."""

    created_at: datetime.datetime
    """When the answer was made, in UTC."""

    message: Message
    done: bool
    """
    True once the model has finished. False when the server cut it off because it kept repeating one token.
    """

    done_reason: str | None = None
    """Why the model stopped: stop, length, load or unload today, other words tomorrow."""

    total_duration: int | None = None
    """Nanoseconds for the whole request."""

    load_duration: int | None = None
    """Nanoseconds until the model was ready."""

    prompt_eval_count: int | None = None
    """Tokens in the prompt."""

    prompt_eval_duration: int | None = None
    """Nanoseconds for reading the prompt."""

    eval_count: int | None = None
    """Tokens in the answer."""

    eval_duration: int | None = None
    """Nanoseconds for writing the answer."""

    logprobs: list[Logprob] | None = None
    """The tokens of this answer, or of this line of it, where the request asked for them."""

    field_debug_info: Annotated[
        DebugInfo | None, Field(validation_alias="_debug_info", serialization_alias="_debug_info")
    ] = None
    remote_model: str | None = None
    """Name of the model on the host where it runs; left out for models of this server."""

    remote_host: str | None = None
    """Address of the host where the model runs; left out for models of this server."""


class GenerateRequest(SchemaModel):
    """A prompt that a model shall continue."""

    model: str
    """Name of the model that answers."""

    prompt: str | None = None
    """The text to go on from. Left out or empty, the model is loaded and nothing is written."""

    suffix: str | None = None
    """Text that follows the gap, for models that can fill one in."""

    images: list[str] | None = None
    """Pictures to look at, in base64, for models that can see."""

    format: JsonMode | dict[str, Any] | None = None
    """
    Shape of the answer: the word `json`, or a JSON Schema that the answer has to satisfy. A model that thinks is held to it only after its thoughts.
    """

    system: str | None = None
    """Instructions that stand in for the model's own."""

    template: str | None = None
    """Prompt template that stands in for the model's own."""

    context: Annotated[list[int] | None, Field(json_schema_extra={"deprecated": True})] = None
    """Token numbers out of an earlier reply, which let the model remember it."""

    raw: bool | None = None
    """Give the prompt to the model as it is, past every template. The reply then has no context."""

    options: ModelOptions | None = None
    """Settings of this run, in place of the model's own."""

    stream: bool | None = True
    """Whether the answer comes line by line, or, when false, in one object."""

    keep_alive: str | float | None = None
    """
    How long the model remains loaded afterwards. A string is a duration with a unit, as in "300ms" or "1h30m" ("300" alone is refused), a number counts seconds; zero unloads at once, anything below zero keeps the model for good.
    """

    think: bool | ThinkLevel | None = None
    """
    Whether the model thinks before it answers, or how much. Left out, a model that can think does. Anything but false is refused by models that cannot.
    """

    logprobs: bool | None = None
    """Whether to tell how likely each token of the answer was."""

    top_logprobs: Annotated[int, Field(ge=0, le=20)] | None = None
    """How many of the likeliest tokens to list at each place; it needs logprobs."""

    truncate: bool | None = True
    """Whether a prompt that is too long is cut to fit; if not, it is refused."""

    shift: bool | None = True
    """Whether older tokens give way when the window is full; if not, the answer ends there."""

    field_debug_render_only: Annotated[
        bool | None, Field(validation_alias="_debug_render_only", serialization_alias="_debug_render_only")
    ] = None
    """Whether to give back the finished prompt, in one object, and to run nothing."""


class GenerateStreamResponse(SchemaModel):
    """One line of a streamed answer to a prompt."""

    model: str
    """Name of the model that answers."""

    created_at: datetime.datetime
    """When this line was made, in UTC."""

    response: str
    """A piece of the text; the last line's may be empty."""

    done: bool
    """False until the last line."""

    context: list[int] | None = None
    """Token numbers of the exchange, for a later request. Last line only."""

    total_duration: int | None = None
    """Nanoseconds for the whole request. Last line only."""

    load_duration: int | None = None
    """Nanoseconds until the model was ready. Last line only."""

    prompt_eval_count: int | None = None
    """Tokens in the prompt. Last line only."""

    prompt_eval_duration: int | None = None
    """Nanoseconds for reading the prompt. Last line only."""

    eval_count: int | None = None
    """Tokens in the answer. Last line only."""

    eval_duration: int | None = None
    """Nanoseconds for writing the answer. Last line only."""

    done_reason: str | None = None
    """Why the model stopped: stop, length, load or unload today, other words tomorrow. Last line only."""

    thinking: str | None = None
    """What the model thought on its way to the answer; left out when there is nothing."""

    logprobs: list[Logprob] | None = None
    """The tokens of this answer, or of this line of it, where the request asked for them."""

    field_debug_info: Annotated[
        DebugInfo | None, Field(validation_alias="_debug_info", serialization_alias="_debug_info")
    ] = None
    tool_calls: list[ToolCall] | None = None
    """Calls that the model asks for. Last line only, and only from models whose format the server reads."""

    remote_model: str | None = None
    """Name of the model on the host where it runs; left out for models of this server."""

    remote_host: str | None = None
    """Address of the host where the model runs; left out for models of this server."""


class GenerateSingleResponse(SchemaModel):
    """An answer to a prompt in one piece."""

    model: str
    """Name of the model that answered."""

    created_at: datetime.datetime
    """When the answer was made, in UTC."""

    response: str
    """The whole text."""

    done: bool
    """
    True once the model has finished. False when the server cut it off because it kept repeating one token.
    """

    done_reason: str | None = None
    """Why the model stopped: stop, length, load or unload today, other words tomorrow."""

    context: list[int] | None = None
    """Token numbers of the exchange, for a later request."""

    total_duration: int | None = None
    """Nanoseconds for the whole request."""

    load_duration: int | None = None
    """Nanoseconds until the model was ready."""

    prompt_eval_count: int | None = None
    """Tokens in the prompt."""

    prompt_eval_duration: int | None = None
    """Nanoseconds for reading the prompt."""

    eval_count: int | None = None
    """Tokens in the answer."""

    eval_duration: int | None = None
    """Nanoseconds for writing the answer."""

    thinking: str | None = None
    """What the model thought on its way to the answer; left out when there is nothing."""

    logprobs: list[Logprob] | None = None
    """The tokens of this answer, or of this line of it, where the request asked for them."""

    field_debug_info: Annotated[
        DebugInfo | None, Field(validation_alias="_debug_info", serialization_alias="_debug_info")
    ] = None
    tool_calls: list[ToolCall] | None = None
    """Calls that the model asks for. Last line only, and only from models whose format the server reads."""

    remote_model: str | None = None
    """Name of the model on the host where it runs; left out for models of this server."""

    remote_host: str | None = None
    """Address of the host where the model runs; left out for models of this server."""


class ModelOptions(SchemaModel):
    """
    Settings of one run. Whatever is left out keeps the model's own value. A name that the server does not know is passed over; a known one with a value of the wrong type fails with status 500.
    """

    seed: int | None = None
    """Start of the random numbers; the same seed and prompt give the same text."""

    temperature: float | None = None
    """How freely the model chooses; higher is more surprising."""

    top_k: int | None = None
    """Choose among this many of the likeliest tokens."""

    top_p: float | None = None
    """Choose among the likeliest tokens that together reach this probability."""

    min_p: float | None = None
    """Drop tokens below this share of the likeliest token's probability."""

    typical_p: float | None = None
    """Threshold of locally typical sampling."""

    repeat_last_n: int | None = None
    """How many tokens back repetition is looked for."""

    repeat_penalty: float | None = None
    """How strongly repetition is held down."""

    presence_penalty: float | None = None
    """Penalty for a token that has appeared at all."""

    frequency_penalty: float | None = None
    """Penalty that grows each time a token appears."""

    num_keep: int | None = None
    """Tokens at the start of the prompt that stay when the window overflows."""

    num_predict: int | None = None
    """Most tokens to write."""

    stop: list[str] | None = None
    """Strings at which the model stops writing."""

    num_ctx: int | None = None
    """Size of the context window in tokens."""

    num_batch: int | None = None
    """Prompt tokens handled in one go."""

    num_gpu: int | None = None
    """Layers that are placed on graphics processors."""

    main_gpu: int | None = None
    """Number of the graphics processor that does the undivided work."""

    use_mmap: bool | None = None
    """Map the model file into memory rather than reading it."""

    num_thread: int | None = None
    """Processor threads to compute with."""

    draft_num_predict: int | None = None
    """Tokens that a draft model runs ahead, where the model has one."""


class EmbeddingsRequest(SchemaModel):
    """A text to embed."""

    model: str
    """Name of the model that embeds."""

    prompt: str | None = None
    """The text. Left out or empty, the model is only loaded."""

    options: ModelOptions | None = None
    """Settings of this run, in place of the model's own."""

    keep_alive: str | float | None = None
    """How long the model remains loaded afterwards, as a duration with a unit or in seconds."""


class EmbeddingsResponse(SchemaModel):
    """The vector of one text."""

    embedding: list[float]
    """The vector's components, not scaled to unit length."""


class ListResponse(SchemaModel):
    """The models stored on this machine."""

    models: list[ModelSummary]
    """One entry per model; empty when there is none."""


class ModelSummary(SchemaModel):
    """A stored model in short."""

    name: str
    """Name with tag."""

    model: str
    """The same name, as requests take it."""

    modified_at: datetime.datetime
    """
    Last change, with the server's offset from UTC and up to nine digits of a second. Where it is not known, the first moment of the year 1.
    """

    size: int
    """Bytes on disk."""

    digest: str
    """SHA-256 of the manifest, 64 hexadecimal digits."""

    details: ModelDetails
    remote_model: str | None = None
    """Name of the model on the host where it runs; left out for models of this server."""

    remote_host: str | None = None
    """Address of the host where the model runs; left out for models of this server."""

    capabilities: list[str] | None = None
    """
    What the model can do: completion, tools, insert, vision, embedding, thinking, image or audio, and whatever is added to these.
    """


class ModelDetails(SchemaModel):
    """What kind of model it is."""

    parent_model: str
    """Model this one was made from; empty if there is none."""

    format: str
    """File format of the weights."""

    family: str
    """Architecture family."""

    families: list[str] | None
    """All families that the model has parts of; null where its manifest names none."""

    parameter_size: str
    """Rounded number of parameters."""

    quantization_level: str
    """How far the weights are quantized."""

    context_length: int | None = None
    """Most tokens of a conversation. In lists only, since 0.30."""

    embedding_length: int | None = None
    """Length of a vector that the model makes. In lists only, since 0.30."""


class ShowRequest(SchemaModel):
    """Which model to describe."""

    model: str
    """Name of the model."""

    system: str | None = None
    """Instructions to show in place of the model's own."""

    options: dict[str, Any] | None = None
    """Parameters to show on top of the model's own."""

    verbose: bool | None = None
    """Write out long lists in the metadata as well."""

    template: Annotated[str | None, Field(json_schema_extra={"deprecated": True})] = None
    """Passed over."""

    name: Annotated[str | None, Field(json_schema_extra={"deprecated": True})] = None
    """The older name of model; read where model is empty."""


class ShowResponse(SchemaModel):
    """Everything known of one model."""

    license: str | None = None
    """Text of the license."""

    modelfile: str | None = None
    """A Modelfile that would make this model again."""

    parameters: str | None = None
    """Preset parameters, one per line, name and value. The order of the lines differs from call to call."""

    template: str | None = None
    """Prompt template."""

    system: str | None = None
    """Preset instructions."""

    details: ModelDetails
    messages: list[Message] | None = None
    """Messages that every conversation begins with."""

    model_info: dict[str, Any]
    """Metadata of the weights file. The keys depend on the architecture."""

    projector_info: dict[str, Any] | None = None
    """Metadata of the part that reads images, where the model has one."""

    modified_at: datetime.datetime
    """Last change, with the server's offset from UTC."""

    remote_model: str | None = None
    """Name of the model on the host where it runs; left out for models of this server."""

    remote_host: str | None = None
    """Address of the host where the model runs; left out for models of this server."""

    capabilities: list[str] | None = None
    """
    What the model can do: completion, tools, insert, vision, embedding, thinking, image or audio, and whatever is added to these.
    """

    renderer: str | None = None
    """Name of the built-in code that writes the prompt, where the model has no template."""

    parser: str | None = None
    """Name of the built-in code that reads what the model writes."""

    tensors: list[Tensor] | None = None
    """The tensors of the weights file."""

    requires: str | None = None
    """The oldest server that can run the model."""


class PullRequest(SchemaModel):
    """Which model to download."""

    model: str
    """Name of the model."""

    insecure: bool | None = None
    """Accept a library without a trusted connection; for development only."""

    stream: bool | None = True
    """Whether progress comes line by line, or, when false, only the result is sent."""

    name: Annotated[str | None, Field(json_schema_extra={"deprecated": True})] = None
    """The older name of model; read where model is empty."""

    username: Annotated[str | None, Field(json_schema_extra={"deprecated": True})] = None
    """Passed over."""

    password: Annotated[str | None, Field(json_schema_extra={"deprecated": True})] = None
    """Passed over. Do not send one."""


class PushRequest(SchemaModel):
    """Which model to upload."""

    model: str
    """Name of the model, with its namespace."""

    insecure: bool | None = None
    """Accept a library without a trusted connection; for development only."""

    stream: bool | None = True
    """Whether progress comes line by line, or, when false, only the result is sent."""

    name: Annotated[str | None, Field(json_schema_extra={"deprecated": True})] = None
    """The older name of model; read where model is empty."""

    username: Annotated[str | None, Field(json_schema_extra={"deprecated": True})] = None
    """Passed over."""

    password: Annotated[str | None, Field(json_schema_extra={"deprecated": True})] = None
    """Passed over. Do not send one."""


class CreateRequest(RenamedModel):
    """
    The parts of a new model. It needs a model to start from, or files; a request without either is refused.
    """

    model: str
    """Name of the new model."""

    from_: Annotated[str | None, Field(validation_alias="from", serialization_alias="from")] = None
    """Model to start from; one that is not stored yet is downloaded."""

    files: dict[str, str] | None = None
    """Uploaded weights, from file name to the digest of its data."""

    adapters: dict[str, str] | None = None
    """Uploaded adapters, from file name to the digest of its data."""

    template: str | None = None
    """Prompt template."""

    license: str | list[str] | None = None
    """Text of the license, or several of them."""

    system: str | None = None
    """Instructions that the model always gets."""

    parameters: dict[str, Any] | None = None
    """Preset parameters by name."""

    messages: list[Message] | None = None
    """Messages that every conversation begins with."""

    stream: bool | None = True
    """Whether progress comes line by line, or, when false, only the result is sent."""

    quantize: str | None = None
    """Level to which weights in 16 or 32 bits are reduced."""

    remote_host: str | None = None
    """Host of the model to start from; the new model will only stand for it."""

    draft_files: dict[str, str] | None = None
    """Uploaded weights of a model that drafts tokens, from file name to the digest of its data."""

    draft_quantize: str | None = None
    """Level to which the weights of the drafting model are reduced; it needs draft_files."""

    renderer: str | None = None
    """Name of the built-in code that writes prompts for the model."""

    parser: str | None = None
    """Name of the built-in code that reads what the model writes."""

    requires: str | None = None
    """The oldest server that can run the model."""

    info: dict[str, Any] | None = None
    """
    What is known of the model: capabilities, model_family, base_name, quantization_level, parameter_size, context_length and embedding_length are looked at.
    """

    name: Annotated[str | None, Field(json_schema_extra={"deprecated": True})] = None
    """The older name of model; read where model is empty."""

    quantization: Annotated[str | None, Field(json_schema_extra={"deprecated": True})] = None
    """The older name of quantize."""


class CopyRequest(SchemaModel):
    """A model and the second name it gets."""

    source: str
    """Name of the model."""

    destination: str
    """Name of the copy."""


class DeleteRequest(SchemaModel):
    """Which model to remove."""

    model: str
    """Name of the model."""

    name: Annotated[str | None, Field(json_schema_extra={"deprecated": True})] = None
    """The older name of model; read where model is empty."""


class ProgressResponse(SchemaModel):
    """One report on work that takes a while."""

    status: str
    """What the server is doing, in words; the last report of a good run says success."""

    digest: str | None = None
    """The piece of data that is being moved."""

    total: int | None = None
    """Size of that piece in bytes."""

    completed: int | None = None
    """Bytes of it that are done; left out while there are none."""


class RunningModelsResponse(SchemaModel):
    """The models in memory."""

    models: list[RunningModel]
    """One entry per loaded model; empty when there is none."""


class RunningModel(SchemaModel):
    """A loaded model."""

    name: str
    """Name with tag."""

    model: str
    """The same name, as requests take it."""

    size: int
    """Bytes the model takes in all."""

    digest: str
    """SHA-256 of the manifest, 64 hexadecimal digits."""

    details: ModelDetails
    expires_at: datetime.datetime
    """
    When it will be unloaded if nobody calls it, with the server's offset from UTC. A model that is kept for good has a time near the year 2318.
    """

    size_vram: int
    """Bytes of it that lie in graphics memory."""

    context_length: int
    """Size of the context window that it was loaded with, in tokens."""


class VersionResponse(SchemaModel):
    """The server's version."""

    version: str
    """Version number without a leading letter."""


class ErrorResponse(SchemaModel):
    """What the server says when it could not do as asked."""

    error: str
    """The reason, for people to read."""


class Tool(SchemaModel):
    """A tool that the model may call."""

    type: str
    """The kind of tool; function is the only one, and nothing checks it."""

    function: ToolFunction
    items: Any = None
    """Handed to the model's template as it is."""


class ToolCall(SchemaModel):
    """A call that the model asks for."""

    function: ToolCallFunction
    id: str | None = None
    """Name of this call, to be given back as tool_call_id. Left out in answers to a prompt."""


class TokenLogprob(SchemaModel):
    """A token that might have stood at a place, and how likely it was."""

    token: str
    """The token as text."""

    logprob: float
    """Natural logarithm of its probability."""

    bytes: list[int] | None = None
    """The token in UTF-8, byte by byte; left out for a token without text."""


class Logprob(SchemaModel):
    """A token of the answer, how likely it was, and what else was near."""

    token: str
    """The token as text."""

    logprob: float
    """Natural logarithm of its probability."""

    bytes: list[int] | None = None
    """The token in UTF-8, byte by byte; left out for a token without text."""

    top_logprobs: list[TokenLogprob] | None = None
    """The likeliest tokens at this place, where they were asked for."""


class DebugInfo(SchemaModel):
    """A prompt after the model's template was applied."""

    rendered_template: str
    """The prompt as the model would read it."""

    image_count: int | None = None
    """How many images go with it; left out when there is none."""


class ToolCallFunction(SchemaModel):
    """The function to call."""

    name: str
    """Name of the function."""

    arguments: dict[str, Any]
    """The arguments by name, as an object; empty when there are none, and never a string."""

    index: int | None = None
    """
    Place of this call among those of the answer, from zero. Servers before 0.12.6 leave out a zero; a request need not send it.
    """


class ToolFunction(SchemaModel):
    """The function behind the tool."""

    name: str
    """Name by which the model calls the function."""

    description: str | None = None
    """What the function does; the model decides by it."""

    parameters: ToolParameters | None = None


class ToolParameters(RenamedModel):
    """
    The arguments of a function, as a JSON Schema. Keywords that are not listed here do not reach the model.
    """

    type: str | None = None
    """Always the word object."""

    defs: Annotated[Any, Field(validation_alias="$defs", serialization_alias="$defs")] = None
    """Schemas to refer to; not looked into."""

    items: Any = None
    """Handed on as it is."""

    required: list[str] | None = None
    """Names of the arguments that must be there."""

    properties: dict[str, ToolProperty] | None = None
    """The arguments by name."""


class ToolProperty(RenamedModel):
    """One argument of a function."""

    any_of: Annotated[list[ToolProperty] | None, Field(validation_alias="anyOf", serialization_alias="anyOf")] = None
    """Several things that the argument may be."""

    type: str | list[str] | None = None
    """Its type, or several."""

    items: Any = None
    """Schema of its members, where it is a list; handed on as it is."""

    description: str | None = None
    """What it means; the model decides by it."""

    enum: list[Any] | None = None
    """The values that it can have."""

    properties: dict[str, ToolProperty] | None = None
    """Its properties, where it is an object."""

    required: list[str] | None = None
    """Names of the properties that must be there."""


class Tensor(SchemaModel):
    """A tensor of a weights file."""

    name: str
    """Its name in the file."""

    type: str
    """Type of its numbers."""

    shape: list[int]
    """Its dimensions."""


class EmbedRequest(SchemaModel):
    """Texts to embed."""

    model: str
    """Name of the model that embeds."""

    input: str | list[str] | None = None
    """One text, or a list of them. Left out, null or empty, the model is only loaded."""

    truncate: bool | None = True
    """Whether a text that is too long is cut to fit; if not, it is refused."""

    dimensions: int | None = None
    """Length of the vectors; zero, or more than the model has, leaves them whole."""

    options: ModelOptions | None = None
    """Settings of this run, in place of the model's own."""

    keep_alive: str | float | None = None
    """How long the model remains loaded afterwards, as a duration with a unit or in seconds."""


class EmbedResponse(SchemaModel):
    """Vectors of texts."""

    model: str
    """Name of the model that embedded."""

    embeddings: list[list[float]]
    """One vector of unit length for each text; empty where the model was only loaded."""

    total_duration: int | None = None
    """Nanoseconds for the whole request; left out where the model was only loaded."""

    load_duration: int | None = None
    """Nanoseconds until the model was ready; left out where it was only loaded."""

    prompt_eval_count: int | None = None
    """Tokens in all texts; left out where the model was only loaded."""


class StatusResponse(SchemaModel):
    """What the server may do."""

    cloud: CloudStatus


class CloudStatus(SchemaModel):
    """Whether the server may use the cloud."""

    disabled: bool
    """True when it may not."""

    source: str
    """Where that was set: none, env, config or both."""


class UserResponse(SchemaModel):
    """An account at ollama.com."""

    id: UUID
    """Number of the account."""

    email: str
    """Where mail reaches its owner."""

    name: str
    """Name of the account, which is also its namespace in the library."""

    bio: str | None = None
    """What the owner says about themselves."""

    avatarurl: str | None = None
    """Address of the owner's picture."""

    firstname: str | None = None
    """The owner's first name."""

    lastname: str | None = None
    """The owner's last name."""

    plan: str | None = None
    """What the account has subscribed to."""


class WebSearchRequest(SchemaModel):
    """What to look for."""

    query: str
    """The words to look for."""

    max_results: int | None = None
    """Most results to give."""


class WebSearchResponse(SchemaModel):
    """What was found."""

    results: list[WebSearchResult]
    """The pages."""


class WebSearchResult(SchemaModel):
    """A page that was found."""

    title: str
    """Its title."""

    url: str
    """Its address."""

    content: str
    """Text of the page."""


class WebFetchRequest(SchemaModel):
    """Which page to read."""

    url: str
    """Address of the page."""


class WebFetchResponse(SchemaModel):
    """A page of the web."""

    title: str
    """Its title."""

    content: str
    """Its text."""

    links: list[str] | None = None
    """Addresses that it links to."""


class ModelRecommendationsResponse(SchemaModel):
    """Models to begin with."""

    recommendations: list[ModelRecommendation]
    """The models."""


class ModelRecommendation(SchemaModel):
    """A model to begin with."""

    model: str
    """Name of the model."""

    description: str
    """What it is good for."""

    context_length: int | None = None
    """Most tokens of a conversation."""

    max_output_tokens: int | None = None
    """Most tokens of an answer."""

    vram_bytes: int | None = None
    """Bytes of graphics memory that it needs."""

    required_plan: str | None = None
    """The subscription that it needs."""


class UnauthorizedResponse(SchemaModel):
    """The server is not signed in at ollama.com."""

    error: str
    """The word unauthorized."""

    signin_url: str | None = None
    """Where a person can sign this server in."""


class RemoteErrorResponse(RenamedModel):
    """What another host said, for which a stored model stands. Two keys are written with capitals."""

    status_code: Annotated[int, Field(validation_alias="StatusCode", serialization_alias="StatusCode")]
    """The status of the other host."""

    status: Annotated[str, Field(validation_alias="Status", serialization_alias="Status")]
    """The same with its words."""

    error: str
    """The reason, for people to read."""
