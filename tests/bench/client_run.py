"""One measurement of one client in its own process: `client_run.py CONTENDER MEASURE [ADDRESS]`."""

from __future__ import annotations

import asyncio
import gc
import importlib
import json
import resource
import sys
import time
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

CHUNKS = 100_000
CALLS = 3_000
STREAMS = 1000
MESSAGES: list[Any] = [{"role": "user", "content": "Why is the sky blue?"}]


def records(contender: str, count: int) -> list[bytes]:
    """The records of a chat as a server sends them, framed, one for each piece of the transfer."""
    if "openai" in contender:
        choice = {
            "index": 0,
            "delta": {"role": "assistant", "content": " word"},
            "finish_reason": None,
        }
        common = {
            "id": "chatcmpl-1",
            "object": "chat.completion.chunk",
            "created": 1,
            "model": "llama3.2",
        }
        chunk = common | {"system_fingerprint": "fp_ollama", "choices": [choice]}
        last = chunk | {"choices": [choice | {"delta": {}, "finish_reason": "stop"}]}
        framed = [b"data: " + encode(one) + b"\n\n" for one in (chunk, last)]
        return [*[framed[0]] * (count - 1), framed[1], b"data: [DONE]\n\n"]
    word = {"role": "assistant", "content": " word"}
    chunk = {
        "model": "llama3.2",
        "created_at": "2025-03-01T10:00:00.123456789Z",
        "message": word,
        "done": False,
    }
    last = chunk | {
        "done": True,
        "done_reason": "stop",
        "total_duration": 5_000_000_000,
        "eval_count": count,
    }
    return [*[encode(chunk) + b"\n"] * (count - 1), encode(last) + b"\n"]


def encode(value: Any) -> bytes:
    """JSON as Go writes it, without spaces."""
    return json.dumps(value, separators=(",", ":")).encode()


def method_of(client: Any, request: str) -> Callable[..., Any]:
    """The method of a generated client for a request such as `POST /chat`, in any group."""
    groups = [
        name
        for name in dir(type(client))
        if type(getattr(type(client), name)).__name__ == "cached_property"
    ]
    for owner in (client, *(getattr(client, name) for name in groups)):
        for name in dir(type(owner)):
            if f"`{request}`" in (getattr(type(owner), name).__doc__ or ""):
                method: Callable[..., Any] = getattr(owner, name)
                return method
    raise LookupError(request)


def opener(
    contender: str, address: str, transport: Any, *, aio: bool, stream: bool = True
) -> Callable[[], Any]:
    """A function that asks for one chat; `transport` None means sockets."""
    ask = {"model": "llama3.2", "messages": MESSAGES, "stream": stream}
    kind = "AsyncClient" if aio else "Client"
    if contender in ("ollama_native", "ollama_openai"):
        native = contender == "ollama_native"
        package: Any = importlib.import_module(contender)
        client = getattr(package, kind)(
            address + ("/api" if native else "/v1"), transport=transport
        )
        method = method_of(client, "POST /chat" if native else "POST /chat/completions")
        return lambda: method(**ask)
    if contender == "ollama":
        more = {"transport": transport, "limits": library(contender).Limits(max_connections=None)}
        chat = getattr(importlib.import_module("ollama"), kind)(address, **more).chat
        return lambda: chat(**ask)
    openai: Any = importlib.import_module("openai")
    http = None if transport is None else getattr(library(contender), kind)(transport=transport)
    api = (openai.AsyncOpenAI if aio else openai.OpenAI)(
        base_url=f"{address}/v1", api_key="x", http_client=http
    )
    return lambda: api.chat.completions.create(**ask)


def library(contender: str) -> Any:
    """The HTTP library that a client is built on."""
    return importlib.import_module("httpx" if contender == "ollama" else "httpx2")


def in_memory(contender: str, count: int) -> Any:
    """A transport that answers every request with the same stream."""
    http = library(contender)
    content = records(contender, count)
    media = "text/event-stream" if "openai" in contender else "application/x-ndjson"

    class Pieces(http.SyncByteStream, http.AsyncByteStream):  # type: ignore[misc,name-defined]
        def __iter__(self) -> Iterator[bytes]:
            return iter(content)

        async def __aiter__(self) -> AsyncIterator[bytes]:
            for piece in content:
                yield piece

    return http.MockTransport(
        lambda _: http.Response(200, headers={"content-type": media}, stream=Pieces())
    )


