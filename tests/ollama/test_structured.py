"""Answers in the shape of a type, from a loopback server, sync and async."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from chat_server import ChatServer, chatting, last, said
from ollama_native import AsyncClient, Client, errors, structured
from pydantic import BaseModel, TypeAdapter, ValidationError

ASK: list[Any] = [{"role": "user", "content": "Which color is the sky?"}]


class Color(BaseModel):
    name: str
    light: float = 0.5


@dataclass
class Point:
    x: int
    y: int


@pytest.fixture
def chat_server() -> Iterator[ChatServer]:
    answers = {
        "tiny": [said('{"name": '), last('"blue"}')],
        "thinker": [said(thinking="Blue."), last('{"name": "blue", "light": 1}')],
        "dreamer": [last(thinking="What is a color?")],
        "silent": [last()],
        "cut": [last('{"name": "bl', reason="length")],
        "chatty": [last("It is blue.")],
        "wrong": [last('{"name": "blue", "light": "much"}')],
        "point": [last('{"x": 1, "y": 2}')],
        "numbers": [last("[1, 2]")],
    }
    with chatting(answers) as server:
        yield server


def test_a_model_as_format_and_its_value_back(chat_server: ChatServer) -> None:
    with Client(chat_server.url) as client:
        parsed = structured.chat(
            client, Color, model="tiny", messages=ASK, options={"temperature": 0}, keep_alive="5m"
        )
    assert parsed.value == Color(name="blue")
    assert parsed.answer.eval_count == 12
    body = chat_server.seen[-1]
    assert body["format"] == Color.model_json_schema()
    assert (body["options"], body["keep_alive"], body["stream"]) == (
        {"temperature": 0.0},
        "5m",
        False,
    )
    assert "think" not in body


def test_a_thinking_model_keeps_its_thoughts_beside_the_value(chat_server: ChatServer) -> None:
    with Client(chat_server.url) as client:
        parsed = structured.chat(client, Color, model="thinker", messages=ASK, think=True)
    assert (parsed.value.light, parsed.answer.message.thinking) == (1, "Blue.")


def test_other_types_work_as_well(chat_server: ChatServer) -> None:
    with Client(chat_server.url) as client:
        assert structured.chat(client, Point, model="point", messages=ASK).value == Point(1, 2)
        assert structured.chat(client, list[int], model="numbers", messages=ASK).value == [1, 2]
        union: TypeAdapter[Color | list[int]] = TypeAdapter(Color | list[int])
        assert structured.chat(client, union, model="numbers", messages=ASK).value == [1, 2]
    assert "anyOf" in chat_server.seen[-1]["format"]


@pytest.mark.parametrize(
    ("model", "words", "text"),
    [
        ("dreamer", "the model only thought, and wrote nothing", ""),
        ("silent", "it is empty", ""),
        ("cut", "cut off; raise num_predict", '{"name": "bl'),
        ("chatty", "Invalid JSON", "It is blue."),
        ("wrong", "light: Input should be a valid number", '{"name": "blue", "light": "much"}'),
    ],
)
def test_an_answer_of_another_shape_raises_with_its_text(
    chat_server: ChatServer, model: str, words: str, text: str
) -> None:
    with (
        Client(chat_server.url) as client,
        pytest.raises(structured.StructuredOutputError, match=words) as caught,
    ):
        structured.chat(client, Color, model=model, messages=ASK)
    assert isinstance(caught.value, errors.APIError)
    assert isinstance(caught.value.__cause__, ValidationError)
    assert (caught.value.text, caught.value.answer.message.content) == (text, text)
    assert caught.value.thinking == ("What is a color?" if model == "dreamer" else "")
    assert text in str(caught.value)


def test_it_works_the_same_asynchronously(chat_server: ChatServer) -> None:
    async def talk() -> Color:
        async with AsyncClient(chat_server.url) as client:
            with pytest.raises(structured.StructuredOutputError, match="Invalid JSON"):
                await structured.chat_async(client, Color, model="chatty", messages=ASK)
            with pytest.raises(errors.NotFoundError):
                await structured.chat_async(client, Color, model="missing", messages=ASK)
            return (await structured.chat_async(client, Color, model="tiny", messages=ASK)).value

    assert asyncio.run(talk()) == Color(name="blue")
