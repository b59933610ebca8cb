"""Which operations the entries of an edit select: by path, tag, id, or method and path."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.document.tree.pointer import Address
from specmend.errors import ActionFailed
from specmend.steps.edits.selection import other_operations, selected_operations

TREE: Any = {
    "paths": {
        "/a": {
            "query": {"operationId": "ask", "tags": ["t"], "responses": {}},
            "additionalOperations": {"LINK": {"operationId": "link", "tags": ["t"]}},
        },
        "/b": {"$ref": "#/components/pathItems/P", "put": {}},
        "/c": {"$ref": "#/components/pathItems/P"},
        "/null": None,
        "/five": {"get": 5, "put": {}},
    },
    "webhooks": {"w": {"post": {"operationId": "told"}}},
    "components": {"pathItems": {"P": {"get": {"operationId": "got"}, "post": {}}}},
}
ASK: Address = ("paths", "/a", "query")
LINK: Address = ("paths", "/a", "additionalOperations", "LINK")
GET: Address = ("components", "pathItems", "P", "get")
B: Address = ("paths", "/b")
C: Address = ("paths", "/c")

SELECTED: list[Any] = [
    ({}, []),
    ({"ids": ["link"]}, [LINK]),
    ({"tags": ["t"]}, [ASK, LINK]),
    ({"paths": ["/a"], "ids": ["ask"]}, [ASK, LINK]),
    ({"ids": ["got"]}, [B, C]),
    ({"paths": ["/null"]}, [("paths", "/null")]),
    ({"operations": ["QUERY /a"]}, [ASK]),
    ({"operations": ["LINK /a"]}, [LINK]),
    ({"operations": ["LINK /a", "QUERY /a"]}, [("paths", "/a")]),
    ({"operations": ["QUERY /a"], "ids": ["link"]}, [LINK, ("paths", "/a")]),
    ({"operations": ["GET /five"]}, [("paths", "/five", "get")]),
    ({"operations": ["PUT /b"]}, [(*B, "put")]),
    ({"operations": ["GET /b", "GET /c"]}, [GET]),
    ({"operations": ["GET /b"], "paths": ["/c"]}, [C, GET]),
    ({"operations": ["GET /b", "POST /b", "PUT /b"]}, [B]),
    ({"operations": ["GET /b", "GET /c", "POST /c"]}, [GET, C]),
]


@pytest.mark.parametrize(("parameters", "places"), SELECTED, ids=str)
def test_entries_select_operations(parameters: Any, places: list[Address]) -> None:
    assert selected_operations(TREE, parameters) == places


OTHERS: list[Any] = [
    ({"paths": ["/a", "/b", "/c", "/five"]}, [("webhooks", "w", "post")]),
    (
        {"operations": ["QUERY /a", "GET /b", "GET /c"], "ids": ["told"], "paths": ["/five"]},
        [LINK, (*B, "put"), ("components", "pathItems", "P", "post")],
    ),
    (
        {"operations": ["GET /c", "POST /c"], "ids": ["told", "ask", "link"], "paths": ["/five"]},
        [B],
    ),
]


@pytest.mark.parametrize(("parameters", "places"), OTHERS, ids=str)
def test_what_no_entry_selects_is_told(parameters: Any, places: list[Address]) -> None:
    assert other_operations(TREE, parameters) == places


REFUSED: list[Any] = [
    ({"ids": ["no"]}, "no operation has no among its ids"),
    ({"paths": ["/no"]}, "no operation has /no among its paths"),
    ({"operations": ["GET /a"]}, "there is no operation GET /a"),
    ({"operations": ["query /a"]}, "there is no operation query /a"),
    ({"operations": ["/a"]}, "there is no operation /a"),
    ({"operations": ["GET /b"]}, "GET /b is GET /c too: both paths refer to one path item"),
]


@pytest.mark.parametrize(("parameters", "message"), REFUSED, ids=str)
def test_an_entry_that_cannot_be_followed_is_refused(parameters: Any, message: str) -> None:
    with pytest.raises(ActionFailed) as caught:
        selected_operations(TREE, parameters)
    assert str(caught.value) == message


def test_the_operation_that_would_go_too_is_refused_among_those_to_keep() -> None:
    with pytest.raises(ActionFailed, match=r"both paths refer to one path item"):
        other_operations(TREE, {"operations": ["GET /c"], "paths": ["/b"]})
