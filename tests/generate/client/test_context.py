"""What the templates see of a whole package."""

from __future__ import annotations

from types import SimpleNamespace

from tests.generate.client.reading import document, read

from specmend.generate.client.context import shadowed_types, template_values

PET = {"type": "object", "properties": {"name": {"type": "string"}}}
PETS = {"200": {"description": "", "content": {"application/json": {"schema": PET}}}}
TREE = document(
    {
        "/a": {
            "get": {"operationId": "list", "responses": PETS, "tags": ["Pets"], "deprecated": True}
        }
    }
)


def test_a_method_that_hides_a_builtin_type_is_known() -> None:
    groups, _ = read(TREE)
    assert shadowed_types(groups) == ["list"]


def test_the_templates_find_the_operation_of_an_endpoint_and_its_models() -> None:
    groups, _ = read(TREE)
    values = template_values(groups, ["ListResponse"], {"Level": '"a"'})
    operation = values["operation_of"](SimpleNamespace(tags=["pets"], name="list_"))
    assert (operation.method, operation.path) == ("GET", "/a")
    assert values["models_of"](operation) == ("ListResponse",)
    assert values["signature_models"] == ("ListResponse",)
    assert values["enums"] == [("Level", '"a"')]
    assert values["has_deprecated"]
    assert values["plain_example"] == ".pets.list()"
    assert values["stream_example"] == ""
