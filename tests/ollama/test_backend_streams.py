"""Streams of the backend that are left, closed or canceled let go of their connection."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest
from chat_server import ChatServer, chatting, last, said
from ollama_native import AsyncClient, Client, errors
from ollama_native.backend import AsyncOllamaBackend, End, Message, OllamaBackend, TextDelta

ASK = [Message("user", "More?")]


@pytest.fixture
def server() -> Iterator[ChatServer]:
    with chatting({"tiny": [said("The sky"), last(" is blue.")]}) as chat_server:
        yield chat_server


def test_leaving_the_loop_releases_the_connection(server: ChatServer) -> None:
    with Client(server.url) as client:
        stream = OllamaBackend(client).stream(ASK, model="endless")
        for event in stream:
            assert event == TextDelta("more ")
            break
        assert server.left.wait(5)
        with pytest.raises(errors.StreamClosedError):
            next(stream)
        with pytest.raises(errors.StreamClosedError):
            iter(stream)


def test_close_releases_the_connection(server: ChatServer) -> None:
    with Client(server.url) as client:
        stream = OllamaBackend(client).stream(ASK, model="endless")
        assert next(stream) == TextDelta("more ")
        stream.close()
        assert server.left.wait(5)
        with pytest.raises(errors.StreamClosedError):
            next(stream)


def test_the_end_of_a_block_releases_the_connection(server: ChatServer) -> None:
    with Client(server.url) as client:
        with (
            pytest.raises(ZeroDivisionError),
            OllamaBackend(client).stream(ASK, model="endless") as stream,
        ):
            for _ in stream:
                raise ZeroDivisionError
        assert server.left.wait(5)


def test_a_stream_that_came_to_its_end_stays_there(server: ChatServer) -> None:
    with Client(server.url) as client:
        stream = OllamaBackend(client).stream(ASK, model="tiny")
        assert stream.completion is None
        *_, end = stream
        assert isinstance(end, End)
        assert stream.completion == end.completion
        assert list(stream) == []
        with pytest.raises(StopIteration):
            next(stream)
        with pytest.raises(errors.NotFoundError):
            OllamaBackend(client).stream(ASK, model="missing")


def test_leaving_the_loop_releases_the_connection_asynchronously(server: ChatServer) -> None:
    async def leave() -> None:
        async with AsyncClient(server.url) as client:
            stream = await AsyncOllamaBackend(client).stream(ASK, model="endless")
            async for event in stream:
                assert event == TextDelta("more ")
                break
            assert await asyncio.to_thread(server.left.wait, 5)
            with pytest.raises(errors.StreamClosedError):
                await anext(stream)

    asyncio.run(leave())


def test_close_releases_the_connection_asynchronously(server: ChatServer) -> None:
    async def leave() -> None:
        async with AsyncClient(server.url) as client:
            async with await AsyncOllamaBackend(client).stream(ASK, model="endless") as stream:
                assert await anext(stream) == TextDelta("more ")
            assert await asyncio.to_thread(server.left.wait, 5)
            whole = await AsyncOllamaBackend(client).stream(ASK, model="tiny")
            *_, end = [event async for event in whole]
            assert isinstance(end, End)
            assert end.completion == whole.completion
            assert [event async for event in whole] == []

    asyncio.run(leave())


def test_canceling_releases_the_connection(server: ChatServer) -> None:
    begun = asyncio.Event()

    async def read(client: AsyncClient) -> None:
        async for _ in await AsyncOllamaBackend(client).stream(ASK, model="endless"):
            begun.set()

    async def cancel() -> None:
        async with AsyncClient(server.url) as client:
            task = asyncio.create_task(read(client))
            await asyncio.wait_for(begun.wait(), 5)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert await asyncio.to_thread(server.left.wait, 5)

    asyncio.run(cancel())
