"""The parameters that expressions name."""

from __future__ import annotations

import pytest
from tests.validate.rules.documents import OK, document

from specmend.validate.rules.expressions import undeclared
from specmend.validate.rules.scope import Scope

OPERATION = ("paths", "/a", "get")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("$request.query.q", 0),
        ("$request.query.Q", 1),
        ("$request.header.x-a", 0),
        ("$request.path.q", 1),
        ("{$request.query.q}{$request.query.r}", 1),
        ("$request.header.Authorization", 0),
        ("$response.header.X-Any", 0),
        ("$request.body#/any", 0),
    ],
)
def test_each_is_declared_by_the_operation_or_its_path_item(text: str, count: int) -> None:
    query, header = {"name": "q", "in": "query"}, {"name": "X-A", "in": "header"}
    item = {"parameters": [header], "get": {"parameters": [query], "responses": OK}}
    scope = Scope(tree=document(paths={"/a": item}))
    assert len(list(undeclared(scope, "r", (), text, OPERATION))) == count
    assert list(undeclared(scope, "r", (), text, None)) == []
