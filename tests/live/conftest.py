"""The real server of `make test-live`: what it has before is what it has after."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "generated" / "ollama-native"))
sys.path.insert(0, str(Path(__file__).parents[2] / "generated" / "ollama-openai"))

from ollama_native import Client
from ollama_native.server import Server, ServerNotRunningError

COPY = "specmend-live-test:latest"


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """The server that OLLAMA_HOST names; what the tests leave there under their name is removed."""
    if os.environ.get("SPECMEND_LIVE") != "1":
        pytest.skip("only `make test-live` talks to a real server")
    with Client(timeout=300) as client:
        live = Server(client)
        try:
            live.version()
        except ServerNotRunningError as error:
            pytest.skip(f"no server to test with: {error}")
        before = {model.name: model.digest for model in live.list_models()}
        assert COPY not in before, f"{COPY} is there already: delete it first"
        yield live
        if live.has(COPY):
            live.delete(COPY)
        assert {model.name: model.digest for model in live.list_models()} == before


@pytest.fixture(scope="session")
def model(server: Server) -> str:
    """The smallest model of the server that can write."""
    writers = [
        m
        for m in server.list_models()
        if "completion" in (server.capabilities(m.name) or {"completion"})
    ]
    local = [m for m in writers if not m.remote_host]
    if not local:
        pytest.skip("the server has no model that can write; pull one first")
    return min(local, key=lambda m: m.size).name
