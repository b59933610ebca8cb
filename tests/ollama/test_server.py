"""A server and its models: found, waited for, asked and changed, in step and asynchronously."""

from __future__ import annotations

import asyncio
import inspect
import socket
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest
from fake_models import ModelHandler, model_server
from ollama_native import AsyncClient, Client, errors
from ollama_native._host import base_url_of
from ollama_native.server import (
    AsyncServer,
    ModelNotFoundError,
    NotInRegistryError,
    Server,
    ServerNotRunningError,
    full_name,
)


@pytest.fixture
def url() -> Iterator[str]:
    with model_server() as address:
        yield f"{address}/api"


@pytest.fixture(params=["sync", "async"])
def server(request: pytest.FixtureRequest, url: str) -> Iterator[Any]:
    """One of the two servers; `Both` lets a test call either in the same words."""
    with asyncio.Runner() as runner:
        both = Both(url, runner if request.param == "async" else None)
        yield both
        both.close()


class Both:
    """The methods of Server, run to their end by either implementation."""

    def __init__(self, url: str, runner: asyncio.Runner | None) -> None:
        self.runner = runner
        self.server: Any = (
            AsyncServer(AsyncClient(url, retries=0)) if runner else Server(Client(url, retries=0))
        )

    def __getattr__(self, name: str) -> Any:
        def call(*given: object, **named: object) -> Any:
            result = getattr(self.server, name)(*given, **named)
            return (
                self.runner.run(result) if self.runner and inspect.iscoroutine(result) else result
            )

        return call

    def steps(self, model: str) -> list[Any]:
        async def pull() -> list[Any]:
            return [step async for step in await self.server.pull(model)]

        return self.runner.run(pull()) if self.runner else list(self.server.pull(model))

    def close(self) -> None:
        client = self.server.client
        if self.runner:
            self.runner.run(client.aclose())
        else:
            client.close()


def closed_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def test_health_and_version(server: Both) -> None:
    health = server.health()
    assert health
    assert (health.running, health.version, health.reason) == (True, "0.5.7", None)
    assert server.version() == "0.5.7"


def test_the_models_are_listed_shown_and_found(server: Both) -> None:
    assert [model.name for model in server.list_models()] == [
        "tiny:latest",
        "me/other:7b",
        "old:latest",
    ]
    assert [model.context_length for model in server.running_models()] == [4096]
    for name in (
        "tiny",
        "TINY:Latest",
        "library/tiny",
        "registry.ollama.ai/library/tiny:latest",
        "Me/Other:7B",
    ):
        assert server.has(name), name
    for name in ("tiny:7b", "me/tiny", "other:7b", "example.com/library/tiny", "tin"):
        assert not server.has(name), name
    assert server.show("tiny").model_info == {"general.architecture": "llama"}
    assert server.capabilities("tiny") == {"completion", "tools"}
    assert server.capabilities("old") is None


@pytest.mark.parametrize("method", ["show", "capabilities", "delete"])
def test_a_model_that_is_missing_is_named(server: Both, method: str) -> None:
    with pytest.raises(
        ModelNotFoundError, match=r"model 'gone' not found .*`ollama pull gone`"
    ) as caught:
        getattr(server, method)("gone")
    assert isinstance(caught.value, errors.NotFoundError)
    assert (caught.value.model, caught.value.status_code) == ("gone", 404)


def test_models_are_pulled_and_deleted(server: Both) -> None:
    assert server.steps("new")[-1].overall == 1.0
    assert server.has("new")
    server.delete("NEW" if "NEW:latest" in ModelHandler.models else "new")
    assert not server.has("new")
    seen: list[Any] = []
    assert server.ensure("new", seen.append)
    assert seen[-1].done
    assert not server.ensure("new")
    with pytest.raises(NotInRegistryError, match=r"unknown: .*has no such model") as caught:
        server.steps("unknown")
    assert caught.value.model == "unknown"


