# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""The models of the API."""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import Field

from ._model import RenamedModel, SchemaModel

ChatCompletionRequestReasoningEffort: TypeAlias = Literal[
    "none", "minimal", "low", "medium", "high", "xhigh", "ultra", "max"
]
ContentPartType: TypeAlias = Literal["text", "image_url", "input_audio"]
ChatCompletionToolType: TypeAlias = Literal["function"]
ResponseFormatType: TypeAlias = Literal["json_object", "json_schema", "text"]
EmbeddingRequestEncodingFormat: TypeAlias = Literal["float", "base64"]
ReasoningEffort: TypeAlias = Literal["none", "minimal", "low", "medium", "high", "xhigh", "ultra", "max"]
ResponsesInputMessageType: TypeAlias = Literal["message"]
ResponsesInputContentType: TypeAlias = Literal["input_text", "output_text", "input_image"]
ResponsesFunctionCallType: TypeAlias = Literal["function_call"]
ResponsesFunctionCallOutputType: TypeAlias = Literal["function_call_output"]
ResponsesReasoningInputType: TypeAlias = Literal["reasoning"]
ResponsesWebSearchCallType: TypeAlias = Literal["web_search_call"]


class ChatCompletionRequest(SchemaModel):
    """
    A conversation that a model shall continue. The server reads past every field that is not listed here, among them `max_completion_tokens`, `tool_choice`, `n`, `user` and `logit_bias`; the options and the `keep_alive` of the native interface do not exist here.
    """

    model: str
    """Name of the model that answers."""

    messages: list[ChatCompletionMessage]
    """The conversation so far, oldest message first. An empty list is refused."""

    stream: bool | None = False
    """Whether the answer comes in chunks."""

    stream_options: StreamOptions | None = None
    """What a stream contains besides the text."""

    max_tokens: int | None = None
    """Most tokens to write. The newer name `max_completion_tokens` is not read."""

    seed: int | None = None
    """Start of the random numbers; the same seed and conversation give the same text."""

    stop: str | list[str] | None = None
    """A string at which the model stops writing, or several of them."""

    temperature: float | None = None
    """How freely the model chooses; 1.0 unless given."""

    top_p: float | None = None
    """Choose among the likeliest tokens that together reach this probability; 1.0 unless given."""

    frequency_penalty: float | None = None
    """Penalty that grows each time a token appears."""

    presence_penalty: float | None = None
    """Penalty for a token that has appeared at all."""

    response_format: ResponseFormat | None = None
    """Shape that the answer must have. A type that the server does not know leaves the shape free."""

    tools: list[ChatCompletionTool] | None = None
    """Functions that the model may ask the caller to run."""

    reasoning: Reasoning | None = None
    """How the model thinks before it answers."""

    reasoning_effort: ChatCompletionRequestReasoningEffort | None = None
    """
    How long the model may think before it answers. `none` turns thinking off, `minimal` is taken for `low`, `xhigh` and `ultra` for `max`. Where `reasoning` is given too, that one counts.
    """

    logprobs: bool | None = None
    """Whether each token of the answer comes with its log probability."""

    top_logprobs: Annotated[int, Field(ge=0, le=20)] | None = None
    """How many of the likeliest tokens to list at each place of the answer."""

    field_debug_render_only: Annotated[
        bool | None, Field(validation_alias="_debug_render_only", serialization_alias="_debug_render_only")
    ] = None
    """Render the prompt and send it back instead of running the model; for debugging templates."""


class ChatCompletionMessage(SchemaModel):
    """One message of a conversation, or in a chunk the piece of one."""

    role: str
    """Who speaks, such as system, user, assistant or tool."""

    content: str | list[ContentPart] | None = None
    """
    Text, or a list of parts, of which the server makes a message each. Null or absent only where the message consists of tool calls. In answers it is always there, as plain text.
    """

    tool_calls: list[ChatCompletionToolCall] | None = None
    """Functions that the model wants to have run."""

    reasoning: str | None = None
    """What the model thought before it answered; sent back with the conversation, it is read again."""

    name: str | None = None
    """With the role tool, name of the tool whose result this is."""

    tool_call_id: str | None = None
    """With the role tool, the id of the call whose result this is."""


