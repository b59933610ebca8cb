"""Answers that are written to a file: whole or not at all, never in memory as a whole."""

from __future__ import annotations

import asyncio
import gzip
import importlib
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import httpx2 as httpx
import pytest
from tests.generate.conftest import shared_package, write_parcel

from specmend.generate.pipeline import generate
from specmend.generate.plan import ClientPackage, PackagePlan

STRING = {"type": "string"}
OCTETS = {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}
PAGED = {"application/json": {"schema": {"type": "array", "items": STRING}}}
FAILED = {
    "description": "failed",
    "content": {"application/json": {"schema": {"type": "object", "properties": {"why": STRING}}}},
}
DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Files", "version": "1"},
    "servers": [{"url": "http://files.test/v1"}],
    "paths": {
        "/files/{id}": {
            "parameters": [{"name": "id", "in": "path", "required": True, "schema": STRING}],
            "get": {
                "operationId": "getFile",
                "parameters": [{"name": "size", "in": "query", "schema": {"type": "integer"}}],
                "responses": {"200": {"description": "fine", "content": OCTETS}, "404": FAILED},
            },
            "post": {
                "operationId": "makeFile",
                "responses": {"200": {"description": "fine", "content": OCTETS}},
            },
        },
        "/names": {
            "get": {
                "operationId": "names",
                "x-pagination": {"kind": "link"},
                "responses": {"200": {"description": "fine", "content": PAGED}},
            }
        },
    },
}
PIECE = b"0123456789abcdef" * 4096


def files_package(factory: pytest.TempPathFactory) -> ClientPackage:
    plan = PackagePlan(
        api="files",
        package="files_client",
        version="1.0.0",
        description="Files",
        license="MIT",
        header="",
    )
    return shared_package(factory, "files", lambda: generate(DOCUMENT, plan))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = files_package(tmp_path_factory)
    assert made.warnings == ()
    return write_parcel(made, tmp_path_factory.mktemp("files"))


@pytest.fixture(scope="module")
def package(folder: Path) -> Iterator[Any]:
    sys.path.insert(0, str(folder))
    yield importlib.import_module("files_client")
    sys.path.remove(str(folder))


