"""Which lists come in pages, by the names of what they take and answer."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.steps.learn.pages import guess_pages

STRING = {"type": "string"}
WHOLE = {"type": "integer"}
LIST = {"type": "array", "items": STRING}
META = {"$ref": "#/components/schemas/Meta"}


def query(name: str) -> dict[str, Any]:
    return {"name": name, "in": "query", "schema": STRING}


def document(parameters: list[Any], schema: Any, **more: Any) -> dict[str, Any]:
    content = {"application/json": {"schema": schema}}
    answer = {"description": "d", "content": content, "headers": more.pop("headers", {})}
    get = {"parameters": parameters, "responses": {"200": answer}, **more}
    meta = {"type": "object", "properties": {"nextCursor": STRING, "hasMore": {"type": "boolean"}}}
    page = {"name": "page", "in": "query", "schema": WHOLE}
    return {
        "openapi": "3.1.0",
        "paths": {"/pets": {"get": get}},
        "components": {"schemas": {"Meta": meta}, "parameters": {"page": page}},
    }


def holder(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


@pytest.mark.parametrize(
    ("parameters", "schema", "expected"),
    [
        ([], LIST, {}),
        ([query("limit")], LIST, {}),
        ([query("page")], STRING, {}),
        ([query("page")], holder(a=LIST, b=LIST), {}),
        ([query("after")], holder(data=LIST), {}),
        ([query("page")], LIST, {"kind": "page", "argument": "page"}),
        (
            [{"$ref": "#/components/parameters/page"}],
            holder(pets=LIST),
            {"kind": "page", "argument": "page", "items": "pets"},
        ),
        (
            [query("skip"), query("limit")],
            holder(data=LIST, tags=LIST, has_more={"type": "boolean"}),
            {"kind": "offset", "argument": "skip", "items": "data", "more": "has_more"},
        ),
        (
            [query("pageToken"), query("page")],
            holder(items=LIST, nextPageToken=STRING),
            {"kind": "cursor", "argument": "pageToken", "next": "nextPageToken", "items": "items"},
        ),
        (
            [query("cursor")],
            {"allOf": [holder(data=LIST), holder(meta=META)]},
            {
                "kind": "cursor",
                "argument": "cursor",
                "next": "meta.nextCursor",
                "more": "meta.hasMore",
                "items": "data",
            },
        ),
    ],
)
def test_a_list_and_its_mark(parameters: list[Any], schema: Any, expected: Any) -> None:
    found = [guess.mark for guess in guess_pages(document(parameters, schema))]
    assert found == ([expected] if expected else [])


def test_a_header_may_have_the_link() -> None:
    tree = document([query("page")], LIST, headers={"Link": {"schema": STRING}})
    (guess,) = guess_pages(tree)
    assert (guess.mark, guess.address) == ({"kind": "link"}, ("paths", "/pets", "get"))


@pytest.mark.parametrize("mark", ["x-pagination", "x-speakeasy-pagination", "x-ms-pageable"])
def test_what_is_marked_is_not_guessed(mark: str) -> None:
    assert list(guess_pages(document([query("page")], LIST, **{mark: {}}))) == []
