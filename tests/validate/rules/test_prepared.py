"""The tables of names, wherever they stand."""

from __future__ import annotations

from tests.validate.rules.documents import OK, document

from specmend.validate.rules.prepared import component_tables, response_tables


def test_the_tables_of_a_document() -> None:
    tree = document(components={"schemas": {"A": {}}, "x-a": {"b": 1}, "links": 5})
    assert list(component_tables(tree)) == [(("components", "schemas"), {"A": {}})]
    assert list(response_tables(tree)) == [(("paths", "/a", "get", "responses"), OK)]
