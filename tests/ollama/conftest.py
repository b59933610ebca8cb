"""The clients under test, of generated/ or installed in the environment, and a server for them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))
if os.environ.get("SPECMEND_CLIENTS") != "installed":
    for api in ("ollama-native", "ollama-openai"):
        sys.path.insert(0, str(HERE.parent.parent / "generated" / api))

from bad_server import BadServer, misbehaving  # noqa: E402 - the folder is on the path only now
from fake_server import Handler, running  # noqa: E402 - the folder is on the path only now


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    with running() as address:
        yield address


@pytest.fixture
def native_url(server: str) -> str:
    Handler.seen.clear()
    return f"{server}/api"


@pytest.fixture
def openai_url(server: str) -> str:
    Handler.seen.clear()
    return f"{server}/v1"


@pytest.fixture(scope="session")
def bad() -> Iterator[BadServer]:
    with misbehaving() as server:
        yield server
