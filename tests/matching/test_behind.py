"""What stands behind a name: by references, in branches, and in the items of a list or a map."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.document.tree.pointer import Address, format_pointer
from specmend.matching.behind import behind

PET: Address = ("components", "schemas", "Pet")
TEXT = {"type": "string"}
ROWS: list[tuple[str, Any, list[str]]] = [
    ("nothing", TEXT, []),
    ("a reference", {"$ref": "#/components/schemas/Text"}, ["/components/schemas/Text"]),
    ("a reference to nowhere", {"$ref": "#/components/schemas/No"}, []),
    ("itself", {"$ref": "#/components/schemas/Pet"}, []),
    (
        "branches and items",
        {"oneOf": [TEXT, {"type": "array", "items": {"$ref": "#/components/schemas/Text"}}]},
        [
            "/components/schemas/Pet/oneOf/0",
            "/components/schemas/Pet/oneOf/1",
            "/components/schemas/Pet/oneOf/1/items",
            "/components/schemas/Text",
        ],
    ),
    ("properties are something else", {"properties": {"a": TEXT}}, []),
]


@pytest.mark.parametrize(
    ("schema", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS]
)
def test_what_a_schema_leads_to(schema: Any, expected: list[str]) -> None:
    tree = {"components": {"schemas": {"Pet": schema, "Text": TEXT}}}
    assert [format_pointer(at) for at in behind(tree, PET)] == expected


def test_a_parameter_leads_to_parameters_only() -> None:
    limit = {"name": "limit", "in": "query", "schema": TEXT}
    reference = {"$ref": "#/components/parameters/Limit"}
    tree = {
        "paths": {"/a": {"get": {"parameters": [reference]}}},
        "components": {"parameters": {"Limit": limit}},
    }
    found = behind(tree, ("paths", "/a", "get", "parameters", 0))
    assert found == (("components", "parameters", "Limit"),)
