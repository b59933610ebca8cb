"""The client of the OpenAI-compatible API against a loopback server: events and faults."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from fake_server import WORDS, Handler
from ollama_openai import AsyncClient, Client, errors, models

ASK: list[Any] = [{"role": "user", "content": "What color is the sky?"}]


def test_a_list_of_models_may_be_null(openai_url: str) -> None:
    with Client(openai_url) as client:
        listed = client.models.list_models()
    assert isinstance(listed, models.ModelList)
    assert listed.data is None


def test_a_completion_in_one_piece(openai_url: str) -> None:
    with Client(openai_url) as client:
        answer = client.chat.create_chat_completion(model="tiny", messages=ASK, temperature=0.1)
    assert isinstance(answer, models.ChatCompletion)
    assert answer.choices[0].message.content == "".join(WORDS)
    assert Handler.seen[-1]["body"] == {
        "model": "tiny",
        "messages": ASK,
        "stream": False,
        "temperature": 0.1,
    }


def test_events_end_at_done(openai_url: str) -> None:
    with (
        Client(openai_url) as client,
        client.chat.create_chat_completion(model="tiny", messages=ASK, stream=True) as stream,
    ):
        chunks = list(stream)
    assert all(isinstance(chunk, models.ChatCompletionChunk) for chunk in chunks)
    assert [chunk.choices[0].delta.content for chunk in chunks] == [*WORDS[:2], None]
    assert chunks[-1].choices[0].finish_reason == "stop"
    assert stream.completed


def test_events_that_end_without_done_are_an_error(openai_url: str) -> None:
    with (
        Client(openai_url) as client,
        client.chat.create_chat_completion(model="stops", messages=ASK, stream=True) as stream,
    ):
        assert [next(stream).choices[0].delta.content for _ in range(2)] == WORDS[:2]
        with pytest.raises(errors.StreamInterruptedError):
            next(stream)


def test_an_error_event_raises_after_the_chunks_before_it(openai_url: str) -> None:
    with (
        Client(openai_url) as client,
        client.chat.create_chat_completion(model="breaks", messages=ASK, stream=True) as stream,
    ):
        assert [next(stream).choices[0].delta.content for _ in range(2)] == WORDS[:2]
        with pytest.raises(errors.StreamError, match="the model crashed"):
            next(stream)


def test_a_model_that_is_missing_raises_a_typed_error(openai_url: str) -> None:
    with (
        Client(openai_url) as client,
        pytest.raises(errors.NotFoundError, match="model 'missing' not found") as caught,
    ):
        client.embeddings.create_embedding(model="missing", input="text")
    assert isinstance(caught.value.body, models.ErrorResponse)
    assert caught.value.body.error.type == "not_found_error"


def test_embeddings(openai_url: str) -> None:
    with Client(openai_url) as client:
        answer = client.embeddings.create_embedding(model="tiny", input=["one", "two"])
    assert answer.data is not None
    assert answer.data[0].embedding == [0.5, -0.25]
    assert Handler.seen[-1]["body"]["input"] == ["one", "two"]


def test_everything_works_the_same_asynchronously(openai_url: str) -> None:
    async def talk() -> tuple[Any, list[Any]]:
        async with AsyncClient(openai_url) as client:
            whole = await client.chat.create_chat_completion(model="tiny", messages=ASK)
            async with await client.chat.create_chat_completion(
                model="tiny", messages=ASK, stream=True
            ) as stream:
                pieces = [chunk.choices[0].delta.content async for chunk in stream]
            with pytest.raises(errors.NotFoundError):
                await client.chat.create_chat_completion(model="missing", messages=ASK, stream=True)
            return whole.choices[0].message.content, pieces

    assert asyncio.run(talk()) == ("".join(WORDS), [*WORDS[:2], None])
