"""What schemas say of XML."""

from __future__ import annotations

from typing import Any

import pytest
from tests.validate.rules.documents import VERSIONS, document, levels, told


def tree(version: str, **schema: Any) -> Any:
    return document(version, components={"schemas": {"A": schema}})


@pytest.mark.parametrize("version", VERSIONS)
def test_namespaces(version: str) -> None:
    for namespace in ("https://example.com/ns", "urn:a:b"):
        assert told("xml", tree(version, xml={"namespace": namespace})) == []
    assert told("xml", tree(version, xml={"namespace": "ns"})) == [
        ("/components/schemas/A/xml/namespace",
         "'namespace' is \"ns\" and not a URI with a scheme")
    ]  # fmt: skip


@pytest.mark.parametrize("version", VERSIONS)
def test_only_lists_are_wrapped(version: str) -> None:
    for kind in ({}, {"type": "array", "items": {}}):
        assert told("xml", tree(version, xml={"wrapped": True}, **kind)) == []
    odd = tree(version, type="string", xml={"wrapped": True})
    assert levels("xml", odd) == ["warning"]


def test_kinds_of_nodes_in_3_2() -> None:
    assert told("xml", tree("3.2.0", xml={"nodeType": "leaf", "attribute": False})) == [
        ("/components/schemas/A/xml/nodeType",
         "'nodeType' is \"leaf\" and not one of element, attribute, text, cdata, none"),
        ("/components/schemas/A/xml", "this XML object has both 'nodeType' and 'attribute'"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("schema", "count"),
    [
        ({"type": "object"}, 1),
        ({"type": "object", "xml": {"name": "a"}}, 0),
        ({"type": "object", "xml": {"nodeType": "none"}}, 0),
        ({"type": "array"}, 0),
        ({"$ref": "#/components/schemas/A"}, 0),
    ],
    ids=str,
)
def test_the_root_has_a_name_in_3_2(schema: Any, count: int) -> None:
    bodies = {"B": {"content": {"application/xml": {"schema": schema}}}}
    for version in VERSIONS:
        odd = document(version, components={"requestBodies": bodies, "schemas": {"A": {}}})
        assert len(told("xml", odd)) == (count if version == "3.2.0" else 0)
