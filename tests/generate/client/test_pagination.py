"""The mark `x-pagination`: what it may say, and the words for what it may not."""

from __future__ import annotations

from typing import Any

import pytest
from tests.generate.client.reading import INTEGER, STRING, of_operation, read_one

from specmend.generate.client.paging import Paging

PET = {"type": "object", "properties": {"id": STRING}}
ANSWER = {
    "type": "object",
    "properties": {
        "data": {"type": "array", "items": {"$ref": "#/components/schemas/Pet"}},
        "lastPage": {"type": "boolean"},
        "count": INTEGER,
        "meta": {
            "type": ["object", "null"],
            "properties": {"nextCursor": STRING, "links": {"additionalProperties": STRING}},
        },
        "free": {},
    },
}
FIND = {"type": "object", "properties": {"after": STRING, "query": STRING}}


def marked(mark: Any, answer: Any = ANSWER, name: str = "x-pagination", **more: Any) -> Any:
    content = {"application/json": {"schema": answer}} if answer is not None else {}
    operation = {
        "parameters": [
            {"name": "after", "in": "query", "schema": STRING},
            {"name": "page", "in": "query", "schema": INTEGER},
            {"name": "X-Offset", "in": "header", "schema": INTEGER},
        ],
        name: mark,
        "responses": {"200": {"description": "fine", "content": content}},
        **more,
    }
    return of_operation(operation, "post", components={"schemas": {"Pet": PET}})


def read(mark: Any, answer: Any = ANSWER, **more: Any) -> Paging | None:
    operation, reader = read_one(marked(mark, answer, **more))
    assert reader.faults == []
    return operation.paging


@pytest.mark.parametrize(
    ("mark", "expected"),
    [
        (
            {"kind": "cursor", "argument": "after", "next": "meta.nextCursor", "items": "data"},
            {"place": "query", "next": ("meta", "next_cursor"), "items": ("data",), "item": "Pet"},
        ),
        (
            {"kind": "cursor", "argument": "after", "next": "data[-1].id", "items": "/data"},
            {"next": ("data", -1, "id"), "items": ("data",), "page": "OneResponse"},
        ),
        (
            {"kind": "cursor", "argument": "after", "next": "meta.links.next", "items": "data"},
            {"next": ("meta", "links", "next")},
        ),
        (
            {"kind": "cursor", "argument": "after", "next": "free.x.y", "items": "free.z"},
            {"next": ("free", "x", "y"), "items": ("free", "z"), "item": "Any"},
        ),
        (
            {"kind": "page", "argument": "page", "items": "data", "total": "count"},
            {"first": 1, "total": ("count",), "argument": "page", "name": "one_all"},
        ),
        (
            {"kind": "page", "argument": "page", "items": "data", "first": 0, "more": "lastPage"},
            {"first": 0, "more": ("last_page",)},
        ),
        (
            {"kind": "offset", "argument": "X-Offset", "items": "data"},
            {"first": 0, "place": "headers", "argument": "X-Offset"},
        ),
        ({"kind": "link", "items": "data"}, {"argument": "", "next": None}),
        ({"kind": "link", "next": "meta.nextCursor", "items": "data"}, {"kind": "link"}),
    ],
)
def test_a_mark_is_read(mark: Any, expected: dict[str, Any]) -> None:
    paging = read(mark)
    assert paging is not None
    assert {key: getattr(paging, key) for key in expected} == expected


def test_the_answer_itself_may_be_the_list() -> None:
    paging = read({"kind": "link"}, {"type": "array", "items": STRING})
    assert paging is not None
    assert (paging.items, paging.item, paging.page) == ((), "str", "list[str]")


def test_a_field_of_the_body_may_be_the_argument() -> None:
    body = {"content": {"application/json": {"schema": FIND}}}
    mark = {"kind": "cursor", "argument": "after", "next": "meta.nextCursor", "items": "data"}
    paging = read(mark, requestBody=body, parameters=[])
    assert paging is not None
    assert paging.place == "fields"


@pytest.mark.parametrize(
    ("mark", "words", "at"),
    [
        (7, "is no object with the key kind", []),
        ({}, "has no kind of cursor, page, offset or link", ["kind"]),
        ({"kind": "pages"}, "has no kind of cursor, page, offset or link", ["kind"]),
        (
            {"kind": "link", "argument": "x"},
            "has the key argument; those of the kind link",
            ["argument"],
        ),
        (
            {"kind": "cursor", "argument": "after"},
            "lacks the key next, which the kind cursor needs",
            [],
        ),
        ({"kind": "offset"}, "lacks the key argument", []),
        (
            {"kind": "page", "argument": "pgae", "items": "data"},
            "names the argument pgae, which the operation does not have; did you mean 'page'?",
            ["argument"],
        ),
        (
            {"kind": "page", "argument": "zzz", "items": "data"},
            "which the operation does not have; it has after, page, X-Offset",
            ["argument"],
        ),
        (
            {"kind": "link", "items": "meta.nextCursr"},
            "and the answer has no nextCursr there; did you mean 'nextCursor'?",
            ["items"],
        ),
        (
            {"kind": "link", "items": "count.x"},
            "the answer has no x there; it has no fields",
            ["items"],
        ),
        ({"kind": "link", "items": "count"}, "names items that are no list: count", ["items"]),
        ({"kind": "link"}, "names items that are no list: the whole answer", ["items"]),
        (
            {"kind": "link", "items": "a..b"},
            "names a..b for items, which is no place in an answer",
            ["items"],
        ),
        (
            {"kind": "link", "items": "data", "more": "data.x"},
            "the answer has no x there",
            ["more"],
        ),
        (
            {"kind": "page", "argument": "page", "items": "data", "first": "1"},
            "has a first that is no whole number",
            ["first"],
        ),
    ],
)
def test_a_mark_that_cannot_be_followed_is_a_fault(mark: Any, words: str, at: list[str]) -> None:
    operation, reader = read_one(marked(mark))
    assert operation.paging is None
    (fault,) = reader.faults
    assert fault["words"].startswith("x-pagination ")
    assert words in fault["words"]
    assert fault["at"] == ["x-pagination", *at]


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (None, "stands on an operation that answers with no content"),
        ({"type": "string"}, "names items that are no list"),
    ],
)
def test_an_answer_without_items_is_a_fault(answer: Any, words: str) -> None:
    _, reader = read_one(marked({"kind": "link"}, answer))
    assert words in reader.faults[0]["words"]


def test_a_mark_of_another_tool_is_read_or_warned_about() -> None:
    mark = {"cursor": "$request.after", "next_cursor": "$response.meta.nextCursor"}
    found = {"results": "$response.data"}
    operation, _ = read_one(marked({**mark, **found}, name="x-fern-pagination"))
    assert operation.paging
    assert operation.paging.next == ("meta", "next_cursor")
    wrong = {"results": "$response.dat"}
    operation, reader = read_one(marked({**mark, **wrong}, name="x-fern-pagination"))
    assert (operation.paging, reader.faults) == (None, [])
    assert reader.warnings[0]["words"].startswith("x-fern-pagination names $response.dat for items")


def test_a_stream_has_no_pages() -> None:
    content = {"application/x-ndjson": {"schema": PET}}
    responses = {"200": {"description": "fine", "content": content}}
    _, reader = read_one(marked({"kind": "link"}, responses=responses))
    assert "stands on an operation that streams" in reader.faults[0]["words"]
