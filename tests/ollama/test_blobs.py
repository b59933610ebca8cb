"""Files of models: known by their digest, sent once, streamed from disk; and vectors of texts."""

from __future__ import annotations

import asyncio
import hashlib
import os
import pickle
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from fake_models import ModelHandler, model_server
from fake_server import Handler
from ollama_native import AsyncClient, Client, blobs, embeddings, errors
from ollama_native.progress import Progress, ProgressError

Run = Callable[..., Any]
SIZE = 3 * 1024 * 1024 + 17


@pytest.fixture
def url() -> Iterator[str]:
    with model_server() as address:
        yield f"{address}/api"


@pytest.fixture(params=["sync", "async"])
def run(request: pytest.FixtureRequest, url: str) -> Run:
    """Calls a function of a module, or its asynchronous twin, with a client of its own."""

    def sync(module: Any, name: str, *given: object, **named: object) -> object:
        with Client(url) as client:
            return getattr(module, name)(client, *given, **named)

    async def twin(module: Any, name: str, *given: object, **named: object) -> object:
        async with AsyncClient(url) as client:
            return await getattr(module, f"{name}_async")(client, *given, **named)

    return (
        sync
        if request.param == "sync"
        else lambda *given, **named: asyncio.run(twin(*given, **named))
    )


@pytest.fixture
def weights(tmp_path: Path) -> Path:
    path = tmp_path / "weights.gguf"
    path.write_bytes(os.urandom(SIZE))
    return path


def sha256(path: Path) -> str:
    return "sha256:" + hashlib.sha256(path.read_bytes()).hexdigest()


def asked() -> list[tuple[str, str]]:
    return [(call["method"], call["path"].rpartition("/")[2][:10]) for call in Handler.seen]


def test_a_digest_is_taken_in_pieces(weights: Path) -> None:
    steps: list[Progress] = []
    assert blobs.digest_of(weights, on_progress=steps.append) == sha256(weights)
    assert len(steps) == 4
    assert steps[-1].fraction == 1.0
    assert asyncio.run(blobs.digest_of_async(str(weights))) == sha256(weights)
    empty = weights.with_name("empty")
    empty.touch()
    assert blobs.digest_of(empty) == sha256(empty)


def test_a_file_is_sent_from_disk_and_only_once(run: Run, weights: Path) -> None:
    steps: list[Progress] = []
    blob = run(blobs, "upload", weights, on_progress=steps.append)
    assert blob == blobs.Blob(path=weights, digest=sha256(weights), size=SIZE, sent=True)
    assert ModelHandler.blobs == {blob.digest: weights.read_bytes()}
    sent = Handler.seen[-1]["body"]["headers"]
    assert int(sent["Content-Length"]) == SIZE
    assert "Transfer-Encoding" not in sent
    assert [step.status for step in steps] == ["hashing weights.gguf"] * 4 + [
        "uploading weights.gguf"
    ] * 4
    assert [step.completed for step in steps[4:]] == [1048576, 2097152, 3145728, SIZE]
    assert steps[-1].overall == 1.0

    Handler.seen.clear()
    steps.clear()
    again = run(blobs, "upload", str(weights), digest=blob.digest, on_progress=steps.append)
    assert not again.sent
    assert asked() == [("HEAD", blob.digest[:10])]
    assert [(step.status, step.fraction) for step in steps] == [
        ("already there: weights.gguf", 1.0)
    ]


def test_what_broke_off_goes_on_with_the_files_that_are_missing(run: Run, weights: Path) -> None:
    other = weights.with_name("other.bin")
    other.write_bytes(b"other")
    run(blobs, "upload", weights)
    Handler.seen.clear()
    sent = run(blobs, "upload_files", weights.parent)
    assert {name: blob.sent for name, blob in sent.items()} == {
        "other.bin": True,
        "weights.gguf": False,
    }
    assert [method for method, _ in asked()] == ["HEAD", "POST", "HEAD"]


def test_a_wrong_digest_is_told(run: Run, weights: Path) -> None:
    digest = "sha256:" + "0" * 64
    with pytest.raises(
        blobs.DigestMismatchError, match=f"weights.gguf does not have the digest {digest}"
    ) as caught:
        run(blobs, "upload", weights, digest=digest)
    assert isinstance(caught.value.__cause__, errors.BadRequestError)
    assert (caught.value.path, caught.value.digest) == (weights, digest)
    copy = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - our own bytes
    assert str(copy) == str(caught.value)
    assert not ModelHandler.blobs
    for wrong in ("sha256:12", "0" * 64, digest.upper()):
        with pytest.raises(ValueError, match="is not a digest"):
            run(blobs, "upload", weights, digest=wrong)


def test_a_file_that_shrinks_while_it_is_sent_is_told(run: Run, weights: Path) -> None:
    def shrink(step: Progress) -> None:
        if step.status.startswith("uploading"):
            os.truncate(weights, 10)

    with pytest.raises(blobs.DigestMismatchError, match="shorter"):
        run(blobs, "upload", weights, on_progress=shrink)
    assert not ModelHandler.blobs


def test_a_model_is_made_of_files(run: Run, weights: Path) -> None:
    steps: list[Progress] = []
    run(
        blobs,
        "create_from_files",
        "mine",
        weights,
        on_progress=steps.append,
        system="Be brief.",
        quantize="q4_K_M",
    )
    assert Handler.seen[-1]["body"] == {
        "model": "mine",
        "files": {"weights.gguf": sha256(weights)},
        "system": "Be brief.",
        "quantize": "q4_K_M",
        "stream": True,
    }
    assert {step.status.split()[0] for step in steps} == {
        "hashing",
        "uploading",
        "parsing",
        "creating",
        "success",
    }
    assert steps[-1].done
    assert "mine:latest" in ModelHandler.models


def test_an_adapter_goes_with_a_model_that_is_there(run: Run, weights: Path) -> None:
    run(blobs, "create_from_files", "mine", adapters=[weights], from_="tiny")
    body = Handler.seen[-1]["body"]
    assert (body["from"], body["adapters"]) == ("tiny", {"weights.gguf": sha256(weights)})
    assert "files" not in body


def test_a_model_that_cannot_be_made_is_told(run: Run, weights: Path) -> None:
    with pytest.raises(ProgressError, match="full: no space left on device"):
        run(blobs, "create_from_files", "full", {"model.gguf": weights})


def test_names_of_files_are_relative_and_differ(run: Run, tmp_path: Path) -> None:
    for name in ("a/model.bin", "b/model.bin", ".hidden/x", "a/.secret"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(name.encode())
    assert list(run(blobs, "upload_files", tmp_path)) == ["a/model.bin", "b/model.bin"]
    with pytest.raises(ValueError, match="same name"):
        run(blobs, "upload_files", [tmp_path / "a/model.bin", tmp_path / "b/model.bin"])
    for name in ("/etc/passwd", "../x", "a/../../x", "", "a\\b"):
        with pytest.raises(ValueError, match="relative name"):
            run(blobs, "upload_files", {name: tmp_path / "a/model.bin"})
    with pytest.raises(FileNotFoundError):
        run(blobs, "upload_files", tmp_path / "missing")


def test_texts_become_vectors(run: Run) -> None:
    assert run(embeddings, "embed", "tiny", "four") == [[4.0, 0.5]]
    assert run(embeddings, "embed", "tiny", ["a", "bcd"], dimensions=2) == [[1.0, 0.5], [3.0, 0.5]]
    assert Handler.seen[-1]["body"] == {"model": "tiny", "input": ["a", "bcd"], "dimensions": 2}
    assert run(embeddings, "embed", "tiny", []) == []