class ContentPart(SchemaModel):
    """A piece of a message. A part of any other type is refused."""

    type: ContentPartType | str
    """Which of the other properties is set."""

    text: str | None = None
    """The text."""

    image_url: str | ImageURL | None = None
    """The picture, as an object or simply as its URL."""

    input_audio: InputAudio | None = None


class ImageURL(SchemaModel):
    """A picture inside a URL."""

    url: str
    """
    A `data:` URL with the picture in base64, of the type jpeg, jpg, png or webp, or without a type. Addresses on the web are refused.
    """


class ChatCompletionTool(SchemaModel):
    """Something that the model may call."""

    type: ChatCompletionToolType = "function"
    """What kind of tool it is."""

    function: FunctionDefinition
    items: Any = None
    """Read and handed to the template of the model; of no use to a function."""


class FunctionDefinition(SchemaModel):
    """A function of the caller's, as the model gets to know it."""

    name: str
    """Name by which the model calls it."""

    description: str | None = None
    """What it does and when it is of use."""

    parameters: ToolFunctionParameters | None = None


class ChatCompletionToolCall(SchemaModel):
    """A call that the model asks for."""

    id: str
    """Name of this call."""

    index: int | None = None
    """Place among the calls of the message."""

    type: str
    """What kind of tool is called."""

    function: FunctionCall


class FunctionCall(SchemaModel):
    """The function to run and what to give it."""

    name: str
    """Name of the function."""

    arguments: str
    """The arguments, an object written as JSON text."""


class ResponseFormat(SchemaModel):
    """Shape that the answer must have. A type that the server does not know leaves the shape free."""

    type: ResponseFormatType
    """Free text, any JSON object, or one that satisfies a schema."""

    json_schema: JsonSchema | None = None
    """The schema, where one is asked for. A name and a mark of strictness beside it are read past."""


class StreamOptions(SchemaModel):
    """What a stream contains besides the text."""

    include_usage: bool | None = None
    """Add the token counts in a chunk of their own at the end."""


class ChatCompletion(SchemaModel):
    """A chat answer in one piece."""

    id: str
    """Name of the answer, with a number below 999, so that it occurs again."""

    object: str
    """Kind of this object."""

    created: int
    """When it was made, in seconds since 1970."""

    model: str
    """Name of the model that answered."""

    system_fingerprint: str
    """The same text in every answer."""

    choices: list[ChatCompletionChoice]
    """The answer, as a list of one."""

    usage: Usage
    field_debug_info: Annotated[
        DebugInfo | None, Field(validation_alias="_debug_info", serialization_alias="_debug_info")
    ] = None
    """The prompt as the model would have got it; only when `_debug_render_only` asked for it."""


class ChatCompletionChoice(SchemaModel):
    """An answer of the model."""

    index: int
    """Place in the list."""

    message: ChatCompletionMessage
    finish_reason: str | None
    """Why the model stopped, such as stop, length, tool_calls or load; null while it writes."""

    logprobs: ChoiceLogprobs | None = None
    """The log probabilities of the tokens of an answer or of a piece; there only when asked for."""


class ChatCompletionChunk(SchemaModel):
    """A piece of a streamed chat answer."""

    id: str
    """Name of the answer; the same in all of its chunks."""

    object: str
    """Kind of this object."""

    created: int
    """When the answer was begun, in seconds since 1970; the same in all of its chunks."""

    model: str
    """Name of the model that answers."""

    system_fingerprint: str
    """The same text in every answer."""

    choices: list[ChatCompletionChunkChoice]
    """The piece, as a list of one; empty in the chunk with the token counts."""

    usage: Usage | None = None
    """Only in the chunk after the last piece, and only where `include_usage` asked for it."""


class ChatCompletionChunkChoice(SchemaModel):
    """What a chunk adds to an answer."""

    index: int
    """Which answer it belongs to."""

    delta: ChatCompletionDelta
    finish_reason: str | None
    """Why the model stopped, such as stop, length, tool_calls or load; null while it writes."""

    logprobs: ChoiceLogprobs | None = None
    """The log probabilities of the tokens of an answer or of a piece; there only when asked for."""


