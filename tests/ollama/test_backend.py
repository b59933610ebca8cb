"""The backend of Ollama against a loopback server: whole and streamed answers, sync and async."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from chat_server import COUNTS, ChatServer, called, chatting, last, said
from ollama_native import AsyncClient, Client, errors, images
from ollama_native.backend import (
    AsyncBackend,
    AsyncOllamaBackend,
    Backend,
    Capabilities,
    Completion,
    End,
    Health,
    Message,
    OllamaBackend,
    Options,
    StreamEvent,
    TextDelta,
    ThinkingDelta,
    TokenCount,
    ToolCall,
    ToolResult,
    ToolSpec,
    ToolUse,
    Usage,
    run_tools,
    run_tools_async,
)
from ollama_native.tools import UnknownToolError

ASK = [Message("user", "What color is the sky?")]
ROME = {"place": "Rome"}
ANSWERS = {
    "tiny": [said("The "), said("sky\u2028 is\u0085 "), said(""), last("blue.")],
    "thinker": [said(thinking="The sky? "), said("Bl", thinking="Blue."), last("ue.")],
    "renderer": [
        said("Let me see. "),
        said(tool_calls=[called("weather", ROME, 0, "call_x7k2m9qa")]),
        last(),
    ],
    "template": [last(tool_calls=[called("weather", ROME, 0), called("clock", {}, 1)])],
    "scattered": [
        said(tool_calls=[called("weather", ROME, 0)]),
        said(tool_calls=[called("clock", {}, 0)]),
        last(),
    ],
    "short": [said("The sky"), last(" is", reason="length", tool_calls=[called("clock", {}, 0)])],
    "new": [last("blue", reason="a new word")],
    "silent": [last()],
}


@pytest.fixture
def server() -> Iterator[ChatServer]:
    show = {
        "tiny": {
            "details": DETAILS,
            "model_info": {"general.architecture": "llama", "llama.context_length": 8192},
            "modified_at": "2025-03-01T10:00:00Z",
            "capabilities": ["completion", "tools"],
        },
        "old": {"details": DETAILS, "model_info": {}, "modified_at": "2025-03-01T10:00:00Z"},
    }
    answers = ANSWERS | {"uncounted": [{**last("Yes"), "prompt_eval_count": None}]}
    with chatting(answers, show=show) as chat_server:
        yield chat_server


DETAILS = {
    "parent_model": "",
    "format": "gguf",
    "family": "llama",
    "families": None,
    "parameter_size": "1B",
    "quantization_level": "Q4_K_M",
}


def complete(url: str, messages: list[Message], **given: Any) -> Completion:
    """The answer of both backends, which must be the same."""
    with Client(url) as client:
        answer = OllamaBackend(client).complete(messages, **given)

    async def ask() -> Completion:
        async with AsyncClient(url) as client:
            return await AsyncOllamaBackend(client).complete(messages, **given)

    assert asyncio.run(ask()) == answer
    return answer


def stream(url: str, messages: list[Message], **given: Any) -> list[StreamEvent]:
    """The events of both backends, which must be the same."""
    with Client(url) as client, OllamaBackend(client).stream(messages, **given) as answer:
        events = list(answer)

    async def ask() -> list[StreamEvent]:
        async with (
            AsyncClient(url) as client,
            await AsyncOllamaBackend(client).stream(messages, **given) as answer,
        ):
            return [event async for event in answer]

    assert asyncio.run(ask()) == events
    return events


def count(url: str, messages: list[Message], **given: Any) -> TokenCount:
    with Client(url) as client:
        counted = OllamaBackend(client).count_tokens(messages, **given)

    async def ask() -> TokenCount:
        async with AsyncClient(url) as client:
            return await AsyncOllamaBackend(client).count_tokens(messages, **given)

    assert asyncio.run(ask()) == counted
    return counted


@pytest.mark.parametrize("model", ANSWERS)
@pytest.mark.parametrize("messages", [ASK, []], ids=["asked", "loaded"])
def test_the_deltas_joined_are_the_whole_answer(
    server: ChatServer, model: str, messages: list[Message]
) -> None:
    whole = complete(server.url, messages, model=model)
    *deltas, end = stream(server.url, messages, model=model)
    assert end == End(whole)
    assert "".join(event.text for event in deltas if isinstance(event, TextDelta)) == whole.text
    assert (
        "".join(event.text for event in deltas if isinstance(event, ThinkingDelta))
        == whole.thinking
    )
    assert tuple(event.call for event in deltas if isinstance(event, ToolUse)) == whole.tool_calls
    assert not any(isinstance(event, End) for event in deltas)


@pytest.mark.parametrize(
    ("model", "reason", "done_reason"),
    [
        ("tiny", "stop", "stop"),
        ("renderer", "tool_use", "stop"),
        ("template", "tool_use", "stop"),
        ("short", "length", "length"),
        ("new", "stop", "a new word"),
    ],
)
def test_the_reason_why_an_answer_ended(
    server: ChatServer, model: str, reason: str, done_reason: str
) -> None:
    answer = complete(server.url, ASK, model=model)
    assert (answer.finish_reason, answer.done_reason) == (reason, done_reason)
    assert answer.usage == Usage(COUNTS["prompt_eval_count"], COUNTS["eval_count"])


@pytest.mark.parametrize(("keep_alive", "done_reason"), [("5m", "load"), (0, "unload")])
def test_without_messages_a_model_is_loaded_or_unloaded(
    server: ChatServer, keep_alive: str | float, done_reason: str
) -> None:
    answer = complete(server.url, [], model="tiny", options=Options(keep_alive=keep_alive))
    assert (answer.finish_reason, answer.done_reason, answer.text) == ("load", done_reason, "")
    assert answer.usage == Usage(None, None)
    assert server.seen[-1]["keep_alive"] == keep_alive


def test_an_answer_that_the_server_cut_off_is_cut_off(server: ChatServer) -> None:
    server.answers["stuck"] = [said("no no no no")]
    assert complete(server.url, ASK, model="stuck").finish_reason == "length"
    with Client(server.url) as client, OllamaBackend(client).stream(ASK, model="stuck") as answer:
        assert next(answer) == TextDelta("no no no no")
        with pytest.raises(errors.StreamIncompleteError):
            next(answer)
        assert answer.completion is None


def test_the_ids_of_calls_are_the_servers_or_made_of_their_place(server: ChatServer) -> None:
    assert complete(server.url, ASK, model="renderer").tool_calls == (
        ToolCall("call_x7k2m9qa", "weather", ROME),
    )
    first = complete(server.url, ASK, model="template")
    assert first.tool_calls == (
        ToolCall("call_0", "weather", ROME),
        ToolCall("call_1", "clock", {}),
    )
    assert [call.id for call in complete(server.url, ASK, model="scattered").tool_calls] == [
        "call_0",
        "call_1",
    ]
    results = tuple(ToolResult(call.id, "fine") for call in first.tool_calls)
    messages = [*ASK, first.message, Message("tool", tool_results=results)]
    assert [call.id for call in complete(server.url, messages, model="template").tool_calls] == [
        "call_2",
        "call_3",
    ]


def test_messages_are_sent_as_the_server_takes_them(server: ChatServer, tmp_path: Path) -> None:
    picture = tmp_path / "sky.png"
    picture.write_bytes(b"\x89PNG\x00")
    calls = (ToolCall("call_0", "weather", ROME), ToolCall("call_1", "clock", {}))
    results = (
        ToolResult("call_0", "sunny"),
        ToolResult("call_1", "noon", "clock"),
        ToolResult("lost", "?"),
    )
    complete(
        server.url,
        [
            Message("system", "Be short."),
            Message("user", "Here?", images=(picture, b"\xff\xd8")),
            Message("assistant", thinking="Hm.", tool_calls=calls),
            Message("tool", tool_results=results),
        ],
        model="tiny",
    )
    assert server.seen[-1] == server.seen[-2]
    assert server.seen[-1] == {
        "model": "tiny",
        "stream": False,
        "messages": [
            {"role": "system", "content": "Be short."},
            {"role": "user", "content": "Here?", "images": ["iVBORwA=", "/9g="]},
            {
                "role": "assistant",
                "content": "",
                "thinking": "Hm.",
                "tool_calls": [
                    {
                        "id": "call_0",
                        "function": {"index": 0, "name": "weather", "arguments": ROME},
                    },
                    {"id": "call_1", "function": {"index": 1, "name": "clock", "arguments": {}}},
                ],
            },
            {"role": "tool", "content": "sunny", "tool_call_id": "call_0", "tool_name": "weather"},
            {"role": "tool", "content": "noon", "tool_call_id": "call_1", "tool_name": "clock"},
            {"role": "tool", "content": "?", "tool_call_id": "lost"},
        ],
    }


def test_options_have_the_servers_names(server: ChatServer) -> None:
    schema = {"type": "object", "properties": {}}
    options = Options(
        temperature=0,
        top_p=0.5,
        top_k=3,
        seed=7,
        stop=("\n",),
        max_tokens=20,
        context_length=512,
        keep_alive="5m",
        think="low",
        format=schema,
        extra={"min_p": 0.25, "seed": 1},
    )
    complete(server.url, ASK, model="tiny", options=options)
    body = server.seen[-1]
    assert body["options"] == {
        "min_p": 0.25,
        "seed": 7,
        "temperature": 0,
        "top_p": 0.5,
        "top_k": 3,
        "stop": ["\n"],
        "num_predict": 20,
        "num_ctx": 512,
    }
    assert (body["keep_alive"], body["think"], body["format"]) == ("5m", "low", schema)
    complete(server.url, ASK, model="tiny", options=Options(format="json", think=False))
    assert (server.seen[-1]["format"], server.seen[-1]["think"]) == ("json", False)
    assert "options" not in server.seen[-1]


def test_tools_come_from_functions_or_schemas(server: ChatServer) -> None:
    def clock() -> str:
        """Tell the time."""
        return "noon"

    schema = {"type": "object", "properties": {"place": {"type": "string"}}, "required": ["place"]}
    complete(
        server.url,
        ASK,
        model="tiny",
        tools=[ToolSpec.of(clock), ToolSpec("weather", parameters=schema)],
    )
    first, second = server.seen[-1]["tools"]
    empty = {"type": "object", "properties": {}}
    assert first["function"] == {
        "name": "clock",
        "description": "Tell the time.",
        "parameters": empty,
    }
    assert second == {"type": "function", "function": {"name": "weather", "parameters": schema}}


def test_calls_are_run_and_answered_in_one_message() -> None:
    def clock(zone: str = "UTC") -> str:
        return f"noon {zone}"

    async def weather(place: str) -> str:
        return f"sunny {place}"

    calls = (ToolCall("call_0", "clock", {"zone": "CET"}), ToolCall("call_1", "weather", ROME))
    first = ToolResult("call_0", "noon CET", "clock")
    unknown = ToolResult("call_1", "error: there is no tool 'weather'; there are: clock", "weather")
    assert run_tools(calls, [clock]) == Message("tool", tool_results=(first, unknown))
    message = asyncio.run(run_tools_async(calls, [clock, weather]))
    assert message.tool_results == (first, ToolResult("call_1", "sunny Rome", "weather"))
    with pytest.raises(UnknownToolError):
        run_tools(calls, [clock], strict=True)


def test_tokens_are_counted_by_the_server_where_it_can(server: ChatServer) -> None:
    options = Options(temperature=0.5, max_tokens=100, context_length=64, format="json")
    assert count(server.url, ASK, model="tiny", options=options) == TokenCount(
        26, is_estimate=False
    )
    body = server.seen[-1]
    assert body["options"] == {"temperature": 0.5, "num_ctx": 64, "num_predict": 1}
    assert (body["truncate"], body["stream"]) == (False, False)
    assert "format" not in body


@pytest.mark.parametrize(("model", "ask"), [("tiny", False), ("uncounted", True), ("full", True)])
def test_tokens_are_estimated_where_the_server_does_not_say(
    server: ChatServer, model: str, ask: bool
) -> None:
    assert count(server.url, ASK, model=model, ask=ask) == TokenCount(10, is_estimate=True)
    assert len(server.seen) == (2 if ask else 0)


def test_an_estimate_sees_all_there_is(server: ChatServer) -> None:
    call = ToolCall("call_0", "clock", {"at": "é"})
    messages = [
        Message("user", "Hi", images=(b"\xff",)),
        Message("assistant", thinking="Hm", tool_calls=(call,)),
        Message("tool", tool_results=(ToolResult("call_0", "noon"),)),
    ]
    tools = [ToolSpec("clock", "Tell.")]
    sizes = [
        2,
        2 + 5 + len(json.dumps({"at": "e"})) + 1,
        4,
        10 + len(json.dumps(tools[0].parameters)),
    ]
    assert (
        count(server.url, messages, model="tiny", tools=tools, ask=False).value
        == -(-sum(sizes) // 4) + 12 + 576
    )
    assert count(server.url, [], model="tiny") == TokenCount(0, is_estimate=True)


def test_other_refusals_of_a_count_are_raised(server: ChatServer) -> None:
    with pytest.raises(errors.NotFoundError):
        count(server.url, ASK, model="missing")


def test_a_picture_that_is_missing_is_told_before_anything_is_sent(server: ChatServer) -> None:
    with pytest.raises(images.ImageError, match="no-such-sky"):
        complete(server.url, [Message("user", images=("no-such-sky.png",))], model="tiny")
    assert server.seen == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"role": "tool", "content": "noon"},
        {"role": "tool", "content": "noon", "tool_results": (ToolResult("call_0", "noon"),)},
        {"role": "user", "tool_results": (ToolResult("call_0", "noon"),)},
        {"role": "user", "tool_calls": (ToolCall("call_0", "clock", {}),)},
        {"role": "system", "thinking": "Hm"},
    ],
)
def test_what_does_not_go_with_a_role_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"role tool|assistant"):
        Message(**wrong)


def test_the_server_and_its_models_are_described(server: ChatServer) -> None:
    with Client(server.url) as client:
        backend: Backend = OllamaBackend(client)
        assert isinstance(backend, Backend)
        info, health = backend.info(), backend.health()
        tiny, old = backend.capabilities("tiny"), backend.capabilities("old")

    async def ask() -> tuple[Any, ...]:
        async with AsyncClient(server.url) as client:
            backend: AsyncBackend = AsyncOllamaBackend(client)
            assert isinstance(backend, AsyncBackend)
            found = [await backend.capabilities("tiny"), await backend.capabilities("old")]
            return (await backend.info(), await backend.health(), *found)

    assert asyncio.run(ask()) == (info, health, tiny, old)
    assert (info.name, info.version, info.url) == ("ollama", "0.32.15", server.url)
    assert health == Health(ok=True)
    assert tiny == Capabilities(names=frozenset({"completion", "tools"}), context_length=8192)
    assert (tiny.completion, tiny.tools, tiny.vision, tiny.thinking, tiny.embedding) == (
        True,
        True,
    ) + (False,) * 3
    assert (old.tools, old.context_length) == (None, None)


def test_a_server_that_is_not_there_has_no_health() -> None:
    async def ask() -> Health:
        async with AsyncClient("http://127.0.0.1:9/api") as client:
            return await AsyncOllamaBackend(client).health()

    with Client("http://127.0.0.1:9/api") as client:
        health = OllamaBackend(client).health()
    assert not health
    assert health.reason
    assert asyncio.run(ask()) == health
