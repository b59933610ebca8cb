"""Request bodies of several records: one line of JSON for each, or a sequence of RFC 7464."""

from __future__ import annotations

import asyncio
import importlib
import sys
import typing
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import httpx2 as httpx
import pydantic
import pytest
from tests.generate.annotations import shown
from tests.generate.conftest import shared_package, write_parcel

from specmend.generate.pipeline import generate
from specmend.generate.plan import PackagePlan

PET = {"$ref": "#/components/schemas/Pet"}
PETS = [{"name": "Rex"}, {"name": "Tom"}]
LINES = b'{"name":"Rex"}\n{"name":"Tom"}\n'


class Row(typing.NamedTuple):
    """The media type with its object, what is given, and what goes over the wire."""

    media_type: str
    media: dict[str, Any]
    given: Any
    sent: bytes
    shown: str = "Iterable[Pet | dict[str, Any]]"


ROWS: dict[str, Row] = {
    "lines": Row("application/jsonl", {"itemSchema": PET}, PETS, LINES),
    "by_schema": Row("application/x-ndjson", {"schema": PET}, PETS, LINES),
    "by_list": Row(
        "application/jsonl",
        {"schema": {"type": "array", "minItems": 1, "items": PET}},
        PETS,
        LINES,
    ),
    "sequence": Row("application/json-seq", {"itemSchema": PET}, PETS[:1], b'\x1e{"name":"Rex"}\n'),
    "numbers": Row(
        "application/jsonl",
        {"itemSchema": {"type": "integer"}},
        [1, 2],
        b"1\n2\n",
        "Iterable[int]",
    ),
    "anything": Row("application/jsonl", {}, [1, "\n"], b'1\n"\\n"\n', "Iterable[Any]"),
    "nothing": Row("application/jsonl", {"itemSchema": PET}, [], b""),
}


def document() -> dict[str, Any]:
    paths = {
        f"/{name}": {
            "post": {
                "operationId": name,
                "requestBody": {"required": True, "content": {row.media_type: row.media}},
                "responses": {"204": {"description": ""}},
            }
        }
        for name, row in ROWS.items()
    }
    pet = {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}}
    return {
        "openapi": "3.2.0",
        "info": {"title": "Records", "version": "1"},
        "paths": paths,
        "components": {"schemas": {"Pet": pet}},
    }


class Package:
    """Both clients over one server that notes what it was sent."""

    def __init__(self, module: Any) -> None:
        self.module = module
        self.sent: list[tuple[str, bytes]] = []
        url = "http://127.0.0.1:1"
        http = httpx.Client(transport=httpx.MockTransport(self._serve))
        self.client = module.Client(url, http=http)
        later = httpx.AsyncClient(transport=httpx.MockTransport(self._serve_async))
        self.later = module.AsyncClient(url, http=later)

    def _serve(self, request: httpx.Request) -> httpx.Response:
        self.sent.append((request.headers["content-type"], request.read()))
        return httpx.Response(204)

    async def _serve_async(self, request: httpx.Request) -> httpx.Response:
        self.sent.append((request.headers["content-type"], await request.aread()))
        return httpx.Response(204)


@pytest.fixture(scope="session")
def package(plan: PackagePlan, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    own = replace(plan, package="records_client", client_modules={})
    made = shared_package(tmp_path_factory, "records", lambda: generate(document(), own))
    assert made.warnings == ()
    folder = write_parcel(made, tmp_path_factory.mktemp("records"))
    sys.path.insert(0, str(folder))
    yield Package(importlib.import_module("records_client"))
    sys.path.remove(str(folder))


@pytest.mark.parametrize("name", ROWS)
def test_each_record_is_sent(package: Package, name: str) -> None:
    row = ROWS[name]
    package.sent.clear()
    getattr(package.client, name)(body=row.given)
    getattr(package.client, name)(body=iter(row.given))
    asyncio.run(getattr(package.later, name)(body=row.given))
    asyncio.run(getattr(package.later, name)(body=iter(row.given)))
    assert package.sent == [(row.media_type, row.sent)] * 4


@pytest.mark.parametrize("name", ROWS)
def test_the_argument_takes_any_number_of_records(package: Package, name: str) -> None:
    module = package.module
    hints = typing.get_type_hints(getattr(module.Client, name), vars(module.client))
    assert shown(hints["body"]).replace("iterable", "Iterable") == ROWS[name].shown


def test_a_record_that_does_not_fit_is_not_sent(package: Package) -> None:
    package.sent.clear()
    with pytest.raises(pydantic.ValidationError):
        package.client.lines(body=[{"name": "Rex"}, {}])
    assert package.sent == []


@pytest.mark.parametrize("value", ["abc", b"abc", {"name": "Rex"}])
def test_one_value_is_no_list_of_records(package: Package, value: Any) -> None:
    package.sent.clear()
    for name in ("lines", "anything"):
        with pytest.raises(package.module.errors.ArgumentError, match="no list of records"):
            getattr(package.client, name)(body=value)
    assert package.sent == []
