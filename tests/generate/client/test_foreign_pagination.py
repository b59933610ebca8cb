"""Marks of other tools for pages, in our words."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.generate.client.foreign_pagination import as_own_mark


def speakeasy(kind: str, inputs: Any, **outputs: str) -> dict[str, Any]:
    return {"x-speakeasy-pagination": {"type": kind, "inputs": inputs, "outputs": outputs}}


def given(kind: str, name: str) -> dict[str, str]:
    return {"name": name, "in": "parameters", "type": kind}


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        ({"x-other": {}}, None),
        ({"x-speakeasy-pagination": True}, None),
        (
            speakeasy("offsetLimit", [given("page", "p")], results="$.data", numPages="$.pages"),
            {"kind": "page", "argument": "p", "items": "$.data", "total": "$.pages"},
        ),
        (
            speakeasy("offsetLimit", [given("offset", "o"), given("limit", "l")], results="$.data"),
            {"kind": "offset", "argument": "o", "items": "$.data"},
        ),
        (
            speakeasy("cursor", [given("cursor", "c")], results="$.data", nextCursor="$.next"),
            {"kind": "cursor", "argument": "c", "next": "$.next", "items": "$.data"},
        ),
        (
            speakeasy("url", None, results="$.data", nextUrl="$.next"),
            {"kind": "link", "next": "$.next", "items": "$.data"},
        ),
        (
            {
                "x-fern-pagination": {
                    "cursor": "$request.c",
                    "next_cursor": "$response.next",
                    "results": "$response.data",
                }
            },
            {
                "kind": "cursor",
                "argument": "c",
                "next": "$response.next",
                "items": "$response.data",
            },
        ),
        (
            {"x-fern-pagination": {"offset": "$request.p", "results": "$response.data"}},
            {"kind": "page", "argument": "p", "items": "$response.data"},
        ),
        (
            {
                "x-fern-pagination": {
                    "offset": "$request.o",
                    "step": "$request.l",
                    "results": "$response.data",
                    "has-next-page": "$response.more",
                }
            },
            {
                "kind": "offset",
                "argument": "o",
                "items": "$response.data",
                "more": "$response.more",
            },
        ),
        (
            {"x-ms-pageable": {"nextLinkName": "@odata.nextLink"}},
            {"kind": "link", "next": "/@odata.nextLink", "items": "/value"},
        ),
        (
            {"x-ms-pageable": {"nextLinkName": "next", "itemName": "rows"}},
            {"kind": "link", "next": "/next", "items": "/rows"},
        ),
        ({"x-ms-pageable": {"nextLinkName": None}}, None),
    ],
)
def test_a_mark_in_our_words(node: dict[str, Any], expected: Any) -> None:
    assert as_own_mark(node)[1] == expected