class CompletionRequest(SchemaModel):
    """A prompt that a model shall continue."""

    model: str
    """Name of the model that answers."""

    prompt: str
    """The text to go on from; one text, a list is refused. An empty one only loads the model."""

    suffix: str | None = None
    """Text that follows the gap, for models that can fill one in."""

    stream: bool | None = False
    """Whether the answer comes in chunks."""

    stream_options: StreamOptions | None = None
    """What a stream contains besides the text."""

    max_tokens: int | None = None
    """Most tokens to write."""

    seed: int | None = None
    """Start of the random numbers; the same seed and prompt give the same text."""

    stop: str | list[str] | None = None
    """A string at which the model stops writing, or several of them."""

    temperature: float | None = None
    """How freely the model chooses."""

    top_p: float | None = None
    """
    Choose among the likeliest tokens that together reach this probability; 1.0 where it is 0 or left out.
    """

    frequency_penalty: float | None = None
    """Penalty that grows each time a token appears."""

    presence_penalty: float | None = None
    """Penalty for a token that has appeared at all."""

    logprobs: int | None = None
    """Read, but ignored; answers carry no log probabilities."""

    field_debug_render_only: Annotated[
        bool | None, Field(validation_alias="_debug_render_only", serialization_alias="_debug_render_only")
    ] = None
    """Render the prompt and send it back instead of running the model; for debugging templates."""


class Completion(SchemaModel):
    """An answer to a prompt in one piece."""

    id: str
    """Name of the answer; it can occur again."""

    object: str
    """Kind of this object."""

    created: int
    """When it was made, in seconds since 1970."""

    model: str
    """Name of the model that answered."""

    system_fingerprint: str
    """The same text in every answer."""

    choices: list[CompletionChoice]
    """The text, as a list of one."""

    usage: Usage


class CompletionChoice(SchemaModel):
    """Text from the model, whole or a piece of it."""

    text: str
    """The text."""

    index: int
    """Place in the list."""

    finish_reason: str | None
    """
    Null while the model writes, then why it stopped, such as stop or length; load where the prompt was empty. In a stream it comes with the last piece of text.
    """

    logprobs: ChoiceLogprobs | None = None
    """Declared by the server, but never filled in."""


class CompletionChunk(SchemaModel):
    """A piece of a streamed answer to a prompt."""

    id: str
    """Name of the answer; the same in all of its chunks."""

    object: str
    """Kind of this object."""

    created: int
    """When the chunk was made, in seconds since 1970."""

    model: str
    """Name of the model that answers."""

    system_fingerprint: str
    """The same text in every answer."""

    choices: list[CompletionChoice]
    """The piece, as a list of one; empty in the chunk with the token counts."""

    usage: Usage | None = None
    """
    Where `include_usage` asked for it: zeros beside each piece of text, the true counts in a chunk of their own at the end.
    """


class Usage(SchemaModel):
    """Tokens read and written."""

    prompt_tokens: int
    """Tokens in the prompt."""

    completion_tokens: int
    """Tokens in the answer."""

    total_tokens: int
    """Both together."""


class EmbeddingRequest(SchemaModel):
    """Texts to embed."""

    input: str | list[str]
    """One text, or several. Lists of token numbers are not understood; an empty list is refused."""

    model: str
    """Name of the model that embeds."""

    dimensions: Annotated[int, Field(ge=0)] | None = None
    """Length of the vectors, for models that can shorten them; their own length unless given."""

    encoding_format: EmbeddingRequestEncodingFormat | None = None
    """Whether a vector comes as a list of numbers, the default, or as base64 of its bytes."""


class EmbeddingList(SchemaModel):
    """The vectors of the texts."""

    object: str
    """Kind of this object."""

    data: list[Embedding] | None
    """One entry per text; null where the model made no vector at all."""

    model: str
    """Name of the model that embedded."""

    usage: EmbeddingUsage


class Embedding(SchemaModel):
    """The vector of one text."""

    object: str
    """Kind of this object."""

    embedding: list[float] | str
    """
    The vector's components as numbers, or, where base64 was asked for, as the base64 of 32-bit floating-point numbers, lowest byte first.
    """

    index: int
    """Place of the text among the texts that were sent."""


