"""The client of the native API against a loopback server: answers, streams, faults, sync, async."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from fake_server import WORDS, Handler
from ollama_native import AsyncClient, Client, errors, models

ASK: list[Any] = [{"role": "user", "content": "What color is the sky?"}]


def test_models_are_listed_with_their_types(native_url: str) -> None:
    with Client(native_url) as client:
        listed = client.list_models()
    assert isinstance(listed, models.ListResponse)
    model = listed.models[0]
    assert (model.name, model.size, model.details.families) == ("tiny:latest", 5_000_000_000, None)
    assert model.modified_at.utcoffset() is not None


def test_a_field_that_the_client_does_not_know_is_kept(native_url: str) -> None:
    with Client(native_url) as client:
        assert client.list_models().models[0].model_dump()["capabilities"] == ["completion"]


def test_a_chat_in_one_piece(native_url: str) -> None:
    with Client(native_url) as client:
        answer = client.chat(model="tiny", messages=ASK)
    assert isinstance(answer, models.ChatSingleResponse)
    assert answer.message.content == "".join(WORDS)
    assert Handler.seen[-1]["body"] == {"model": "tiny", "messages": ASK, "stream": False}


def test_a_chat_in_a_stream(native_url: str) -> None:
    with (
        Client(native_url) as client,
        client.chat(model="tiny", messages=ASK, stream=True) as stream,
    ):
        chunks = list(stream)
    assert [chunk.message.content for chunk in chunks] == WORDS
    assert all(isinstance(chunk, models.ChatStreamResponse) for chunk in chunks)
    assert chunks[-1].done_reason == "stop"
    assert stream.completed
    assert Handler.seen[-1]["body"]["stream"] is True


def test_messages_may_be_models_and_carry_tool_calls(native_url: str) -> None:
    call = models.ToolCall.model_validate(
        {"function": {"name": "look", "arguments": {"at": "sky"}}}
    )
    message = models.Message(role="assistant", content="", tool_calls=[call])
    with Client(native_url) as client:
        client.chat(
            model="tiny",
            messages=[message],
            keep_alive="5m",
            options=models.ModelOptions(temperature=0.5),
        )
    body = Handler.seen[-1]["body"]
    assert body["messages"][0]["tool_calls"] == [
        {"function": {"name": "look", "arguments": {"at": "sky"}}}
    ]
    assert (body["keep_alive"], body["options"]) == ("5m", {"temperature": 0.5})


def test_an_empty_list_of_messages_is_sent(native_url: str) -> None:
    with Client(native_url) as client:
        client.chat(model="tiny", messages=[])
    assert Handler.seen[-1]["body"]["messages"] == []


def test_a_model_that_is_missing_raises_a_typed_error(native_url: str) -> None:
    with Client(native_url) as client:
        for stream in (False, True):
            with pytest.raises(errors.NotFoundError, match="model 'missing' not found") as caught:
                client.chat(model="missing", messages=ASK, stream=stream)
            assert caught.value.status_code == 404
            assert isinstance(caught.value.body, models.ErrorResponse)
            assert caught.value.body.error == "model 'missing' not found"


def test_an_answer_that_is_no_json_raises_a_server_error(native_url: str) -> None:
    with Client(native_url) as client, pytest.raises(errors.ServerError) as caught:
        client.chat(model="busy", messages=ASK)
    assert (caught.value.status_code, caught.value.body) == (503, "server busy")


def test_an_error_in_the_middle_raises_after_the_chunks_before_it(native_url: str) -> None:
    got = []
    with (
        Client(native_url) as client,
        client.chat(model="breaks", messages=ASK, stream=True) as stream,
    ):
        with pytest.raises(errors.StreamError, match="the model crashed"):
            for chunk in stream:
                got.append(chunk.message.content)
    assert got == WORDS[:2]
    assert not stream.completed


@pytest.mark.parametrize(
    ("model", "error"),
    [
        ("cut", errors.StreamInterruptedError),
        ("stops", errors.StreamInterruptedError),
        ("garbled", errors.StreamDecodeError),
    ],
)
def test_a_stream_that_does_not_end_well_says_so(
    native_url: str, model: str, error: type[Exception]
) -> None:
    with (
        Client(native_url) as client,
        client.chat(model=model, messages=ASK, stream=True) as stream,
    ):
        assert [next(stream).message.content for _ in range(2)] == WORDS[:2]
        with pytest.raises(error):
            next(stream)


def test_a_stream_can_be_left_early_and_the_client_used_again(native_url: str) -> None:
    with Client(native_url) as client:
        for chunk in client.chat(model="tiny", messages=ASK, stream=True):
            assert chunk.message.content == WORDS[0]
            break
        assert client.get_version().version == "0.5.7"


def test_operations_without_an_answer_send_their_body(native_url: str) -> None:
    with Client(native_url) as client:
        client.delete_model(model="tiny")
        client.copy_model(source="a", destination="b")
    assert [(call["method"], call["path"]) for call in Handler.seen] == [
        ("DELETE", "/api/delete"),
        ("POST", "/api/copy"),
    ]
    assert Handler.seen[0]["body"] == {"model": "tiny"}


def test_a_python_keyword_as_a_property_has_an_underscore(native_url: str) -> None:
    with Client(native_url) as client:
        client.create_model(model="new", from_="tiny")
    assert Handler.seen[-1]["body"] == {"model": "new", "from": "tiny", "stream": False}


def test_progress_streams(native_url: str) -> None:
    with Client(native_url) as client, client.pull_model(model="tiny", stream=True) as stream:
        assert [report.status for report in stream][-1] == "success"


def test_no_server_raises_a_connection_error() -> None:
    with Client("http://127.0.0.1:9/api") as client, pytest.raises(errors.APIConnectionError):
        client.list_models()


def test_everything_works_the_same_asynchronously(native_url: str) -> None:
    async def talk() -> tuple[str, list[str], list[str]]:
        async with AsyncClient(native_url) as client:
            whole = await client.chat(model="tiny", messages=ASK)
            async with await client.chat(model="tiny", messages=ASK, stream=True) as stream:
                words = [chunk.message.content async for chunk in stream]
            before_error = []
            stream = await client.chat(model="breaks", messages=ASK, stream=True)
            with pytest.raises(errors.StreamError, match="the model crashed"):
                async for chunk in stream:
                    before_error.append(chunk.message.content)
            with pytest.raises(errors.NotFoundError):
                await client.show_model(model="missing")
            assert (await client.list_models()).models[0].name == "tiny:latest"
            return whole.message.content, words, before_error

    assert asyncio.run(talk()) == ("".join(WORDS), WORDS, WORDS[:2])
