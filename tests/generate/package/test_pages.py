"""Lists that come in pages: all items, all pages, and servers that never end."""

from __future__ import annotations

import asyncio
import importlib
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx2 as httpx
import pytest
from tests.generate.conftest import shared_package, write_parcel

from specmend.generate.pipeline import generate
from specmend.generate.plan import ClientPackage, PackagePlan

STRING: dict[str, Any] = {"type": "string"}
INTEGER: dict[str, Any] = {"type": "integer"}
PETS = {"type": "array", "items": {"$ref": "#/components/schemas/Pet"}}


def query(name: str, schema: Any = STRING) -> dict[str, Any]:
    return {"name": name, "in": "query", "schema": schema}


def listed(name: str, mark: Any, *parameters: Any, answer: Any = None, **more: Any) -> Any:
    properties = {"data": PETS, "next": STRING, "more": {"type": "boolean"}, "total": INTEGER}
    schema = answer or {"type": "object", "properties": properties}
    content = {"application/json": {"schema": schema}}
    return {
        "operationId": name,
        "parameters": [*parameters],
        "x-pagination": mark,
        "responses": {"200": {"description": "fine", "content": content}},
        **more,
    }


CURSOR = {"kind": "cursor", "argument": "after", "next": "next", "items": "data"}
BODY = {"type": "object", "properties": {"after": STRING, "name": STRING}}
DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Pages", "version": "1"},
    "servers": [{"url": "http://pages.test/v1"}],
    "components": {
        "schemas": {"Pet": {"type": "object", "required": ["id"], "properties": {"id": STRING}}}
    },
    "paths": {
        "/cursor": {"get": listed("byCursor", CURSOR, query("after"), query("size", INTEGER))},
        "/search": {
            "post": listed(
                "search",
                {**CURSOR, "more": "more"},
                requestBody={"content": {"application/json": {"schema": BODY}}},
            )
        },
        "/last": {
            "get": listed(
                "byLast", {**CURSOR, "next": "data[-1].id", "more": "more"}, query("after")
            )
        },
        "/page": {
            "get": listed(
                "byPage",
                {"kind": "page", "argument": "page", "items": "data"},
                query("page", INTEGER),
            )
        },
        "/total": {
            "get": listed(
                "byTotal",
                {"kind": "page", "argument": "page", "items": "data", "total": "total", "first": 0},
                query("page", INTEGER),
            )
        },
        "/offset": {
            "get": listed(
                "byOffset",
                {"kind": "offset", "argument": "skip"},
                query("skip", INTEGER),
                answer=PETS,
            )
        },
        "/link": {
            "get": listed("byLink", {"kind": "link"}, query("q"), answer=PETS, tags=["linked"])
        },
        "/url": {"get": listed("byUrl", {"kind": "link", "next": "next", "items": "data"})},
    },
}


def pages_package(factory: pytest.TempPathFactory) -> ClientPackage:
    plan = PackagePlan(
        api="pages",
        package="pages_client",
        version="1.0.0",
        description="Pages",
        license="MIT",
        header="",
    )
    return shared_package(factory, "pages", lambda: generate(DOCUMENT, plan))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = pages_package(tmp_path_factory)
    assert made.warnings == ()
    return write_parcel(made, tmp_path_factory.mktemp("pages"))


@pytest.fixture(scope="module")
def package(folder: Path) -> Iterator[Any]:
    sys.path.insert(0, str(folder))
    yield importlib.import_module("pages_client")
    sys.path.remove(str(folder))


ALL = [str(number) for number in range(5)]


def cut(start: int) -> list[dict[str, str]]:
    return [{"id": name} for name in ALL[start : start + 2]]


def paged(request: httpx.Request) -> httpx.Response:
    """A server with five pets, two on a page."""
    asked = {**request.url.params, **json.loads(request.content or b"{}")}
    way = request.url.path.rpartition("/")[2]
    headers = {}
    start = {
        "page": (int(asked.get("page") or 1) - 1) * 2,
        "total": int(asked.get("page") or 0) * 2,
        "offset": int(asked.get("skip") or 0),
        "last": int(asked["after"]) + 1 if way == "last" and "after" in asked else 0,
    }.get(way, int(asked.get("after") or 0))
    answer: Any = {"data": cut(start), "total": 3}
    if start + 2 < len(ALL):
        answer["next"] = str(start + 2) if way != "url" else f"url?after={start + 2}"
        headers["Link"] = (
            f'</v1/link?after={start + 2}&q=a%20b>; rel="next last", </v1>; rel="first"'
        )
    answer["more"] = start + 2 < len(ALL)
    if way in ("offset", "link"):
        answer = answer["data"]
    return httpx.Response(200, headers=headers, json=answer)