class EmbeddingUsage(SchemaModel):
    """Tokens read."""

    prompt_tokens: int
    """Tokens in the texts."""

    total_tokens: int
    """The same number, nothing being written."""


class ModelList(SchemaModel):
    """The models stored on this machine."""

    object: str
    """Kind of this object."""

    data: list[Model] | None
    """One entry per model."""


class Model(SchemaModel):
    """A stored model."""

    id: str
    """Name with tag."""

    object: str
    """Kind of this object."""

    created: int
    """Last change, in seconds since 1970."""

    owned_by: str
    """Namespace of the model."""


class ErrorResponse(SchemaModel):
    """What the server says when it could not do as asked."""

    error: Error


class Error(SchemaModel):
    """A fault."""

    message: str
    """The reason, for people to read."""

    type: str
    """
    What kind of fault it is: invalid_request_error with the status 400, not_found_error with 404, api_error with any other.
    """

    param: str | None
    """Kept for likeness with OpenAI; null."""

    code: str | None
    """Kept for likeness with OpenAI; null."""


class ChatCompletionDelta(SchemaModel):
    """The new piece of a message."""

    role: str | None = None
    """Who speaks; only in the first chunk."""

    content: str | None = None
    """The text to add. Absent in the chunk with the finish reason and beside reasoning; can be empty."""

    tool_calls: list[ChatCompletionToolCall] | None = None
    """Functions that the model wants to have run; each comes whole."""

    reasoning: str | None = None
    """What the model thinks before it answers, piece by piece."""


class Reasoning(SchemaModel):
    """How the model thinks before it answers."""

    effort: ReasoningEffort | None = None
    """How long it may think; the words mean what they mean in `reasoning_effort`."""


class JsonSchema(RenamedModel):
    """The schema, where one is asked for. A name and a mark of strictness beside it are read past."""

    schema_: Annotated[dict[str, Any], Field(validation_alias="schema", serialization_alias="schema")]
    """JSON Schema of the answer."""


class InputAudio(SchemaModel):
    """Sound inside a message."""

    data: str
    """The sound file in base64."""


class ToolFunctionParameters(RenamedModel):
    """
    The arguments of a function as an object of JSON Schema. Keywords that are not listed here are dropped before the model sees them.
    """

    type: str | None = None
    """One type, not a list of them; `object` for a function."""

    defs: Annotated[Any, Field(validation_alias="$defs", serialization_alias="$defs")] = None
    """Schemas that others refer to, as JSON Schema has them."""

    items: Any = None
    """The schema of the members, as JSON Schema has it."""

    required: list[str] | None = None
    """Arguments that every call must have."""

    properties: dict[str, ToolProperty] | None = None
    """The arguments by their names."""


class ToolProperty(RenamedModel):
    """The schema of one argument. Keywords that are not listed here are dropped."""

    any_of: Annotated[list[ToolProperty] | None, Field(validation_alias="anyOf", serialization_alias="anyOf")] = None
    """Schemas of which the argument satisfies one."""

    type: str | list[str] | None = None
    """One type, or several."""

    items: Any = None
    """The schema of the members of a list."""

    description: str | None = None
    """What the argument means."""

    enum: list[Any] | None = None
    """The values to choose from."""

    properties: dict[str, ToolProperty] | None = None
    """The members of an object by their names."""

    required: list[str] | None = None
    """Members that an object must have."""


class ChoiceLogprobs(SchemaModel):
    """The log probabilities of the tokens of an answer or of a piece; there only when asked for."""

    content: list[Logprob]
    """One entry per token."""


class Logprob(SchemaModel):
    """A token that was chosen, with its log probability."""

    token: str
    """The token as text."""

    logprob: float
    """Natural logarithm of its probability."""

    bytes: list[int] | None = None
    """The bytes of the token in UTF-8; left out where it has none."""

    top_logprobs: list[TokenLogprob] | None = None
    """The likeliest tokens at this place, where `top_logprobs` asked for some."""


class TokenLogprob(SchemaModel):
    """A token that could have been chosen, with its log probability."""

    token: str
    """The token as text."""

    logprob: float
    """Natural logarithm of its probability."""

    bytes: list[int] | None = None
    """The bytes of the token in UTF-8; left out where it has none."""


