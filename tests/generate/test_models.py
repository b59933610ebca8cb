"""The document of models: classes with their fields as code."""

from __future__ import annotations

import ast
from textwrap import indent
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


def lines(**schemas: Any) -> dict[str, str]:
    """The code of each class: one field holds it all."""
    tree: Any = models_document(TypeReader(of_schemas(**schemas)))
    return {
        name: "\n".join(one[CODE] for one in schema.get("properties", {}).values())
        for name, schema in tree["components"]["schemas"].items()
    }


def test_a_field_is_its_annotation_its_default_and_its_words() -> None:
    code = lines(Pet=PET)["Pet"]
    assert "\nname: str\n" in code
    assert '\nage: Annotated[int, Field(ge=0)] | None = 1\n"""In years."""\n' in code
    assert (
        '\nuser_id: Annotated[str | None, Field(validation_alias="userId", '
        'serialization_alias="userId")] = None\n'
    ) in code
    # A field of the name `list` hides the type in its own class.
    assert "\nlist: _list[str] | None = None\n" in code
    assert 'old: Annotated[str | None, Field(json_schema_extra={"deprecated": True})]' in code


def test_a_class_is_code_with_its_words_as_docstring() -> None:
    (made,) = ast.parse(f"class Pet:\n{indent(lines(Pet=PET)['Pet'], '    ')}").body
    assert isinstance(made, ast.ClassDef)
    assert ast.get_docstring(made) == PET["description"]
    fields = [one.target for one in made.body if isinstance(one, ast.AnnAssign)]
    assert [ast.unparse(one) for one in fields] == ["name", "user_id", "age", "list", "old"]


def test_only_classes_are_in_the_document_with_their_parents() -> None:
    schemas = {"Base": thing(a=STRING), "Sub": {"type": "object", "allOf": [ref("Base")]}}
    others = {"State": {"type": "string", "enum": ["a"]}, "Many": {"type": "array", "items": {}}}
    tree: Any = models_document(TypeReader(of_schemas(**schemas, **others)))
    found = tree["components"]["schemas"]
    assert list(found) == ["Base", "Sub"]
    assert found["Sub"] == {"type": "object", "allOf": [ref("Base")]}


def test_a_document_without_classes_gives_none() -> None:
    assert models_document(TypeReader(of_schemas(State={"enum": ["a"]}))) is None