def walked(
    package: Any,
    way: str,
    start: Callable[[Any], Any],
    server: Callable[[httpx.Request], httpx.Response] = paged,
    *,
    pages: bool = False,
) -> tuple[list[Any], list[str]]:
    """What a walk over the items or pages gives, and the requests that it makes."""
    seen: list[str] = []
    found: list[Any] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request.url.raw_path.decode() + request.content.decode())
        return server(request)

    if way == "sync":
        pager = start(package.Client(transport=httpx.MockTransport(answer)))
        found.extend(pager.pages() if pages else pager)
        return found, seen

    async def answer_async(request: httpx.Request) -> httpx.Response:
        await request.aread()
        return answer(request)

    async def walk() -> None:
        pager = start(package.AsyncClient(transport=httpx.MockTransport(answer_async)))
        async for one in pager.pages() if pages else pager:
            found.append(one)

    asyncio.run(walk())
    return found, seen


ways = pytest.mark.parametrize("way", ["sync", "async"])


@ways
@pytest.mark.parametrize(
    ("start", "expected"),
    [
        (
            lambda c: c.by_cursor_all(size=2),
            ["/v1/cursor?size=2", "/v1/cursor?after=2&size=2", "/v1/cursor?after=4&size=2"],
        ),
        (
            lambda c: c.search_all(name="n"),
            [
                '/v1/search{"name":"n"}',
                '/v1/search{"after":"2","name":"n"}',
                '/v1/search{"after":"4","name":"n"}',
            ],
        ),
        (lambda c: c.by_last_all(), ["/v1/last", "/v1/last?after=1", "/v1/last?after=3"]),
        (
            lambda c: c.by_page_all(),
            ["/v1/page", "/v1/page?page=2", "/v1/page?page=3", "/v1/page?page=4"],
        ),
        (lambda c: c.by_total_all(), ["/v1/total", "/v1/total?page=1", "/v1/total?page=2"]),
        (
            lambda c: c.by_offset_all(),
            ["/v1/offset", "/v1/offset?skip=2", "/v1/offset?skip=4", "/v1/offset?skip=5"],
        ),
        (
            lambda c: c.linked.by_link_all(q="a b"),
            ["/v1/link?q=a%20b", "/v1/link?after=2&q=a%20b", "/v1/link?after=4&q=a%20b"],
        ),
        (lambda c: c.by_url_all(), ["/v1/url", "/v1/url?after=2", "/v1/url?after=4"]),
    ],
)
def test_every_item_of_every_page(
    package: Any, way: str, start: Callable[[Any], Any], expected: list[str]
) -> None:
    found, seen = walked(package, way, start)
    assert [pet.id for pet in found] == ALL
    assert all(isinstance(pet, package.models.Pet) for pet in found)
    assert [one.replace("a+b", "a%20b") for one in seen] == expected


@ways
def test_the_pages_themselves(package: Any, way: str) -> None:
    found, _ = walked(package, way, lambda c: c.by_cursor_all(), pages=True)
    assert [[pet.id for pet in page.data] for page in found] == [["0", "1"], ["2", "3"], ["4"]]
    assert found[0].next == "2"


@ways
def test_a_walk_begins_where_it_is_told(package: Any, way: str) -> None:
    found, seen = walked(package, way, lambda c: c.by_cursor_all(after="2"))
    assert ([pet.id for pet in found], len(seen)) == (["2", "3", "4"], 2)
    found, _ = walked(package, way, lambda c: c.by_page_all(page=3))
    assert [pet.id for pet in found] == ["4"]


@ways
def test_what_is_extra_goes_with_every_page(package: Any, way: str) -> None:
    _, seen = walked(package, way, lambda c: c.by_cursor_all(extra_query={"x": 1}))
    assert seen == ["/v1/cursor?x=1", "/v1/cursor?after=2&x=1", "/v1/cursor?after=4&x=1"]
    with pytest.raises(
        TypeError, match=r"by_cursor_all\(\) has no argument siez; it has after, size, "
    ):
        walked(package, way, lambda c: c.by_cursor_all(siez=1))