class DebugInfo(SchemaModel):
    """The prompt as the model would have got it; only when `_debug_render_only` asked for it."""

    rendered_template: str
    """The rendered prompt."""

    image_count: int | None = None
    """How many pictures went with it."""


class ResponsesRequest(SchemaModel):
    """
    Items that a model shall go on from. The server reads past every field that is not listed here, among them `previous_response_id`, `store` and `tool_choice`.
    """

    model: str
    """Name of the model that answers."""

    background: bool | None = None
    """Not supported; the answer repeats it."""

    conversation: Any = None
    """Not supported; the server keeps no conversations."""

    include: list[str] | None = None
    """Ignored."""

    input: (
        str
        | list[
            ResponsesFunctionCall
            | ResponsesFunctionCallOutput
            | ResponsesReasoningInput
            | ResponsesWebSearchCall
            | ResponsesInputMessage
        ]
    )
    """A text of the user's, or the items of the conversation, oldest first."""

    instructions: str | None = None
    """What the model is told before the conversation, as a message of the system."""

    max_output_tokens: int | None = None
    """Most tokens to write."""

    reasoning: ResponsesReasoning | None = None
    temperature: float | None = None
    """How freely the model chooses; 1.0 unless given."""

    text: ResponsesText | None = None
    """What the text of the answer shall be like."""

    top_p: float | None = None
    """Choose among the likeliest tokens that together reach this probability."""

    truncation: str | None = None
    """Read, and repeated in the answer; it changes nothing else."""

    tools: list[ResponsesTool] | None = None
    """What the model may call."""

    stream: bool | None = False
    """Whether the answer comes as events."""


class ResponsesInputMessage(SchemaModel):
    """Something that was said."""

    type: ResponsesInputMessageType | None = None
    """What kind of item it is; can be left out of a message."""

    role: str
    """Who speaks, such as user, system, developer or assistant."""

    content: str | list[ResponsesInputContent]
    """Text, or a list of parts."""


class ResponsesInputContent(SchemaModel):
    """A piece of a message, either text or a picture. A part of any other type is refused."""

    type: ResponsesInputContentType
    """Text of the caller's, text of an earlier answer, or a picture."""

    text: str | None = None
    """The text."""

    image_url: str | None = None
    """A `data:` URL with the picture in base64. Addresses on the web are refused."""

    detail: str | None = None
    """Ignored."""


class ResponsesFunctionCall(SchemaModel):
    """A call that the model made earlier."""

    id: str | None = None
    """Name of the item."""

    type: ResponsesFunctionCallType = "function_call"
    """What kind of item it is."""

    call_id: str
    """Name of the call, which its result repeats."""

    name: str
    """Name of the function."""

    arguments: str
    """The arguments, an object written as JSON text."""


class ResponsesFunctionCallOutput(SchemaModel):
    """What a call gave."""

    type: ResponsesFunctionCallOutputType = "function_call_output"
    """What kind of item it is."""

    call_id: str
    """Name of the call."""

    output: str
    """The result as text."""


class ResponsesReasoningInput(SchemaModel):
    """What the model thought earlier; its encrypted content, which is plain text, is what counts."""

    id: str | None = None
    """Name of the item."""

    type: ResponsesReasoningInputType = "reasoning"
    """What kind of item it is."""

    summary: list[ResponsesReasoningSummary] | None = None
    """The thoughts, for people to read."""

    encrypted_content: str | None = None
    """The thoughts, for the model to read."""


class ResponsesWebSearchCall(SchemaModel):
    """A search of the web that was made earlier."""

    id: str
    """Name of the item."""

    type: ResponsesWebSearchCallType = "web_search_call"
    """What kind of item it is."""

    status: str
    """How far it came."""

    action: ResponsesWebSearchAction | None = None
    """What was searched for."""


class ResponsesWebSearchAction(SchemaModel):
    """What was searched for."""

    type: str
    """What was done."""

    query: str
    """The words of the search."""


