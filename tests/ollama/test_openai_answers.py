"""The client of the OpenAI-compatible API against its document's examples, and all faults."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import httpx2 as httpx
import pytest
import yaml
from ollama_openai import Client, errors, models
from tests.repository import ROOT

PLACE = ROOT / "spec" / "ollama-openai" / "sanitized.yaml"
PATHS: dict[str, Any] = yaml.safe_load(PLACE.read_text("utf-8"))["paths"]
ASK: list[Any] = [{"role": "user", "content": "Which metals are liquid in summer?"}]

Reply = Callable[[httpx.Request], httpx.Response]


def connect(reply: Reply) -> Client:
    """A client whose requests end in this function."""
    return Client(http=httpx.Client(transport=httpx.MockTransport(reply)))


def says(status: int, text: str, media_type: str) -> Reply:
    return lambda _: httpx.Response(
        status, text=text, headers={"content-type": media_type} if media_type else {}
    )


def example(path: str, method: str, media_type: str = "application/json") -> Any:
    return PATHS[path][method]["responses"]["200"]["content"][media_type]["example"]


CALLS: dict[tuple[str, str], Callable[[Client], Any]] = {
    ("/chat/completions", "post"): lambda c: c.chat.create_chat_completion(model="m", messages=ASK),
    ("/completions", "post"): lambda c: c.completions.create_completion(model="m", prompt="p"),
    ("/embeddings", "post"): lambda c: c.embeddings.create_embedding(model="m", input="i"),
    ("/models", "get"): lambda c: c.models.list_models(),
    ("/models/{model}", "get"): lambda c: c.models.get_model("m"),
    ("/responses", "post"): lambda c: c.responses.create_response(model="m", input="i"),
    ("/audio/transcriptions", "post"): lambda c: c.audio.create_transcription(
        model="m", file=b"RIFF"
    ),
}


@pytest.mark.parametrize(
    ("path", "method"), [(path, method) for path, item in PATHS.items() for method in item]
)
def test_each_operation_reads_its_example(path: str, method: str) -> None:
    whole = example(path, method)
    with connect(lambda _: httpx.Response(200, json=whole)) as client:
        answer = CALLS[path, method](client)
    assert answer.model_dump(mode="json", by_alias=True, exclude_unset=True) == whole
    assert not answer.model_extra


def test_a_transcription_sends_the_file_as_a_part() -> None:
    sent: list[httpx.Request] = []

    def reply(request: httpx.Request) -> httpx.Response:
        request.read()
        sent.append(request)
        return httpx.Response(200, json={"text": "Only mercury is."})

    with connect(reply) as client:
        answer = client.audio.create_transcription(
            model="gemma3n", file=("metals.wav", b"RIFF\0\xff"), language="en"
        )
    assert isinstance(answer, models.TranscriptionResponse)
    assert answer.text == "Only mercury is."
    assert sent[0].headers["content-type"].startswith("multipart/form-data; boundary=")
    for part in (
        b'name="file"; filename="metals.wav"',
        b"RIFF\0\xff",
        b'name="model"\r\n\r\ngemma3n',
        b"\r\n\r\nen",
    ):
        assert part in sent[0].content
    assert b"response_format" not in sent[0].content


def test_a_transcription_can_be_plain_text() -> None:
    with connect(says(200, "12", "text/plain")) as client:
        assert (
            client.audio.create_transcription(model="m", file=b"RIFF", response_format="text")
            == "12"
        )


def test_a_response_streams_events_without_done() -> None:
    whole = example("/responses", "post")
    records = [
        {
            "type": "response.created",
            "response": whole | {"status": "in_progress", "output": [], "usage": None},
        },
        {
            "type": "response.output_item.added",
            "output_index": 0,
            "item": {"id": "rs_1", "type": "reasoning"},
        },
        {
            "type": "response.reasoning_summary_text.delta",
            "item_id": "rs_1",
            "summary_index": 0,
            "delta": "Hm",
        },
        {
            "type": "response.function_call_arguments.done",
            "item_id": "fc_1",
            "output_index": 1,
            "arguments": "{}",
        },
        {"type": "response.of_a_newer_server", "anything": 1},
        {"type": "response.completed", "response": whole | {"output": None}},
    ]
    lines = [
        f"event: {record['type']}\ndata: {json.dumps(record | {'sequence_number': number})}\n\n"
        for number, record in enumerate(records)
    ]
    with (
        connect(says(200, "".join(lines), "text/event-stream")) as client,
        client.responses.create_response(model="m", input="i", stream=True) as stream,
    ):
        events = list(stream)
    assert stream.completed
    assert [event.sequence_number for event in events] == list(range(6))
    assert events[2].delta == "Hm"
    assert events[-1].response is not None
    assert events[-1].response.output is None


def test_items_of_a_response_keep_their_kind() -> None:
    sent: list[Any] = []

    def reply(request: httpx.Request) -> httpx.Response:
        sent.append(json.loads(request.read()))
        return httpx.Response(200, json=example("/responses", "post"))

    call = {
        "type": "function_call",
        "call_id": "c1",
        "name": "rain_at",
        "arguments": '{"place": "Bergen"}',
    }
    result = models.ResponsesFunctionCallOutput(
        type="function_call_output", call_id="c1", output="yes"
    )
    picture = {
        "role": "user",
        "content": [{"type": "input_image", "image_url": "data:image/png;base64,iVBORw0KGgo="}],
    }
    with connect(reply) as client:
        client.responses.create_response(model="m", input=[ASK[0], call, result, picture])
    assert sent[0]["input"] == [
        ASK[0],
        call,
        {"type": "function_call_output", "call_id": "c1", "output": "yes"},
        picture,
    ]


def test_tools_parts_and_thoughts_are_sent_as_they_are_given() -> None:
    sent: list[Any] = []

    def reply(request: httpx.Request) -> httpx.Response:
        sent.append(json.loads(request.read()))
        return httpx.Response(200, json=example("/chat/completions", "post"))

    schema = {
        "type": "object",
        "$defs": {"Place": {"type": "string"}},
        "properties": {
            "place": {"type": ["string", "null"], "minLength": 1},
            "releases": {"anyOf": [{"type": "string"}]},
        },
        "additionalProperties": False,
    }
    tools = [{"type": "function", "function": {"name": "rain_at", "parameters": schema}}]
    call = {"id": "c1", "type": "function", "function": {"name": "rain_at", "arguments": "{}"}}
    messages: list[Any] = [
        {
            "role": "user",
            "content": [
                {"type": "input_audio", "input_audio": {"data": "UklGRg==", "format": "wav"}}
            ],
        },
        {"role": "assistant", "content": None, "reasoning": "Hm", "tool_calls": [call]},
        {"role": "tool", "content": "yes", "tool_call_id": "c1", "name": "rain_at"},
    ]
    with connect(reply) as client:
        client.chat.create_chat_completion(
            model="m",
            messages=messages,
            tools=tools,
            reasoning_effort="low",
            logprobs=True,
            stop=["\n"],
        )
    assert sent[0]["messages"] == messages
    assert sent[0]["tools"] == tools
    assert (sent[0]["reasoning_effort"], sent[0]["logprobs"], sent[0]["stop"]) == (
        "low",
        True,
        ["\n"],
    )


def test_the_last_chunk_has_the_usage_and_no_choices() -> None:
    common = {"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1, "model": "m"}
    common["system_fingerprint"] = "fp_ollama"
    alternatives = [{"token": "Hi", "logprob": -0.1, "bytes": [72, 105]}]
    piece = {"index": 0, "delta": {"role": "assistant", "content": "Hi"}, "finish_reason": None}
    piece["logprobs"] = {"content": [alternatives[0] | {"top_logprobs": alternatives}]}
    usage = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}
    chunks = [
        common
        | {
            "choices": [
                {
                    "index": 0,
                    "delta": {"role": "assistant", "reasoning": "Hm"},
                    "finish_reason": None,
                }
            ]
        },
        common | {"choices": [piece]},
        common | {"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]},
        common | {"choices": [], "usage": usage},
    ]
    text = "".join(f"data: {json.dumps(chunk)}\n\n" for chunk in chunks) + "data: [DONE]\n\n"
    with (
        connect(says(200, text, "text/event-stream")) as client,
        client.chat.create_chat_completion(
            model="m", messages=ASK, stream=True, stream_options={"include_usage": True}
        ) as stream,
    ):
        found = list(stream)
    assert [chunk.model_dump(exclude_unset=True) for chunk in found] == chunks
    assert found[-1].usage is not None


FAULTS: list[tuple[int, str, str, type[errors.APIStatusError], type[object], str]] = [
    (
        400,
        '{"error": {"message": "bad", "type": "bad_request", "param": null, "code": null}}',
        "application/json",
        errors.BadRequestError,
        models.ErrorResponse,
        "bad",
    ),
    (
        401,
        '{"error": "unauthorized", "signin_url": "https://ollama.com/connect"}',
        "application/json; charset=utf-8",
        errors.UnauthorizedError,
        models.UnauthorizedErrorResponse,
        "unauthorized",
    ),
    (
        403,
        '{"error": "ollama cloud is disabled"}',
        "application/json",
        errors.ForbiddenError,
        models.FlatErrorResponse,
        "disabled",
    ),
    (403, "", "", errors.ForbiddenError, object, "403"),
    (
        405,
        "405 method not allowed",
        "text/plain",
        errors.APIStatusError,
        object,
        "405",
    ),
    (
        429,
        '{"error": "slow down"}',
        "application/json",
        errors.TooManyRequestsError,
        models.FlatErrorResponse,
        "slow down",
    ),
    (500, "", "", errors.ServerError, object, "500"),
    (
        502,
        '{"error": "unreachable"}',
        "application/json",
        errors.ServerError,
        models.FlatErrorResponse,
        "unreachable",
    ),
]


@pytest.mark.parametrize(("status", "text", "media_type", "kind", "body", "words"), FAULTS)
def test_each_shape_of_faults_is_told(
    status: int,
    text: str,
    media_type: str,
    kind: type[errors.APIStatusError],
    body: type[object],
    words: str,
) -> None:
    with (
        connect(says(status, text, media_type)) as client,
        pytest.raises(kind, match=words) as caught,
    ):
        client.chat.create_chat_completion(model="m", messages=ASK)
    assert isinstance(caught.value.body, body)
