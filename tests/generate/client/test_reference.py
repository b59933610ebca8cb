"""How the reference lists models: all fields with their types, and every word on them."""

from __future__ import annotations

from tests.generate.client.reading import INTEGER, STRING, normalized, of_schemas, reader_of

from specmend.generate.client.reference import ListedModel, ModelField, list_models, words_on_enum

PARENT = {"type": "object", "required": ["id"], "properties": {"id": STRING}}
CHILD = {
    "description": "A child.",
    "deprecated": True,
    "allOf": [
        {"$ref": "#/components/schemas/Parent"},
        {
            "type": "object",
            "properties": {"size": {**INTEGER, "default": 3, "description": "How large."}},
        },
    ],
}
COLOR = {"type": "string", "enum": ["red", "blue"], "description": "A color."}
STATE = {"type": "string", "enum": ["on"]}


def test_models_are_listed_with_all_of_their_fields() -> None:
    reader = reader_of(normalized(of_schemas(Parent=PARENT, Child=CHILD)))
    child, parent = list_models(reader.types, reader.fields)
    own = ModelField(code="id: str", words="")
    assert parent == ListedModel(name="Parent", words="", fields=(own,))
    assert (child.name, child.words) == ("Child", "A child. Deprecated.")
    size = ModelField(code="size: int | None", words="How large. Default: 3.")
    assert child.fields == (own, size)


def test_an_enumeration_is_listed_with_its_values() -> None:
    types = reader_of(of_schemas(Color=COLOR, State=STATE)).types
    assert words_on_enum(types, "Color") == '"red", "blue". A color.'
    assert words_on_enum(types, "State") == '"on"'