class ResponsesTool(SchemaModel):
    """Something that the model may call."""

    type: str | None = None
    """What kind of tool it is, such as function, namespace or web_search."""

    name: str | None = None
    """Name by which the model calls it."""

    description: str | None = None
    """What it does and when it is of use."""

    strict: bool | None = None
    """Read, and repeated in the answer; it changes nothing else."""

    parameters: dict[str, Any] | None = None
    """JSON Schema of the arguments; null in an answer that repeats a tool without them."""

    tools: list[ResponsesTool] | None = None
    """The tools of a namespace."""


class ResponsesReasoning(SchemaModel):
    """How the model thinks before it answers."""

    effort: str | None = None
    """
    How long it may think, such as none, low, medium, high or max. A word that it does not know is refused.
    """

    generate_summary: str | None = None
    """Read, but ignored."""

    summary: str | None = None
    """Read, and repeated in the answer; the thoughts come whole in any case."""


class ResponsesReasoningOutput(SchemaModel):
    """What the request said about thinking; null where it said nothing."""

    effort: str | None = None
    """How long the model might think."""

    summary: str | None = None
    """What summary was asked for."""


class ResponsesText(SchemaModel):
    """What the text of the answer shall be like."""

    format: ResponsesTextFormat | None = None
    """Shape that the text must have."""


class ResponsesTextField(SchemaModel):
    """What the text of the answer had to be like."""

    format: ResponsesTextFormat


class ResponsesTextFormat(RenamedModel):
    """Shape of a text."""

    type: str
    """Free text is text, and json_schema is what a schema describes."""

    name: str | None = None
    """Name of the schema; repeated in the answer, and ignored."""

    schema_: Annotated[dict[str, Any] | None, Field(validation_alias="schema", serialization_alias="schema")] = None
    """JSON Schema of the text."""

    strict: bool | None = None
    """Read, and repeated in the answer; it changes nothing else."""


class ResponsesResponse(SchemaModel):
    """
    What the model added. What the server does not support has the value here that programs for OpenAI's service expect.
    """

    id: str
    """Name of the answer; it can occur again, and nothing can be asked for by it."""

    object: str
    """Kind of this object."""

    created_at: int
    """When it was begun, in seconds since 1970."""

    completed_at: int | None
    """When it was complete, in seconds since 1970; null before that."""

    status: str
    """How far it is, such as in_progress, completed or failed."""

    incomplete_details: ResponsesIncompleteDetails | None
    """Why the answer is not whole; null otherwise."""

    model: str
    """Name of the model that answered."""

    previous_response_id: str | None
    """Always null."""

    instructions: str | None
    """The instructions of the request."""

    output: list[ResponsesOutputItem] | None
    """
    What the model added, in order. Empty while the answer is being written; null at the end of a stream in which the model wrote nothing.
    """

    error: ResponsesError | None
    """Why the answer failed; null otherwise."""

    tools: list[ResponsesTool]
    """The tools of the request."""

    tool_choice: Any
    """Always auto."""

    truncation: str
    """The value of the request, or disabled."""

    parallel_tool_calls: bool
    """Always true."""

    text: ResponsesTextField
    top_p: float
    """The value of the request, or 1."""

    presence_penalty: float
    """Always 0."""

    frequency_penalty: float
    """Always 0."""

    top_logprobs: int
    """Always 0."""

    temperature: float
    """The value of the request, or 1."""

    reasoning: ResponsesReasoningOutput | None
    """What the request said about thinking; null where it said nothing."""

    usage: ResponsesUsage | None
    """Tokens read and written; null until the answer is complete."""

    max_output_tokens: int | None
    """The value of the request."""

    max_tool_calls: int | None
    """Always null."""

    store: bool
    """Always false."""

    background: bool
    """The value of the request."""

    service_tier: str
    """Always default."""

    metadata: dict[str, Any]
    """Always empty."""

    safety_identifier: str | None
    """Always null."""

    prompt_cache_key: str | None
    """Always null."""


