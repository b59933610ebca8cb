"""The edit that leaves operations out, made from their names."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.document.openapi.operation_names import OperationName
from specmend.steps.leave_out import leave_out

LINKED = {"responses": {"200": {"links": {"l": {"operationId": "a"}}}}}
TREE: Any = {
    "paths": {"/a": {"get": {"operationId": "a"}, "put": {}}, "/b": {"get": LINKED}, "/null": None}
}
TABLE: list[Any] = [
    ([("/a", "PUT")], {"operations": ["PUT /a"]}),
    ([("/a", "GET"), ("/a", "PUT")], {"operations": ["GET /a", "PUT /a"], "links": True}),
    ([("/a", "")], {"paths": ["/a"], "links": True}),
    ([("/null", ""), ("/b", "GET")], {"paths": ["/null"], "operations": ["GET /b"]}),
    ([("/a", ""), ("/a", "GET")], {"paths": ["/a"], "links": True}),
]


@pytest.mark.parametrize(("names", "fields"), TABLE, ids=str)
def test_operations_are_named_and_links_to_them_go(names: Any, fields: Any) -> None:
    made = leave_out(TREE, [OperationName(*name) for name in names])
    assert made == {"name": "drop-operations", **fields}
