"""Laws of the conversion of Swagger 2.0, on random documents, whole and broken."""

from __future__ import annotations

import copy
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.properties.strategies import values
from tests.properties.swagger_documents import METHODS, documents

from specmend.document.openapi.retarget import every_reference
from specmend.document.tree.values import MISSING, get, identical, replace
from specmend.source.swagger import convert_swagger
from specmend.validate.rules.table import faults_of

ODD: list[Any] = [
    *(None, True, 0, "", "body", "formData", "file", "array", "multi", "null"),
    *([], [None], ["null", "array"], [{}], {}, {"": {}}, {"x-nullable": True, "$ref": "#"}),
    *({"$ref": "#/parameters/field"}, {"$ref": "#/definitions/Pet"}, {"$ref": 1}, {"type": "file"}),
    *({"in": "body"}, {"in": "formData", "name": 1}, {"$ref": "#/parameters/the%20body/schema"}),
    *({"$ref": "#/paths/~1pets"}, {"$ref": "other.yaml#/a"}, {"a/b": 1, "c": 2}),
]
"""Values that mean something elsewhere in a document."""

some = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


def operations(tree: Any) -> list[tuple[str, str]]:
    paths = tree["paths"].items()
    return [(path, method) for path, item in paths for method in item if method in METHODS]


def addresses(tree: Any) -> list[tuple[str | int, ...]]:
    """Every place of a tree but the root."""
    found: list[tuple[str | int, ...]] = []
    todo: list[tuple[tuple[str | int, ...], Any]] = [((), tree)]
    for address, value in todo:
        pairs = value.items() if isinstance(value, dict) else enumerate(value)
        for key, member in pairs:
            found.append((*address, key))
            if isinstance(member, dict | list):
                todo.append(((*address, key), member))
    return found


@some
@given(documents())
def test_a_document_becomes_a_valid_one_with_the_same_operations(document: Any) -> None:
    before = copy.deepcopy(document)
    converted = convert_swagger(document)
    assert identical(document, before)
    faults = [fault for fault in faults_of(converted.tree) if fault.level == "error"]
    assert not faults, faults
    assert operations(converted.tree) == operations(document)
    assert all(reference.startswith("#/comp") for reference in every_reference(converted.tree))


@some
@given(documents())
def test_a_conversion_is_the_same_each_time(document: Any) -> None:
    once, again = convert_swagger(document), convert_swagger(copy.deepcopy(document))
    assert identical(once.tree, again.tree)
    assert once.remarks == again.remarks


@some
@given(st.data())
def test_a_broken_document_is_converted_all_the_same(data: st.DataObject) -> None:
    document = data.draw(documents())
    for _ in range(data.draw(st.integers(1, 4))):
        address = data.draw(st.sampled_from(addresses(document)))
        document = replace(document, address, data.draw(values | st.sampled_from(ODD)))
    before = copy.deepcopy(document)
    converted = convert_swagger(document)
    assert identical(document, before)
    assert all(get(document, remark.address) is not MISSING for remark in converted.remarks)
    assert all(remark.message.endswith(".") for remark in converted.remarks)
