"""The examples of the pages run as they stand, in the order in which they are read."""

from __future__ import annotations

import asyncio
import importlib
import inspect
import os
import re
from collections.abc import Iterator
from importlib.metadata import metadata
from pathlib import Path
from typing import Any

import pytest
from fake_models import ModelHandler, model_server

# Not from tests.repository: these tests also run where only the clients are installed.
ROOT = Path(__file__).resolve().parents[2]
# Examples that need a server that says something else: test_client_examples.py runs them.
ELSEWHERE = ("Answers in a shape", "Pictures")
APIS = {"ollama-native": "ollama_native", "ollama-openai": "ollama_openai"}


def page(api: str) -> str:
    """The README of a package, or that of the repository where there is one."""
    if os.environ.get("SPECMEND_CLIENTS") == "installed":
        return str(metadata(api).get_payload())  # type: ignore[attr-defined,unused-ignore]
    return (ROOT / "generated" / api / "README.md").read_text("utf-8")


def examples(text: str) -> list[str]:
    text = re.sub(
        rf"^## (?:{'|'.join(ELSEWHERE)})\n.*?(?=^## )", "", text, flags=re.MULTILINE | re.DOTALL
    )
    return re.findall(r"^```python\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with a model file, and a server that has the models of the examples."""
    with model_server() as address:
        ModelHandler.models += ["llama3.2:latest", "all-minilm:latest", "...:latest"]
        (tmp_path / "weights.gguf").write_bytes(b"GGUF")
        monkeypatch.setenv("OLLAMA_HOST", address)
        monkeypatch.chdir(tmp_path)
        yield tmp_path


@pytest.mark.parametrize("api", APIS)
@pytest.mark.usefixtures("place")
def test_each_example_runs(api: str) -> None:
    package: Any = importlib.import_module(APIS[api])
    blocks = examples(page(api))
    assert len(blocks) >= 5
    known: dict[str, Any] = {}
    for block in blocks:
        with package.Client() as client:
            known |= {"client": client}
            before = set(known)
            # The examples are ours.
            exec(compile(block, f"{api}/README.md", "exec"), known)  # noqa: S102
            for name in set(known) - before:
                if inspect.iscoroutinefunction(known[name]):
                    asyncio.run(called(package, known[name]))


async def called(package: Any, function: Any) -> None:
    """A coroutine function of an example, with a client if it takes one."""
    async with package.AsyncClient() as client:
        await (function(client) if inspect.signature(function).parameters else function())


@pytest.mark.usefixtures("place")
def test_the_first_chat_is_four_lines(capsys: pytest.CaptureFixture[str]) -> None:
    first = examples(page("ollama-native"))[0]
    assert len([line for line in first.splitlines() if line.strip()]) == 4
    exec(compile(first, "README.md", "exec"), {})  # noqa: S102 - as above
    assert capsys.readouterr().out == "Because of the air.\n"


@pytest.mark.skipif(
    not (ROOT / "generated").is_dir(), reason="the clients are installed, without the repository"
)
@pytest.mark.usefixtures("place")
def test_the_example_of_the_repository_runs(capsys: pytest.CaptureFixture[str]) -> None:
    (block,) = examples((ROOT / "README.md").read_text("utf-8"))
    exec(compile(block, "README.md", "exec"), {})  # noqa: S102 - as above
    assert "404 Not Found: model 'no-such-model' not found" in capsys.readouterr().out
