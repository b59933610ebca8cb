"""What every method takes beside its arguments, in a package, sync and async."""

from __future__ import annotations

import asyncio
import importlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, get_type_hints
from uuid import UUID

import httpx2 as httpx
import pytest
from tests.generate.conftest import shared_package, write_parcel

from specmend.generate.pipeline import generate
from specmend.generate.plan import ClientPackage, PackagePlan

STRING: dict[str, Any] = {"type": "string"}
NONE: dict[str, Any] = {"204": {"description": "done"}}
JSON = "application/json"
NAMED = {"type": "object", "required": ["name"], "properties": {"name": STRING}}
LINES = {"schema": NAMED, "x-stream": {"framing": "ndjson", "toggle": "stream"}}


def header(name: str, *, required: bool = False) -> dict[str, Any]:
    return {"name": name, "in": "header", "required": required, "schema": STRING}


def query(name: str) -> dict[str, Any]:
    return {"name": name, "in": "query", "schema": STRING}


def sent_as(media_type: str, schema: Any = NAMED, *, required: bool = True) -> dict[str, Any]:
    return {"required": required, "content": {media_type: {"schema": schema}}}


def post(name: str, **more: Any) -> dict[str, Any]:
    return {"post": {"operationId": name, "responses": NONE, **more}}


STREAMED = {
    "type": "object",
    "properties": {"name": STRING, "stream": {"type": "boolean"}},
}
DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Calls", "version": "1"},
    "servers": [{"url": "http://calls.test/v1"}],
    "paths": {
        "/ping": {"get": {"operationId": "ping", "responses": NONE}},
        "/find/{id}": {
            "parameters": [{"name": "id", "in": "path", "required": True, "schema": STRING}],
            "get": {
                "operationId": "find",
                "parameters": [
                    query("extra_timeout"),
                    query("extra"),
                    query("q"),
                    header("X-Trace"),
                ],
                "responses": NONE,
            },
        },
        "/json": post("sendJson", requestBody=sent_as(JSON)),
        "/maybe": post("maybe", requestBody=sent_as(JSON, STREAMED, required=False)),
        "/list": post("sendList", requestBody=sent_as(JSON, {"type": "array", "items": STRING})),
        "/form": post("sendForm", requestBody=sent_as("application/x-www-form-urlencoded")),
        "/parts": post("sendParts", requestBody=sent_as("multipart/form-data")),
        "/octets": post("sendOctets", requestBody=sent_as("image/png", {})),
        "/pay": post("pay", parameters=[header("Idempotency-Key", required=True)]),
        "/order": post("order", **{"x-idempotency": "X-Request-Id"}),
        "/talk": {
            "post": {
                "operationId": "talk",
                "requestBody": sent_as(JSON, STREAMED),
                "responses": {
                    "200": {
                        "description": "fine",
                        "content": {JSON: {"schema": NAMED}, "application/x-ndjson": LINES},
                    }
                },
            }
        },
    },
}


def calls_package(factory: pytest.TempPathFactory) -> ClientPackage:
    plan = PackagePlan(
        api="calls",
        package="calls_client",
        version="1.0.0",
        description="Calls",
        license="MIT",
        header="",
    )
    return shared_package(factory, "calls", lambda: generate(DOCUMENT, plan))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = calls_package(tmp_path_factory)
    assert made.warnings == ()
    return write_parcel(made, tmp_path_factory.mktemp("calls"))


@pytest.fixture(scope="module")
def package(folder: Path) -> Iterator[Any]:
    sys.path.insert(0, str(folder))
    yield importlib.import_module("calls_client")
    sys.path.remove(str(folder))


class Server:
    """Notes what arrives; answers with statuses one after the other, and then with 204."""

    def __init__(self, *statuses: int) -> None:
        self.statuses = list(statuses)
        self.seen: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        request.read()
        self.seen.append(request)
        if self.statuses:
            return httpx.Response(self.statuses.pop(0), headers={"Retry-After": "0"})
        if request.url.path == "/v1/talk":
            return httpx.Response(200, json={"name": "n"})
        return httpx.Response(204)

    async def answer(self, request: httpx.Request) -> httpx.Response:
        await request.aread()
        return self(request)


def requests(
    package: Any, way: str, call: Callable[[Any], Any], *statuses: int, **options: Any
) -> list[httpx.Request]:
    """What arrives at the server by a call of the client of either kind."""
    server = Server(*statuses)
    if way == "sync":
        transport = httpx.MockTransport(server)
        call(package.Client(transport=transport, **options))
        return server.seen

    async def run() -> None:
        transport = httpx.MockTransport(server.answer)
        await call(package.AsyncClient(transport=transport, **options))

    asyncio.run(run())
    return server.seen


ways = pytest.mark.parametrize("way", ["sync", "async"])


@ways
@pytest.mark.parametrize(
    ("call", "expected"),
    [
        (lambda c: c.ping(), "GET /v1/ping"),
        (lambda c: c.ping(extra_query={"a": [1, 2]}), "GET /v1/ping?a=1&a=2"),
        (lambda c: c.find("i", q="x", extra_query={"q": "y"}), "GET /v1/find/i?q=y"),
        (
            lambda c: c.find("i", extra_timeout_query="x", extra="e", extra_timeout=1),
            "GET /v1/find/i?extra_timeout=x&extra=e",
        ),
        (
            lambda c: c.send_json(name="n", extra_body={"more": 1}),
            'POST /v1/json {"name":"n","more":1}',
        ),
        (lambda c: c.send_json(name="n", extra_body={"name": 1}), 'POST /v1/json {"name":1}'),
        (lambda c: c.maybe(extra_body={"name": 1}), 'POST /v1/maybe {"name":1}'),
        (
            lambda c: c.send_form(name="n", extra_body={"more": [1, 2]}),
            "POST /v1/form name=n&more=1&more=2",
        ),
        (
            lambda c: c.talk(name="n", extra_body={"more": 1}),
            'POST /v1/talk {"name":"n","stream":false,"more":1}',
        ),
    ],
)
def test_what_is_extra_joins_the_request(
    package: Any, way: str, call: Callable[[Any], Any], expected: str
) -> None:
    (sent,) = requests(package, way, call)
    found = f"{sent.method} {sent.url.raw_path.decode()} {sent.content.decode()}".strip()
    assert found == expected