def test_a_page_is_asked_for_when_it_is_needed(package: Any) -> None:
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return paged(request)

    pager = package.Client(transport=httpx.MockTransport(answer)).by_cursor_all()
    assert seen == []
    assert [next(pager).id, next(pager).id, len(seen)] == ["0", "1", 1]
    assert [[pet.id for pet in page.data] for page in pager.pages()] == [["2", "3"], ["4"]]
    assert list(pager) == []


def same(**answer: Any) -> Callable[[httpx.Request], httpx.Response]:
    headers = {"Link": answer.pop("link")} if "link" in answer else {}
    content = answer.pop("whole", answer)
    return lambda _: httpx.Response(200, headers=headers, json=content)


@ways
@pytest.mark.parametrize(
    ("start", "server", "words"),
    [
        (
            lambda c: c.by_cursor_all(),
            same(data=[{"id": "1"}], next="x"),
            "the answer of GET http://pages.test/v1/cursor names a page that was there before",
        ),
        (
            lambda c: c.by_cursor_all(after="x"),
            same(data=[], next="x"),
            "names a page that was there before",
        ),
        (
            lambda c: c.by_page_all(),
            same(data=[{"id": "1"}]),
            "/page is the same as that for the page before",
        ),
        (lambda c: c.by_offset_all(), same(whole=[{"id": "1"}]), "the same as that for the page"),
        (
            lambda c: c.linked.by_link_all(),
            same(whole=[], link='<?p=2>; rel="next"'),
            "names a page that was there before",
        ),
        (
            lambda c: c.linked.by_link_all(),
            same(whole=[], link='<http://other.test/v1/link>; rel="next"'),
            "has the next page on another server, http://other.test",
        ),
        (
            lambda c: c.by_url_all(),
            same(data=[], next="https://pages.test/v1/url"),
            "has the next page on another server, https://pages.test",
        ),
        (
            lambda c: c.search_all(),
            same(data=[{"id": "1"}], more=True),
            "says that there are more pages, and does not name the next one",
        ),
    ],
)
def test_pages_that_lead_to_no_end(
    package: Any, way: str, start: Callable[[Any], Any], server: Any, words: str
) -> None:
    with pytest.raises(package.errors.PaginationError, match=words):
        walked(package, way, start, server)


@ways
@pytest.mark.parametrize(
    "answer", [{}, {"data": None}, {"data": [], "next": None}, {"data": [], "next": ""}]
)
def test_a_list_without_items(package: Any, way: str, answer: dict[str, Any]) -> None:
    assert walked(package, way, lambda c: c.by_cursor_all(), same(**answer)) == ([], ["/v1/cursor"])


@ways
def test_a_fault_on_the_way_is_raised_after_the_items_before_it(package: Any, way: str) -> None:
    def server(request: httpx.Request) -> httpx.Response:
        return httpx.Response(418) if "after" in request.url.params else paged(request)

    with pytest.raises(package.errors.ClientError):
        walked(package, way, lambda c: c.by_cursor_all(), server)


# What the type checkers are asked about, in test_type_checkers.py.
USE = """
from pages_client import AsyncClient, AsyncPager, Client, Pager
from pages_client.models import ByCursorResponse, Pet

pager: Pager[Pet, ByCursorResponse] = Client().by_cursor_all(size=2, extra_timeout=1)
name: str = next(pager).id
names: list[str] = [pet.id for pet in Client().linked.by_link_all(q="x")]
first: ByCursorResponse = next(pager.pages())
number: int = next(pager).id  # wrong
Client().by_page_all(size=1)  # wrong


async def main() -> None:
    pager: AsyncPager[Pet, list[Pet]] = AsyncClient().by_offset_all()
    async for pet in pager:
        print(pet.id.upper())
    async for page in pager.pages():
        print(page[0].id)
        print(page.id)  # wrong
"""


def test_the_pages_are_in_the_reference(folder: Path) -> None:
    text = (folder / "REFERENCE.md").read_text("utf-8")
    assert "`client.linked.by_link_all` takes the same arguments and gives every `Pet`" in text
