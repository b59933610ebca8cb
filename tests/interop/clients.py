"""Runs our clients and the official ones against one loopback server, and compares the answers.

Without an argument, installs all four, pinned, into a throw-away environment, and runs there.
"""

from __future__ import annotations

import asyncio
import importlib
import inspect
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
for folder in ("bench", "ollama"):
    sys.path.insert(0, str(HERE.parent / folder))

ASK: list[Any] = [{"role": "user", "content": "What color is the sky?"}]
TALK: dict[str, Any] = {"model": "tiny", "messages": ASK}


# One event loop for all calls: the connections of an asynchronous client belong to a loop.
RUNNER = asyncio.Runner()


def main() -> int:
    """Install and run, or compare; the exit status is 0 when all answers are the same."""
    if sys.argv[1:] == ["compare"]:
        return compare_all()
    from clients import installed

    with tempfile.TemporaryDirectory() as name:
        python = installed(Path(name))
        if python is None:
            return 2
        return subprocess.run([str(python), __file__, "compare"], check=False).returncode


def compare_all() -> int:
    """Ask the same with both clients of each pair, in both ways, and print what differs."""
    import fake_server

    # The package `ollama` cuts records at U+0085 too, and fails: only what all four can read.
    fake_server.WORDS[:] = ["The ", "sky is ", "blue. "]
    differences = 0
    with fake_server.running() as address:
        for aio in (False, True):
            for pair, cases in (
                ("native", native_cases(address, aio=aio)),
                ("openai", openai_cases(address, aio=aio)),
            ):
                for name, ours, theirs in cases:
                    peer = settled(theirs)
                    found = list(different(peer, settled(ours), name))
                    differences += len(found)
                    verdict = "; ".join(found) or f"the same: {shown(peer)}"
                    print(f"{'async' if aio else 'sync':<7}{pair:<8}{name:<32}{verdict}")
    return 1 if differences else 0


Case = tuple[str, Callable[[], Any], Callable[[], Any]]


def native_cases(address: str, *, aio: bool) -> Iterator[Case]:
    """Our native client beside the package `ollama`."""
    from client_run import method_of

    kind = "AsyncClient" if aio else "Client"
    ours = getattr(importlib.import_module("ollama_native"), kind)(f"{address}/api")
    theirs = getattr(importlib.import_module("ollama"), kind)(address)
    chat = method_of(ours, "POST /chat")
    yield "list", method_of(ours, "GET /tags"), theirs.list
    yield "running", method_of(ours, "GET /ps"), theirs.ps
    yield "chat", lambda: chat(**TALK), lambda: theirs.chat(**TALK)
    yield (
        "chat, a model that is missing",
        lambda: chat(**TALK | {"model": "missing"}),
        lambda: theirs.chat(**TALK | {"model": "missing"}),
    )
    stream: dict[str, Any] = {**TALK, "stream": True}
    yield "chat, streamed", lambda: chat(**stream), lambda: theirs.chat(**stream)
    broken = {**stream, "model": "breaks"}
    yield "chat, an error in the stream", lambda: chat(**broken), lambda: theirs.chat(**broken)
    pull = method_of(ours, "POST /pull")
    yield (
        "pull, streamed",
        lambda: pull(model="tiny", stream=True),
        lambda: theirs.pull("tiny", stream=True),
    )


def openai_cases(address: str, *, aio: bool) -> Iterator[Case]:
    """Our client of /v1 beside the package `openai`."""
    from client_run import method_of

    ours = getattr(importlib.import_module("ollama_openai"), "AsyncClient" if aio else "Client")(
        f"{address}/v1"
    )
    peer = getattr(importlib.import_module("openai"), "AsyncOpenAI" if aio else "OpenAI")
    theirs = peer(base_url=f"{address}/v1", api_key="none", max_retries=0).chat.completions.create
    embed = peer(base_url=f"{address}/v1", api_key="none").embeddings.create
    chat, vectors = method_of(ours, "POST /chat/completions"), method_of(ours, "POST /embeddings")
    for name, more in (
        ("chat", {}),
        ("chat, streamed", {"stream": True}),
        ("chat, a model that is missing", {"model": "missing"}),
        ("chat, an error in the stream", {"stream": True, "model": "breaks"}),
    ):
        ask: dict[str, Any] = {**TALK, **more}
        yield name, lambda ask=ask: chat(**ask), lambda ask=ask: theirs(**ask)  # type: ignore[misc]
    yield (
        "embeddings",
        lambda: vectors(model="tiny", input="x"),
        lambda: embed(model="tiny", input="x"),
    )


def settled(ask: Callable[[], Any]) -> Any:
    """What a call gives: an answer, a stream's records, or an error's status and words."""
    try:
        answer = ask()
        if inspect.iscoroutine(answer):
            return RUNNER.run(finished(answer))
        return (
            plain(answer) if hasattr(answer, "model_dump") else [plain(record) for record in answer]
        )
    except Exception as error:  # noqa: BLE001 - whatever a client raises is what we compare
        status = getattr(error, "status_code", -1)
        in_stream = type(error).__name__ in ("StreamReportedError", "ResponseError", "APIError")
        return {"error": status if status > 0 else "in the stream" if in_stream else repr(error)}


def shown(value: Any) -> str:
    """An answer in a few words."""
    if isinstance(value, list):
        return f"{len(value)} records"
    return f"error {value['error']}" if set(value) == {"error"} else f"{len(value)} fields"


async def finished(answer: Any) -> Any:
    """The same for a call of an asynchronous client."""
    value = await answer
    return (
        plain(value) if hasattr(value, "model_dump") else [plain(record) async for record in value]
    )


def plain(model: Any) -> Any:
    """A model as JSON has it."""
    return model.model_dump(mode="json", by_alias=True, exclude_unset=True, exclude_none=True)


def different(theirs: Any, ours: Any, place: str) -> Iterator[str]:
    """Where our answer lacks, or has otherwise, something that the official client read."""
    if isinstance(theirs, dict) and isinstance(ours, dict):
        for key, value in theirs.items():
            yield from different(value, ours.get(key), f"{place}.{key}")
    elif isinstance(theirs, list) and isinstance(ours, list) and len(theirs) == len(ours):
        for number, (one, other) in enumerate(zip(theirs, ours, strict=True)):
            yield from different(one, other, f"{place}[{number}]")
    elif theirs != ours and moment(theirs) != moment(ours):
        yield f"{place}: {theirs!r} is {ours!r} with ours"


def moment(value: Any) -> Any:
    """A time as a time, since clients write it differently."""
    try:
        return datetime.fromisoformat(value)
    except (TypeError, ValueError):
        return value


if __name__ == "__main__":
    sys.exit(main())