def per_chunk(contender: str, address: str, *, aio: bool) -> float:
    """CPU microseconds for each chunk, least of three streams; without an address, in memory."""
    transport = None if address else in_memory(contender, CHUNKS)
    url = f"{address}/many" if address else "http://localhost"
    best = float("inf")
    for _ in range(3):
        open_stream = opener(contender, url, transport, aio=aio)
        start = time.process_time()
        received = asyncio.run(drain(open_stream)) if aio else sum(1 for _ in open_stream())
        best = min(best, time.process_time() - start)
        if received != CHUNKS:
            sys.exit(f"{contender}: {received} chunks of {CHUNKS}")
    return best / CHUNKS * 1e6


def per_call(contender: str, *, aio: bool) -> float:
    """CPU microseconds for each call with a whole answer, least of three rounds, in memory."""
    call = caller(contender, aio=aio)
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        if aio:
            asyncio.run(repeated(call))
        else:
            for _ in range(CALLS):
                call()
        best = min(best, time.process_time() - start)
    return best / CALLS * 1e6


async def repeated(call: Callable[[], Any]) -> None:
    """The calls of an asynchronous client, one after the other."""
    for _ in range(CALLS):
        await call()


def caller(contender: str, *, aio: bool) -> Callable[[], Any]:
    """A function that asks for one whole chat answer, which is in memory."""
    http = library(contender)
    content = whole_answer(contender)
    headers = {"content-type": "application/json"}
    transport = http.MockTransport(lambda _: http.Response(200, headers=headers, content=content))
    return opener(contender, "http://localhost", transport, aio=aio, stream=False)


def whole_answer(contender: str) -> bytes:
    """The answer of a chat that does not stream."""
    message = {"role": "assistant", "content": "Because of Rayleigh scattering. " * 8}
    if "openai" in contender:
        choice = {"index": 0, "message": message, "finish_reason": "stop"}
        usage = {"prompt_tokens": 9, "completion_tokens": 40, "total_tokens": 49}
        common = {"id": "chatcmpl-1", "created": 1, "model": "llama3.2", "usage": usage}
        kind = {"object": "chat.completion", "system_fingerprint": "fp_ollama"}
        return encode(common | kind | {"choices": [choice]})
    common = {"model": "llama3.2", "created_at": "2025-03-01T10:00:00.123456789Z"}
    return encode(common | {"message": message, "done": True, "done_reason": "stop"})


async def drain(open_stream: Callable[[], Any]) -> int:
    """The number of chunks of an asynchronous stream."""
    count = 0
    async for _ in await open_stream():
        count += 1
    return count


def open_streams(contender: str, address: str) -> float:
    """Kilobytes of resident memory for each of a thousand open streams."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(
        resource.RLIMIT_NOFILE, (min(hard, 4096) if hard > 0 else max(soft, 4096), hard)
    )
    open_stream = opener(contender, f"{address}/hold", None, aio=False)
    held = [iter(open_stream())]
    next(held[0])
    gc.collect()
    before = resident()
    for _ in range(STREAMS - 1):
        held.append(iter(open_stream()))
        next(held[-1])
    return (resident() - before) / STREAMS


def resident() -> float:
    """Kilobytes of memory that the process has now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1024


def import_time(contender: str) -> float:
    """Milliseconds of CPU to import the package."""
    start = time.process_time()
    importlib.import_module(contender)
    return (time.process_time() - start) * 1000


def first_call(contender: str) -> float:
    """Milliseconds of CPU to import the package, make a client and get one whole answer."""
    start = time.process_time()
    caller(contender, aio=False)()
    return (time.process_time() - start) * 1000


def main() -> None:
    """Measure what the command line asks for."""
    contender, measure, address = (*sys.argv[1:], "")[:3]
    measures: dict[str, Callable[[], float]] = {
        "import": lambda: import_time(contender),
        "first call": lambda: first_call(contender),
        "sync": lambda: per_chunk(contender, address, aio=False),
        "async": lambda: per_chunk(contender, address, aio=True),
        "call": lambda: per_call(contender, aio=False),
        "call async": lambda: per_call(contender, aio=True),
        "streams": lambda: open_streams(contender, address),
    }
    print(measures[measure]())


if __name__ == "__main__":
    main()
