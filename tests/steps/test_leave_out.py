"""The edit that leaves operations out, made from their names."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.steps.series import record

from specmend.document.openapi.operation_names import OperationName
from specmend.steps.leave_out import is_record, leave_out, record_in

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


def test_the_record_is_known_by_its_title_and_its_edit() -> None:
    made = record()
    assert is_record(made)
    assert not is_record(replace(made, title="Leave out something"))
    assert not is_record(replace(made, actions=()))
    assert not is_record(replace(made, actions=(replace(made.actions[0], edit="set-value"),)))
    assert record_in([replace(made, title="Another"), made]) is made
    assert record_in([]) is None