class Pieces(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body in pieces that may break after them; `given` counts those that were read."""

    def __init__(self, *pieces: bytes, error: type[httpx.RequestError] | None = None) -> None:
        self.pieces = pieces
        self.error = error
        self.given = 0

    def __iter__(self) -> Iterator[bytes]:
        for piece in self.pieces:
            self.given += 1
            yield piece
        if self.error:
            raise self.error("broke")

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self:
            yield piece


def answer(*pieces: bytes, status: int = 200, **more: Any) -> httpx.Response:
    headers = {"Content-Type": "application/octet-stream", **more.pop("headers", {})}
    return httpx.Response(status, headers=headers, stream=Pieces(*pieces, **more))


class Server:
    """Gives its answers one after the other."""

    def __init__(self, *answers: httpx.Response) -> None:
        self.answers = list(answers)
        self.seen: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.seen.append(request)
        return self.answers.pop(0)

    async def answer(self, request: httpx.Request) -> httpx.Response:
        return self(request)


def run(package: Any, way: str, server: Server, call: Callable[[Any, Any], Any]) -> Any:
    """Do a download with the client of either kind."""
    retries = package.Retries(times=2, first=0, longest=0)
    if way == "sync":
        transport = httpx.MockTransport(server)
        return call(package.download, package.Client(transport=transport, retries=retries))

    async def start() -> Any:
        transport = httpx.MockTransport(server.answer)
        client = package.AsyncClient(transport=transport, retries=retries)
        return await call(package.download, client)

    return asyncio.run(start())


ways = pytest.mark.parametrize("way", ["sync", "async"])


@ways
def test_an_answer_is_written_piece_by_piece(package: Any, way: str, tmp_path: Path) -> None:
    body = Pieces(*[PIECE] * 40)
    length = {"Content-Length": str(len(PIECE) * 40)}
    server = Server(httpx.Response(200, headers=length, stream=body))
    target = tmp_path / "photo"
    told: list[tuple[int, int | None, int, bool]] = []

    def show(received: int, total: int | None) -> None:
        told.append((received, total, body.given, target.exists()))

    path = run(package, way, server, lambda d, c: d(c.get_file, target, show)("i", size=3))
    assert path == target
    assert target.read_bytes() == PIECE * 40
    assert [one.name for one in tmp_path.iterdir()] == ["photo"]
    assert server.seen[0].url.raw_path == b"/v1/files/i?size=3"
    totals = {total for _, total, _, _ in told}
    assert (told[-1][0], totals) == (len(PIECE) * 40, {len(PIECE) * 40})
    assert told[0][2] < 10, "the first pieces are written before the last ones are read"
    assert not any(is_there for _, _, _, is_there in told)


@ways
def test_the_length_of_a_packed_answer_is_not_known(package: Any, way: str, tmp_path: Path) -> None:
    packed = gzip.compress(PIECE)
    headers = {"Content-Encoding": "gzip", "Content-Length": str(len(packed))}
    told: list[tuple[int, int | None]] = []
    server = Server(answer(packed, headers=headers))

    def show(*numbers: Any) -> None:
        told.append(numbers)

    run(package, way, server, lambda d, c: d(c.get_file, str(tmp_path / "a"), show)("i"))
    assert (tmp_path / "a").read_bytes() == PIECE
    assert told == [(len(PIECE), None)]


@ways
@pytest.mark.parametrize(
    ("media_type", "is_page"),
    [("text/html; charset=utf-8", True), ("application/xhtml+xml", True), ("text/plain", False)],
)
def test_a_web_page_is_no_file(
    package: Any, way: str, tmp_path: Path, media_type: str, *, is_page: bool
) -> None:
    server = Server(answer(b"<html>", headers={"Content-Type": media_type}))

    def call(download: Any, client: Any) -> Any:
        return download(client.get_file, tmp_path / "a")("i")

    if is_page:
        with pytest.raises(package.errors.BaseURLError):
            run(package, way, server, call)
    else:
        run(package, way, server, call)
    assert (tmp_path / "a").exists() is not is_page


@ways
def test_an_empty_answer_is_an_empty_file(package: Any, way: str, tmp_path: Path) -> None:
    run(package, way, Server(answer()), lambda d, c: d(c.get_file, tmp_path / "a")("i"))
    assert (tmp_path / "a").read_bytes() == b""


@ways
@pytest.mark.parametrize("packed", [False, True])
def test_an_answer_that_is_there_as_a_whole(
    package: Any, way: str, tmp_path: Path, *, packed: bool
) -> None:
    headers = {"Content-Encoding": "gzip"} if packed else {}
    body = gzip.compress(PIECE) if packed else PIECE
    server = Server(httpx.Response(200, headers=headers, content=body))
    run(package, way, server, lambda d, c: d(c.get_file, tmp_path / "a")("i"))
    assert (tmp_path / "a").read_bytes() == PIECE


@ways
@pytest.mark.parametrize("error", [httpx.ReadError, httpx.RemoteProtocolError])
def test_a_download_that_breaks_begins_again(
    package: Any, way: str, tmp_path: Path, error: type[httpx.RequestError]
) -> None:
    server = Server(answer(b"old", error=error), answer(status=503), answer(b"new"))
    run(package, way, server, lambda d, c: d(c.get_file, tmp_path / "a")("i"))
    assert (tmp_path / "a").read_bytes() == b"new"
    assert len(server.seen) == 3


FAULTS = [
    ("get_file", [answer(b"x", error=httpx.ReadTimeout)], "APITimeoutError"),
    ("make_file", [answer(b"x", error=httpx.ReadError)], "APIConnectionError"),
    ("make_file", [answer(b"x", headers={"Content-Length": "5"})], "APIConnectionError"),
    ("get_file", [answer(b'{"why": "gone"}', status=404)], "NotFoundError"),
]


@ways
@pytest.mark.parametrize("number", range(len(FAULTS)))
def test_what_does_not_come_whole_leaves_the_old_file(
    package: Any, way: str, tmp_path: Path, number: int
) -> None:
    method, answers, error = FAULTS[number]
    fresh = [
        httpx.Response(
            one.status_code,
            headers=one.headers,
            stream=Pieces(*one.stream.pieces, error=one.stream.error),
        )
        for one in answers
        if isinstance(one.stream, Pieces)
    ]
    (tmp_path / "a").write_bytes(b"before")
    with pytest.raises(getattr(package.errors, error)):
        run(package, way, Server(*fresh), lambda d, c: d(getattr(c, method), tmp_path / "a")("i"))
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("a", b"before")]


@ways
def test_an_error_of_the_caller_ends_the_download(package: Any, way: str, tmp_path: Path) -> None:
    def stop(received: int, total: int | None) -> None:
        raise LookupError(received, total)

    server = Server(answer(b"abc"))
    with pytest.raises(LookupError):
        run(package, way, server, lambda d, c: d(c.get_file, tmp_path / "a", stop)("i"))
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(FileNotFoundError):
        lost = tmp_path / "no" / "a"
        run(package, way, Server(answer(b"abc")), lambda d, c: d(c.get_file, lost)("i"))


def test_what_sends_no_request_of_its_own_is_refused(package: Any, tmp_path: Path) -> None:
    client = package.Client(transport=httpx.MockTransport(Server(answer(b"[]"))))
    with pytest.raises(TypeError, match="download takes a method of a client"):
        package.download(client.names_all, tmp_path / "a")()
    assert client.names() == []


def test_a_call_beside_a_download_is_a_call_like_any_other(package: Any, tmp_path: Path) -> None:
    server = Server(answer(b"one"), answer(b"two"))
    client = package.Client(transport=httpx.MockTransport(server))
    package.download(client.get_file, tmp_path / "a")("i")
    assert client.get_file("i") == b"two"


# What the type checkers are asked about, in test_type_checkers.py.
USE = """
from pathlib import Path

from files_client import AsyncClient, Client, download


def show(received: int, total: int | None) -> None:
    print(received, total)


path: Path = download(Client().get_file, "a", show)("i", size=1, extra_timeout=2)
download(Client().get_file, Path("a"))("i", sise=1)  # wrong
download(Client().get_file, Path("a"))(1)  # wrong


async def main() -> None:
    path: Path = await download(AsyncClient().get_file, "a")("i")
    print(path)
"""
