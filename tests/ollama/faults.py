"""Calls both clients in both ways, methods found by their request, and tells what came of it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any

ASK: list[Any] = [{"role": "user", "content": "What color is the sky?"}]


@dataclass(frozen=True, kw_only=True)
class Side:
    """One of the two packages: its name, its API's prefix, and the requests that the tests make."""

    package: str
    prefix: str
    chat: str
    list: str

    @property
    def module(self) -> Any:
        return import_module(self.package)

    def word(self, chunk: Any) -> str:
        data = chunk.model_dump()
        message = data["message"] if "message" in data else data["choices"][0]["delta"]
        return str(message["content"])


NATIVE = Side(package="ollama_native", prefix="/api", chat="POST /chat", list="GET /tags")
OPENAI = Side(
    package="ollama_openai", prefix="/v1", chat="POST /chat/completions", list="GET /models"
)
SIDES = (NATIVE, OPENAI)


@dataclass(kw_only=True)
class Outcome:
    """The records' words, the error, whether the stream was completed, and what the pool holds."""

    words: list[str]
    error: Any
    completed: bool
    busy: int


def method_of(client: Any, request: str) -> Callable[..., Any]:
    """The method of a client for a request such as `POST /chat`, in whichever group it is."""
    for owner in (client, *_groups(client)):
        for name in dir(type(owner)):
            if f"`{request}`" in (getattr(type(owner), name).__doc__ or ""):
                method: Callable[..., Any] = getattr(owner, name)
                return method
    raise LookupError(request)


def _groups(client: Any) -> Iterator[Any]:
    for name in dir(type(client)):
        if (
            not name.startswith("_")
            and type(getattr(type(client), name)).__name__ == "cached_property"
        ):
            yield getattr(client, name)


def busy(client: Any) -> int:
    """How many connections of the pool are in use, or waited for."""
    # The pool is what these tests are about.
    pool = client._transport.http._transport._pool  # noqa: SLF001
    waiting = len(pool._requests)  # noqa: SLF001
    return waiting + sum(not (one.is_idle() or one.is_closed()) for one in pool.connections)


def run_stream(side: Side, url: str, **settings: Any) -> Outcome:
    """Read a chat to its end with the synchronous client."""
    with side.module.Client(url, **settings) as client:
        found = Outcome(words=[], error=None, completed=False, busy=0)
        try:
            stream = method_of(client, side.chat)(model="tiny", messages=ASK, stream=True)
            for chunk in stream:
                found.words.append(side.word(chunk))
            found.completed = stream.completed
        except side.module.errors.APIError as error:
            found.error = error
        found.busy = busy(client)
    return found


def run_stream_async(side: Side, url: str, **settings: Any) -> Outcome:
    """Read a chat to its end with the asynchronous client."""

    async def read() -> Outcome:
        async with side.module.AsyncClient(url, **settings) as client:
            found = Outcome(words=[], error=None, completed=False, busy=0)
            try:
                stream = await method_of(client, side.chat)(model="tiny", messages=ASK, stream=True)
                async for chunk in stream:
                    found.words.append(side.word(chunk))
                found.completed = stream.completed
            except side.module.errors.APIError as error:
                found.error = error
            found.busy = busy(client)
        return found

    return asyncio.run(read())


def run_call(side: Side, url: str, request: str, arguments: dict[str, Any], **settings: Any) -> Any:
    """The result or the error of one call with the synchronous client."""
    with side.module.Client(url, **settings) as client:
        try:
            return method_of(client, request)(**arguments)
        except side.module.errors.APIError as error:
            return error
        finally:
            assert busy(client) == 0


def run_call_async(
    side: Side, url: str, request: str, arguments: dict[str, Any], **settings: Any
) -> Any:
    """The result or the error of one call with the asynchronous client."""

    async def call() -> Any:
        async with side.module.AsyncClient(url, **settings) as client:
            try:
                return await method_of(client, request)(**arguments)
            except side.module.errors.APIError as error:
                return error
            finally:
                assert busy(client) == 0

    return asyncio.run(call())