class ResponsesOutputItem(SchemaModel):
    """Something that the model added. Which fields there are depends on the type."""

    id: str
    """Name of the item."""

    type: str
    """What kind of item it is, such as message, function_call, reasoning or web_search_call."""

    status: str | None = None
    """How far it is, such as in_progress or completed; thoughts have none."""

    role: str | None = None
    """Who speaks in a message."""

    content: list[ResponsesOutputContent] | None = None
    """The parts of a message."""

    call_id: str | None = None
    """Name of a call, which its result repeats."""

    name: str | None = None
    """Name of the function to call."""

    arguments: str | None = None
    """The arguments of a call, an object written as JSON text."""

    action: ResponsesWebSearchAction | None = None
    """What was searched for."""

    summary: list[ResponsesReasoningSummary] | None = None
    """The thoughts, for people to read."""

    encrypted_content: str | None = None
    """The thoughts again, as plain text, to be sent back."""


class ResponsesOutputContent(SchemaModel):
    """A part of a message."""

    type: str
    """What kind of part it is."""

    text: str
    """The text."""

    annotations: list[Any]
    """Sources of a search of the web; otherwise empty."""

    logprobs: list[Any]
    """Always empty."""


class ResponsesReasoningSummary(SchemaModel):
    """A piece of what the model thought."""

    type: str
    """What kind of piece it is."""

    text: str
    """The thoughts."""


class ResponsesUsage(SchemaModel):
    """Tokens read and written; null until the answer is complete."""

    input_tokens: int
    """Tokens in the prompt."""

    output_tokens: int
    """Tokens in the answer."""

    total_tokens: int
    """Both together."""

    input_tokens_details: ResponsesInputTokensDetails
    output_tokens_details: ResponsesOutputTokensDetails


class ResponsesInputTokensDetails(SchemaModel):
    """Some of the tokens read."""

    cached_tokens: int
    """Always 0."""


class ResponsesOutputTokensDetails(SchemaModel):
    """Some of the tokens written."""

    reasoning_tokens: int
    """Always 0."""


class ResponsesError(SchemaModel):
    """Why the answer failed; null otherwise."""

    code: str
    """What kind of fault it is."""

    message: str
    """The reason, for people to read."""


class ResponsesIncompleteDetails(SchemaModel):
    """Why the answer is not whole; null otherwise."""

    reason: str
    """The reason."""


class ResponsesStreamEvent(SchemaModel):
    """
    Something that happened while the model answered. `response.created`, `response.in_progress`, `response.completed` and `response.failed` carry the response; `response.output_item.added` and `.done` an item; `response.content_part.added` and `.done` a part of a message; `response.output_text.delta`, `response.reasoning_summary_text.delta` and `response.function_call_arguments.delta` a piece of text, and the same with `.done` the whole; `response.web_search_call.in_progress`, `.searching` and `.completed` tell how a search goes.
    """

    type: str
    """What happened; the same as the name of the event."""

    sequence_number: int
    """Place of the event in the stream, counted from 0."""

    response: ResponsesResponse | None = None
    output_index: int | None = None
    """Place of the item in the output."""

    item_id: str | None = None
    """Name of the item that the event belongs to."""

    item: ResponsesOutputItem | None = None
    content_index: int | None = None
    """Place of the part in the message."""

    part: ResponsesOutputContent | None = None
    summary_index: int | None = None
    """Place among the pieces of what the model thought."""

    delta: str | None = None
    """What comes next in the text, the thoughts or the arguments."""

    text: str | None = None
    """The whole text, or all of the thoughts."""

    arguments: str | None = None
    """The arguments of a call, whole, an object written as JSON text."""

    logprobs: list[Any] | None = None
    """Always empty."""


class TranscriptionRequest(SchemaModel):
    """A sound file and how to write it down."""

    file: bytes
    """The sound file; an empty one is refused."""

    model: str
    """Name of a model that can hear."""

    response_format: str | None = None
    """With `text` the answer is plain text; with any other value, or none, an object."""

    language: str | None = None
    """Language that is spoken."""

    prompt: str | None = None
    """What the model is told beside the sound."""


class TranscriptionResponse(SchemaModel):
    """What was said."""

    text: str
    """The words."""


class FlatErrorResponse(SchemaModel):
    """What the server says in the shape of its native interface."""

    error: str
    """The reason, for people to read."""


class UnauthorizedErrorResponse(SchemaModel):
    """What the server says when a model in the cloud needs an account."""

    error: str
    """Always unauthorized."""

    signin_url: str | None = None
    """Where to sign in, in a browser."""
