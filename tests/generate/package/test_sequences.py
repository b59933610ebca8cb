"""Streams of OpenAPI 3.2: records by `itemSchema` in every sequential media type, and events."""

from __future__ import annotations

import asyncio
import importlib
import json
import sys
import typing
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import httpx2 as httpx
import pytest
from tests.generate.annotations import shown
from tests.generate.conftest import shared_package, write_parcel
from tests.generate.shop import Wire

from specmend.generate.pipeline import generate
from specmend.generate.plan import PackagePlan

TEXT: dict[str, Any] = {"type": "string"}
WHOLE: dict[str, Any] = {"type": "integer"}
SSE = "text/event-stream"


def of(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


def obj(*required: str, **properties: Any) -> dict[str, Any]:
    made: dict[str, Any] = {"type": "object", "properties": properties}
    return made | ({"required": [*required]} if required else {})


def json_text(schema: Any) -> dict[str, Any]:
    return TEXT | {"contentMediaType": "application/json", "contentSchema": schema}


def events_of(*pairs: tuple[str, Any]) -> dict[str, Any]:
    """Events that are told apart by their names."""
    return {"oneOf": [obj("event", "data", event={"const": n}, data=data) for n, data in pairs]}


PET = obj("name", name=TEXT)
PLAIN = obj("data", data=TEXT, event=TEXT, id=TEXT, retry=WHOLE | {"minimum": 0})
SCHEMAS = {
    "Pet": PET,
    "Pets": {"type": "array", "items": of("Pet")},
    "Event": PLAIN,
    "PetEvent": obj("data", data=json_text(of("Pet")), id=TEXT),
    "SharedEvent": obj("data", data=json_text(of("Pet"))),
    "Started": obj("event", "data", event={"const": "started"}, data=of("Pet")),
    "Done": obj("event", "data", event=TEXT | {"enum": ["done"]}, data=TEXT | {"enum": ["[END]"]}),
}
STANDARD = {
    **of("Event"),
    "required": ["event"],
    "oneOf": [
        {"properties": {"event": {"const": "addString"}}},
        {"properties": {"event": {"const": "addJSON"}, "data": json_text(obj("foo", foo=WHOLE))}},
    ],
}

LINES = b'{"name": "Rex"}\n{"name": "Tom"}\n'
PETS = [{"name": "Rex"}, {"name": "Tom"}]
REX = b'data: {"name": "Rex"}\n\n'


class Row(typing.NamedTuple):
    """The media type with its object, what a server sends, and the records that come of it."""

    media_type: str
    media: dict[str, Any]
    wire: bytes
    records: list[Any]
    shown: str = ""


ROWS: dict[str, Row] = {
    # By `schema` and by `x-stream`, which stay as they were.
    "schema": Row("application/jsonl", {"schema": of("Pet")}, LINES, PETS, "Pet"),
    "marked": Row(
        SSE,
        {"schema": of("Pet"), "x-stream": {"sentinel": "[END]"}},
        REX + b"data: [END]\n\n",
        [{"name": "Rex"}],
        "Pet",
    ),
    "marked_event": Row(
        SSE,
        {"schema": of("Started"), "x-stream": {}},
        b'data: {"event": "started", "data": {"name": "Rex"}}\n\n',
        [{"event": "started", "data": {"name": "Rex"}}],
        "Started",
    ),
    # Sequences of JSON.
    "jsonl": Row("application/jsonl", {"itemSchema": of("Pet")}, LINES, PETS, "Pet"),
    "ndjson": Row("application/x-ndjson", {"itemSchema": of("Pet")}, LINES, PETS, "Pet"),
    "ndjson_suffix": Row("application/a+ndjson", {"itemSchema": of("Pet")}, LINES, PETS, "Pet"),
    "parameters": Row(
        "application/jsonl; charset=utf-8", {"itemSchema": of("Pet")}, LINES, PETS, "Pet"
    ),
    "inline": Row("application/jsonl", {"itemSchema": PET}, LINES, PETS, "InlineEvent"),
    "scalars": Row("application/jsonl", {"itemSchema": WHOLE}, b"1\n2", [1, 2], "int"),
    "either": Row(
        "application/jsonl",
        {"itemSchema": {"oneOf": [of("Pet"), WHOLE]}},
        b'1\n{"name": "Rex"}\n',
        [1, {"name": "Rex"}],
        "Pet | int",
    ),
    "json_seq": Row(
        "application/json-seq",
        {"itemSchema": of("Pet")},
        b'\x1e{"name": "Rex"}\n\x1e\x1e{\n  "name":\n "Tom"\n}\n',
        PETS,
        "Pet",
    ),
    "json_seq_suffix": Row(
        "application/geo+json-seq", {"itemSchema": of("Pet")}, b'\x1e{"name": "Rex"}', PETS[:1]
    ),
    "json_seq_scalars": Row(
        "application/json-seq", {"itemSchema": WHOLE}, b"\x1e1\n\x1e22\n", [1, 22], "int"
    ),
    "both_schemas": Row(
        "application/jsonl",
        {"schema": of("Pets"), "itemSchema": of("Pet")},
        LINES,
        PETS,
        "Pet",
    ),
    # OpenAPI 3.2: the schema of a sequence is that of a list of its records.
    "whole": Row("application/jsonl", {"schema": of("Pets")}, LINES, PETS, "Pet"),
    "open": Row("application/jsonl", {}, LINES, PETS, "Any"),
    # Events whose data is JSON, as they always were.
    "data": Row(SSE, {"itemSchema": of("Pet")}, REX, [{"name": "Rex"}], "Pet"),
    "data_of_text": Row(
        SSE,
        {"schema": TEXT},
        b'data: a\ndata: b\n\ndata: "c"\n\ndata: {}\n\n',
        ["a\nb", "c", "{}"],
        "str",
    ),
    "data_of_anything": Row(SSE, {}, b"data: 1\n\ndata: undefined\n\n", [1, "undefined"], "Any"),
    # Events as OpenAPI 3.2 describes them.
    "event": Row(
        SSE,
        {"itemSchema": of("Event")},
        b": note\nid: 1\nevent: x\nretry: 5\ndata: a\ndata: b\n\ndata: {}\n\nid: 2\n\n"
        b"id:  3\nretry: soon\ndata\n\n",
        [
            {"id": "1", "event": "x", "retry": 5, "data": "a\nb"},
            {"data": "{}"},
            {"id": " 3", "data": ""},
        ],
        "Event",
    ),
    "event_json": Row(
        SSE,
        {"itemSchema": of("PetEvent")},
        b"id: 1\n" + REX,
        [{"id": "1", "data": {"name": "Rex"}}],
        "PetEvent",
    ),
    "event_json_twice": Row(
        SSE, {"itemSchema": of("PetEvent")}, REX, [{"data": {"name": "Rex"}}], "PetEvent"
    ),
    "event_shared": Row(
        SSE, {"itemSchema": of("SharedEvent")}, REX, [{"data": {"name": "Rex"}}], "EventSharedEvent"
    ),
    "event_inline": Row(
        SSE,
        {"itemSchema": obj("data", data=json_text({"type": "array", "items": WHOLE}))},
        b"data: [1,\ndata: 2]\n\n",
        [{"data": [1, 2]}],
        "EventInlineEvent",
    ),
    "event_text_content": Row(
        SSE,
        {"itemSchema": obj("data", data=json_text(TEXT))},
        b'data: "1"\n\n',
        [{"data": "1"}],
    ),
    "event_media_alone": Row(
        SSE,
        {"itemSchema": obj("data", data=TEXT | {"contentMediaType": "application/json"})},
        REX,
        [{"data": '{"name": "Rex"}'}],
    ),
    "event_object": Row(
        SSE,
        {"itemSchema": obj("data", data=of("Pet"), event=TEXT)},
        b"event: a\n" + REX,
        [{"event": "a", "data": {"name": "Rex"}}],
    ),
    "event_number": Row(
        SSE, {"itemSchema": obj("data", data=WHOLE)}, b"data: 12\n\n", [{"data": 12}]
    ),
    "event_one_of": Row(
        SSE,
        {"itemSchema": events_of(("text", TEXT), ("pet", json_text(of("Pet"))), ("error", TEXT))},
        b"event: text\ndata: 1\n\nevent: pet\n" + REX + b"event: error\ndata: no\n\n",
        [
            {"event": "text", "data": "1"},
            {"event": "pet", "data": {"name": "Rex"}},
            {"event": "error", "data": "no"},
        ],
        "EventOneOfEventText | EventOneOfEventPet | EventOneOfEventError",
    ),
    "event_references": Row(
        SSE,
        {"itemSchema": {"anyOf": [of("Started"), of("Done")]}, "x-stream": {"sentinel": "[END]"}},
        b"event: started\n" + REX + b"event: done\ndata: [END]\n\n",
        [{"event": "started", "data": {"name": "Rex"}}],
        "Started | Done",
    ),
    "event_terminal": Row(
        SSE,
        {
            "itemSchema": {"anyOf": [of("Started"), of("Done")]},
            "x-stream": {"terminal": {"event": "done"}},
        },
        b"event: started\n" + REX + b"event: done\ndata: [END]\n\n",
        [{"event": "started", "data": {"name": "Rex"}}, {"event": "done", "data": "[END]"}],
        "Started | Done",
    ),
    "event_standard": Row(
        SSE,
        {"itemSchema": STANDARD},
        b"event: addString\ndata: formatted\ndata: across two lines\nretry: 5\n\n"
        b': comment\nevent: addJSON\ndata: {"foo": 42}\nunknown: x\n\n',
        [
            {"event": "addString", "data": "formatted\nacross two lines", "retry": 5},
            {"event": "addJSON", "data": {"foo": 42}},
        ],
        "EventStandardEventAddString | EventStandardEventAddJSON",
    ),
    # Documents of 3.0 and 3.1 have the schemas of named events in `schema`.
    "event_by_schema": Row(
        SSE,
        {"schema": {"oneOf": [of("Started"), of("Done")]}},
        b"event: started\n" + REX + b"event: done\ndata: [END]\n\n",
        [{"event": "started", "data": {"name": "Rex"}}, {"event": "done", "data": "[END]"}],
        "Started | Done",
    ),
    "event_by_mark": Row(
        SSE,
        {"schema": obj("data", data=TEXT), "x-stream": {"framing": "events"}},
        b"data: a\n\n",
        [{"data": "a"}],
    ),
    "data_by_schema": Row(
        SSE,
        {"schema": obj("data", data={"type": "array", "items": WHOLE})},
        b'data: {"data": [1]}\n\n',
        [{"data": [1]}],
    ),
}

SHARED = {
    "operationId": "history",
    "responses": {
        "200": {
            "description": "",
            "content": {
                "application/json": {"schema": {"type": "array", "items": of("SharedEvent")}}
            },
        }
    },
}


def document(rows: dict[str, Row], version: str) -> dict[str, Any]:
    paths: dict[str, Any] = {"/history": {"get": SHARED}}
    for name, row in rows.items():
        answer = {"description": "", "content": {row.media_type: row.media}}
        paths[f"/{name}"] = {"get": {"operationId": name, "responses": {"200": answer}}}
    return {
        "openapi": version,
        "info": {"title": "Sequences", "version": "1"},
        "paths": paths,
        "components": {"schemas": SCHEMAS},
    }


class Package:
    """The package of all rows, with both clients over one server that answers as it is told."""

    def __init__(self, module: Any) -> None:
        self.module = module
        self.media = ""
        self.pieces: list[bytes] = []
        self.accepted = ""
        self.client = module.Client(
            "http://127.0.0.1:1",
            http=httpx.Client(transport=httpx.MockTransport(self._serve)),
            retries=0,
        )

    def _serve(self, request: httpx.Request) -> httpx.Response:
        self.accepted = request.headers["accept"]
        return httpx.Response(
            200, headers={"content-type": self.media}, stream=Wire(self.pieces, cut=False)
        )

    async def _serve_async(self, request: httpx.Request) -> httpx.Response:
        return self._serve(request)

    def records(self, name: str, wire: list[bytes], media: str) -> list[Any]:
        """The records that both clients read, which must be the same."""
        self.media, self.pieces = media, wire
        stream = getattr(self.client, name)()
        found = [plain(record) for record in stream]
        assert stream.completed
        assert asyncio.run(self._records(name)) == found
        return found

    async def _records(self, name: str) -> list[Any]:
        http = httpx.AsyncClient(transport=httpx.MockTransport(self._serve_async))
        client = self.module.AsyncClient("http://127.0.0.1:1", http=http, retries=0)
        return [plain(record) async for record in await getattr(client, name)()]


def plain(record: Any) -> Any:
    dump = getattr(record, "model_dump", None)
    return dump(mode="json", by_alias=True, exclude_unset=True) if dump else record


@pytest.fixture(scope="session")
def package(plan: PackagePlan, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    own = replace(plan, package="sequences_client", client_modules={})
    made = shared_package(
        tmp_path_factory, "sequences", lambda: generate(document(ROWS, "3.2.0"), own)
    )
    folder = write_parcel(made, tmp_path_factory.mktemp("sequences"))
    sys.path.insert(0, str(folder))
    yield Package(importlib.import_module("sequences_client"))
    sys.path.remove(str(folder))


@pytest.mark.parametrize("name", ROWS)
@pytest.mark.parametrize("size", [1, 7, 10_000])
def test_records_are_read_one_by_one(package: Package, name: str, size: int) -> None:
    row = ROWS[name]
    pieces = [row.wire[place : place + size] for place in range(0, len(row.wire), size)]
    assert package.records(name, pieces, row.media_type) == row.records
    assert package.accepted == row.media_type


@pytest.mark.parametrize("name", [name for name, row in ROWS.items() if row.shown])
def test_a_record_has_the_type_of_its_schema(package: Package, name: str) -> None:
    module = package.module
    hints = typing.get_type_hints(getattr(module.Client, name), vars(module.client))
    (record,) = typing.get_args(hints["return"])
    assert shown(record) == ROWS[name].shown


def test_data_is_typed_json_where_its_content_has_a_schema(package: Package) -> None:
    package.media, package.pieces = SSE, [REX]
    for name in ("event_json", "event_shared", "event_object"):
        (record,) = getattr(package.client, name)()
        assert type(record.data) is package.module.models.Pet


def test_the_same_schema_in_a_document_keeps_its_text(package: Package) -> None:
    answer = [{"data": '{"name": "Rex"}'}]
    package.media, package.pieces = "application/json", [json.dumps(answer).encode()]
    assert [plain(record) for record in package.client.history()] == answer


FAULTS = [
    pytest.param("json_seq_scalars", b"\x1e1\n\x1e2", "RFC 7464", [1], id="a number cut off"),
    pytest.param("json_seq_scalars", b"\x1e1\x1e2\n", "RFC 7464", [], id="one in the middle"),
    pytest.param("json_seq", b'\x1e{"name"\n\x1e', "Invalid JSON", [], id="no JSON"),
    pytest.param("event_json", b"data: {\n\n", "should be an object", [], id="no JSON in an event"),
    pytest.param("event_standard", b"event: x\ndata: 1\n\n", "event", [], id="an unknown event"),
]


@pytest.mark.parametrize(("name", "wire", "words", "before"), FAULTS)
def test_a_malformed_record_is_an_error(
    package: Package, name: str, wire: bytes, words: str, before: list[Any]
) -> None:
    package.media, package.pieces = ROWS[name].media_type, [wire]
    found: list[Any] = []
    with pytest.raises(package.module.errors.StreamDecodeError, match=words):
        found.extend(plain(record) for record in getattr(package.client, name)())
    assert found == before


def test_an_error_event_that_the_document_does_not_describe_is_raised(package: Package) -> None:
    package.media, package.pieces = SSE, [b"event: error\ndata: no\n\n"]
    with pytest.raises(package.module.errors.StreamReportedError, match="no"):
        list(package.client.event())
