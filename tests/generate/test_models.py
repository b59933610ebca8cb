"""The document of models: classes with their fields as code."""

from __future__ import annotations

import ast
from typing import Any

from tests.generate.normalize.documents import of_schemas, ref, thing

from specmend.generate.models import CODE, models_document
from specmend.generate.types.read import TypeReader

STRING = {"type": "string"}
PET: dict[str, Any] = {
    "type": "object",
    "description": 'A pet.\n"""quoted"""',
    "required": ["name"],
    "properties": {
        "name": STRING,
        "userId": STRING,
        "age": {"type": "integer", "minimum": 0, "default": 1, "description": "In years."},
        "list": {"type": "array", "items": STRING},
        "old": {"type": "string", "deprecated": True},
    },
}


def fields(**schemas: Any) -> dict[str, dict[str, str]]:
    """The code of the fields of each class."""
    tree: Any = models_document(TypeReader(of_schemas(**schemas)))
    return {
        name: {field: code[CODE] for field, code in schema.get("properties", {}).items()}
        for name, schema in tree["components"]["schemas"].items()
    }


def test_a_field_is_its_annotation_its_default_and_its_words() -> None:
    code = fields(Pet=PET)["Pet"]
    assert code["name"] == "name: str"
    assert code["age"].startswith("age: Annotated[int, Field(ge=0)] | None = 1\n")
    assert '"""In years."""' in code["age"]
    assert code["user_id"] == (
        'user_id: Annotated[str | None, Field(validation_alias="userId", '
        'serialization_alias="userId")] = None'
    )
    # A field of the name `list` hides the type in its own class.
    assert code["list"] == "list: _list[str] | None = None"
    assert "deprecated" in code["old"]


def test_the_words_of_a_class_are_its_docstring() -> None:
    (words,) = [code for code in fields(Pet=PET)["Pet"].values() if code.startswith('"')]
    assert ast.literal_eval(words).strip() == PET["description"]


def test_only_classes_are_in_the_document_with_their_parents() -> None:
    schemas = {"Base": thing(a=STRING), "Sub": {"type": "object", "allOf": [ref("Base")]}}
    others = {"State": {"type": "string", "enum": ["a"]}, "Many": {"type": "array", "items": {}}}
    tree: Any = models_document(TypeReader(of_schemas(**schemas, **others)))
    found = tree["components"]["schemas"]
    assert list(found) == ["Base", "Sub"]
    assert found["Sub"] == {"type": "object", "allOf": [ref("Base")]}


def test_a_document_without_classes_gives_none() -> None:
    assert models_document(TypeReader(of_schemas(State={"enum": ["a"]}))) is None