@ways
def test_extra_goes_before_argument_and_argument_before_client(package: Any, way: str) -> None:
    def trace(call: Callable[[Any], Any]) -> str | None:
        (sent,) = requests(package, way, call, headers={"X-Trace": "client"}, timeout=7)
        seen.append(sent.extensions["timeout"]["read"])
        return sent.headers.get("x-trace")

    seen: list[Any] = []
    assert trace(lambda c: c.find("i")) == "client"
    assert trace(lambda c: c.find("i", x_trace="argument")) == "argument"
    assert trace(lambda c: c.find("i", x_trace="a", extra_headers={"X-TRACE": "e"})) == "e"
    assert trace(lambda c: c.find("i", x_trace="a", extra_headers={"X-Trace": None})) is None
    assert trace(lambda c: c.find("i", extra_timeout=None)) == "client"
    assert seen == [7, 7, 7, 7, None]


@ways
def test_a_part_of_a_multipart_form_is_added(package: Any, way: str) -> None:
    (sent,) = requests(
        package, way, lambda c: c.send_parts(name="n", extra_body={"file": b"octets"})
    )
    assert b'name="name"\r\n\r\nn\r\n' in sent.content
    assert b'name="file"; filename="file"' in sent.content


@ways
@pytest.mark.parametrize(
    ("call", "words"),
    [
        (
            lambda c: c.ping(extra_body={"a": 1}),
            "extra_body needs a body with fields; GET /ping has no body",
        ),
        (
            lambda c: c.send_list(body=["a"], extra_body={"a": 1}),
            "extra_body needs a body that is an object",
        ),
        (lambda c: c.send_octets(body=b"x", extra_body={"a": 1}), "POST /octets sends image/png"),
    ],
)
def test_a_body_without_fields_takes_no_extra_ones(
    package: Any, way: str, call: Callable[[Any], Any], words: str
) -> None:
    with pytest.raises(ValueError, match=words):
        requests(package, way, call)


@ways
def test_an_unknown_argument_is_named_with_those_that_there_are(package: Any, way: str) -> None:
    own = "id, extra_timeout_query, extra, q, x_trace"
    words = rf"find\(\) has no argument qq; it has {own}, extra_body, "
    with pytest.raises(TypeError, match=words):
        requests(package, way, lambda c: c.find("i", qq="x"))


@ways
@pytest.mark.parametrize(
    ("call", "name"),
    [
        (lambda c: c.pay(), "Idempotency-Key"),
        (lambda c: c.order(), "X-Request-Id"),
    ],
)
def test_a_declared_key_is_made_and_stays_over_retries(
    package: Any, way: str, call: Callable[[Any], Any], name: str
) -> None:
    first, again = requests(package, way, call, 503)
    assert UUID(first.headers[name]).version == 4
    assert again.headers[name] == first.headers[name]
    (other,) = requests(package, way, call)
    assert other.headers[name] != first.headers[name]


@ways
@pytest.mark.parametrize(
    ("call", "name"),
    [
        (lambda c: c.pay(idempotency_key="k"), "Idempotency-Key"),
        (lambda c: c.pay(extra_headers={"idempotency-key": "k"}), "Idempotency-Key"),
        (lambda c: c.order(idempotency_key="k"), "X-Request-Id"),
        (lambda c: c.send_json(name="n", idempotency_key="k"), "Idempotency-Key"),
    ],
)
def test_a_given_key_is_sent_and_lets_a_post_be_retried(
    package: Any, way: str, call: Callable[[Any], Any], name: str
) -> None:
    assert [one.headers[name] for one in requests(package, way, call, 502, 503)] == ["k"] * 3


@ways
def test_a_post_without_a_key_is_not_retried(package: Any, way: str) -> None:
    with pytest.raises(package.errors.ServiceUnavailableError):
        requests(package, way, lambda c: c.send_json(name="n"), 503)


def test_every_method_says_what_it_takes(package: Any) -> None:
    for client in (package.Client, package.AsyncClient):
        for name in ("ping", "find", "talk", "pay"):
            method = getattr(client, name)
            kind = "CallExtra" if name == "pay" else "Extra"
            extra = "extra_2" if name == "find" else "extra"
            found = get_type_hints(method, vars(package.client))[extra]
            assert found.__args__[0].__name__ == kind


# What the type checkers are asked about, in test_type_checkers.py.
USE = """
from calls_client import AsyncClient, Client

client = Client()
client.ping(extra_headers={"A": "b", "C": None}, extra_timeout=None)
client.talk(name="n", stream=True, extra_body={"a": 1}, idempotency_key="k").close()
client.pay(idempotency_key="k", extra_timeout=2.5)
client.find("i", extra_timeout_query="x", extra="e", extra_query={"a": [1]})
client.ping(extra_heads={})  # wrong
client.ping(extra_timeout="5")  # wrong


async def main() -> None:
    name: str | None = (await AsyncClient().talk(extra_query={"a": 1})).name
    print(name)
    await AsyncClient().ping(extra_body=1)  # wrong
"""
