"""What the templates see of a whole package."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from tests.generate.client.reading import document, read

from specmend.generate.client.context import hidden_types, names_in, template_values

PET = {"type": "object", "properties": {"name": {"type": "string"}}}
SCHEMAS = {
    "Level": {"type": "string", "enum": ["a"]},
    "Tree": {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}},
    "Pet": {
        "type": "object",
        "properties": {
            "level": {"$ref": "#/components/schemas/Level"},
            "tree": {"$ref": "#/components/schemas/Tree"},
        },
    },
}
PETS = {"200": {"description": "", "content": {"application/json": {"schema": PET}}}}
TREE = document(
    {
        "/a": {
            "get": {"operationId": "list", "responses": PETS, "tags": ["Pets"], "deprecated": True},
            "put": {
                "operationId": "put",
                "requestBody": {
                    "content": {
                        "application/json": {
                            "schema": {
                                "type": "array",
                                "items": {"$ref": "#/components/schemas/Pet"},
                            }
                        }
                    }
                },
                "responses": {"204": {"description": ""}},
            },
        }
    },
    components={"schemas": SCHEMAS},
)


def test_a_method_that_hides_a_builtin_type_is_known() -> None:
    groups, _ = read(TREE)
    assert hidden_types(groups) == ["list"]


def test_a_group_that_hides_a_builtin_type_is_known() -> None:
    groups, _ = read(document({"/a": {"get": {"operationId": "x", "tags": ["str"]}}}))
    assert hidden_types(groups) == ["str"]


def test_the_templates_find_the_operation_of_an_endpoint_and_its_models() -> None:
    groups, reader = read(TREE)
    values = template_values(groups, reader.types, reader.fields)
    operation = values["operation_of"](SimpleNamespace(tags=["pets"], name="list_"))
    assert (operation.method, operation.path) == ("GET", "/a")
    assert values["models_of"](operation) == ("ListResponse",)
    assert values["signature_models"] == ("ListResponse", "Pet")
    assert values["classes"] == ["ListResponse", "Pet", "Tree"]
    assert values["enums"] == [("Level", '"a"')]
    assert values["has_deprecated"]
    assert values["has_recursive"]
    assert values["plain_example"] == ".pets.list()"
    assert values["stream_example"] == ""


@pytest.mark.parametrize(
    ("texts", "names"),
    [
        ([], ()),
        (["Items", "str"], ()),
        (["list[Item | None]", "dict[str, ItemLevel]", "Items"], ("Item", "ItemLevel")),
        (["Größe | None"], ("Größe",)),
    ],
)
def test_names_are_found_in_written_types(texts: list[str], names: tuple[str, ...]) -> None:
    assert names_in(texts, {"Item", "ItemLevel", "Pet", "Größe"}) == names
