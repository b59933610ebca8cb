"""One walk calls every check for the objects that it is for, in document order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from tests.validate.rules.documents import OK, document

from specmend.document.tree.pointer import Address, format_pointer
from specmend.validate.rules.fault import Fault
from specmend.validate.rules.scope import Scope
from specmend.validate.rules.walk import walk

TREE = document(
    paths={"/b": {"get": {"tags": ["x"], "responses": OK}}, "/a": {"put": {"responses": OK}}},
    components={"schemas": {"A": {"items": {"items": True}}, "B": {"example": {"items": {}}}}},
)


def seen(_: Scope, address: Address, __: Any) -> Iterator[Fault]:
    yield Fault(rule="r", address=address, message="seen")


@pytest.mark.parametrize(
    ("wanted", "pointers"),
    [
        ("server", []),
        ("document", [""]),
        ("operation", ["/paths/~1b/get", "/paths/~1a/put"]),
        ("operation.tags", ["/paths/~1b/get"]),
        ("operation.servers", []),
        ("schema.items", ["/components/schemas/A", "/components/schemas/A/items"]),
    ],
)
def test_a_check_is_called_for_the_objects_of_its_kind(wanted: str, pointers: list[str]) -> None:
    (found,) = walk(Scope(tree=TREE), [{wanted: seen}])
    assert [format_pointer(fault.address) for fault in found] == pointers


def test_each_rule_has_its_own_faults() -> None:
    found = walk(Scope(tree=TREE), [{"operation": seen}, {"tag": seen}, {"response": seen}])
    assert [len(faults) for faults in found] == [2, 0, 2]