def test_no_server_says_what_to_do() -> None:
    url = f"http://127.0.0.1:{closed_port()}/api"

    async def ask() -> None:
        async with AsyncClient(url, retries=0) as client:
            assert not await AsyncServer(client).health()
            await AsyncServer(client).list_models()

    with Client(url, retries=0) as client:
        server = Server(client)
        health = server.health()
        assert not health
        assert "no server answered" in str(health.reason)
        for call in (
            server.version,
            server.list_models,
            server.running_models,
            lambda: server.pull("x"),
        ):
            with pytest.raises(
                ServerNotRunningError, match=f"{url}; start the Ollama app or run `ollama serve`"
            ):
                call()
    with pytest.raises(ServerNotRunningError, match="ollama serve"):
        asyncio.run(ask())


def test_a_wrong_suffix_is_not_taken_for_a_missing_model(url: str) -> None:
    with Client(url.replace("/api", "/v1"), retries=0) as client:
        with pytest.raises(errors.BaseURLError):
            Server(client).list_models()
        with pytest.raises(errors.BaseURLError):
            Server(client).wait_until_ready(timeout=30)


def test_a_server_is_found_where_the_environment_says(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def find() -> str:
        async with await AsyncServer.find() as server:
            return server.url

    monkeypatch.setenv("OLLAMA_HOST", url.removesuffix("/api"))
    with Server.find() as server:
        assert (server.url, server.version()) == (url, "0.5.7")
    assert asyncio.run(find()) == url


def test_a_search_without_success_names_every_address(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    port = closed_port()
    with socket.socket() as usual:
        try:
            usual.bind(("127.0.0.1", 11434))  # bound and not listening: nothing answers there
        except OSError:
            pytest.skip("something runs at the usual address")
        monkeypatch.setenv("OLLAMA_HOST", f":{port}")
        with pytest.raises(ServerNotRunningError, match=rf"(?s):{port}.*:11434.*ollama serve"):
            Server.find()
        with pytest.raises(ServerNotRunningError, match=rf"(?s):{port}.*:11434.*ollama serve"):
            asyncio.run(AsyncServer.find())
    assert caplog.text.count(f"no Ollama server at http://127.0.0.1:{port}/api: ") == 2


@pytest.mark.parametrize("asynchronous", [False, True])
def test_a_server_that_starts_late_is_waited_for(asynchronous: bool) -> None:
    port = closed_port()
    over = threading.Event()

    def start() -> None:
        time.sleep(0.3)
        with model_server(port):
            ModelHandler.refusals = 2
            over.wait(20)

    async def wait(url: str) -> str:
        async with AsyncClient(url) as client:
            return await AsyncServer(client).wait_until_ready(20)

    thread = threading.Thread(target=start)
    thread.start()
    try:
        url = base_url_of(f"127.0.0.1:{port}", "/api")
        if asynchronous:
            assert asyncio.run(wait(url)) == "0.5.7"
        else:
            with Client(url) as client:
                assert Server(client).wait_until_ready(20) == "0.5.7"
        assert ModelHandler.refusals == 0
    finally:
        over.set()
        thread.join()


def test_waiting_ends(url: str) -> None:
    ModelHandler.refusals = 1000
    with Client(url) as client, pytest.raises(ServerNotRunningError, match=r"within 0\.2 s: 503"):
        Server(client).wait_until_ready(0.2)


def test_both_servers_have_the_same_methods() -> None:
    def methods(kind: type) -> dict[str, str]:
        known = inspect.getmembers(
            kind, lambda member: inspect.isroutine(member) or isinstance(member, property)
        )
        names = [
            name
            for name, _ in known
            if not name.startswith("_") and name not in {"close", "aclose"}
        ]
        return {name: str(inspect.getdoc(getattr(kind, name))) for name in names}

    assert methods(Server) == methods(AsyncServer)


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("llama3.2", "registry.ollama.ai/library/llama3.2:latest"),
        (" LLAMA3.2:1B ", "registry.ollama.ai/library/llama3.2:1b"),
        ("me/model", "registry.ollama.ai/me/model:latest"),
        ("hf.co/Me/Model-GGUF:Q4_K_M", "hf.co/me/model-gguf:q4_k_m"),
        ("localhost:5000/me/model", "localhost:5000/me/model:latest"),
        ("https://registry.ollama.ai/library/a:b", "registry.ollama.ai/library/a:b"),
        ("gpt-oss:20b-cloud", "registry.ollama.ai/library/gpt-oss:20b-cloud"),
    ],
)
def test_names_are_made_full(name: str, full: str) -> None:
    assert full_name(name) == full
