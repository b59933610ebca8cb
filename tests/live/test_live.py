"""The clients against a real server, on the smallest model that it has."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from ollama_native import AsyncClient, Client, blobs, errors, models
from ollama_native.progress import NotInRegistryError, ProgressError, follow
from ollama_native.server import AsyncServer, ModelNotFoundError, Server
from ollama_openai import Client as OpenAIClient
from ollama_openai import errors as openai_errors

COPY = "specmend-live-test:latest"
ASK: list[Any] = [{"role": "user", "content": "Say yes."}]
SHORT = models.ModelOptions(num_predict=8, seed=1, temperature=0)


def test_the_server_says_what_it_is(server: Server) -> None:
    assert server.health()
    assert server.wait_until_ready(timeout=10) == server.version()
    assert server.client.get_greeting() == "Ollama is running"
    server.client.ping_server()
    server.client.check_models()
    server.client.check_version()


def test_every_model_is_shown(server: Server) -> None:
    for listed in server.list_models():
        assert server.has(listed.name)
        assert server.has(listed.name.upper())
        assert server.show(listed.name).modified_at.tzinfo is not None


def test_a_model_that_is_missing(server: Server) -> None:
    with pytest.raises(ModelNotFoundError, match="specmend-no-such-model"):
        server.show("specmend-no-such-model")
    with pytest.raises(errors.NotFoundError, match="specmend-no-such-model"):
        server.client.chat(model="specmend-no-such-model", messages=ASK)


def test_a_pull_of_what_no_registry_has(server: Server) -> None:
    with pytest.raises(ProgressError) as caught:
        server.pull("specmend-no-such/model").wait()
    if not isinstance(caught.value, NotInRegistryError):
        pytest.skip(f"the server does not reach its registry: {caught.value}")


def test_a_chat_at_once_and_in_pieces(server: Server, model: str) -> None:
    whole = server.client.chat(model=model, messages=ASK, options=SHORT)
    assert whole.done
    with server.client.chat(model=model, messages=ASK, options=SHORT, stream=True) as stream:
        pieces = list(stream)
    assert stream.completed
    assert pieces[-1].done
    assert pieces[-1].eval_count
    assert any(running.name == model for running in server.running_models())


def test_leaving_a_stream_early(server: Server, model: str) -> None:
    for _ in server.client.chat(model=model, messages=ASK, stream=True):
        break
    assert server.version()


def test_the_asynchronous_client(server: Server, model: str) -> None:
    async def ask() -> None:
        async with AsyncClient(timeout=300) as client:
            assert await AsyncServer(client).has(model)
            async with await client.generate(
                model=model, prompt="Say yes.", options=SHORT, stream=True
            ) as stream:
                assert [piece.done async for piece in stream][-1]

    assert server.health()
    asyncio.run(ask())


def test_a_model_is_copied_made_anew_and_deleted(server: Server, model: str) -> None:
    server.client.copy_model(source=model, destination=COPY)
    assert server.has(COPY)
    server.delete(COPY)
    assert not server.has(COPY)
    steps = list(
        follow(server.client.create_model(model=COPY, from_=model, system="Be brief.", stream=True))
    )
    assert steps[-1].done
    assert server.show(COPY).system == "Be brief."
    server.delete(COPY)


def test_a_file_that_is_no_model(server: Server, tmp_path: Path) -> None:
    path = tmp_path / "specmend.txt"
    path.write_text("not a model\n")
    with pytest.raises(blobs.DigestMismatchError):
        blobs.upload(server.client, path, digest="sha256:" + "0" * 64)
    with pytest.raises(errors.NotFoundError):
        server.client.check_blob("sha256:" + "0" * 64)


def test_the_other_api(server: Server, model: str) -> None:
    with OpenAIClient(timeout=300) as client:
        answer = client.chat.create_chat_completion(model=model, messages=ASK, max_tokens=8)
        assert answer.choices
        with client.chat.create_chat_completion(
            model=model, messages=ASK, max_tokens=8, stream=True
        ) as stream:
            assert list(stream)
        assert stream.completed
        with pytest.raises(openai_errors.NotFoundError):
            client.chat.create_chat_completion(model="specmend-no-such-model", messages=ASK)
    with Client(server.url.replace("/api", "/v1")) as wrong, pytest.raises(errors.BaseURLError):
        wrong.list_models()
