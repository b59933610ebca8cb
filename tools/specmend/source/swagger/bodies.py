"""Bodies of requests: the parameter in the body as `requestBody`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from specmend.document.tree.values import Tree
from specmend.source.swagger.media_types import JSON, MediaTypes, assumed
from specmend.source.swagger.notes import Fields, Notes, Place
from specmend.source.swagger.parameters import value_of
from specmend.source.swagger.rewrite import GONE, Rule, constant, rewrite
from specmend.source.swagger.schemas import convert_schema

_EXAMPLES: Final = ("x-examples", "x-example", "example")
"""Where people put an example of a body; Swagger 2.0 has no place for it."""


def convert_body(parameter: Fields, media: MediaTypes, place: Place, notes: Notes) -> Tree:
    """The request body that a parameter in the body is (Swagger 2.0, Parameter Object).

    Its name is for documentation only, and dropped. Each media type has the schema.
    """
    types = assumed(media, "consumes", JSON, notes)
    content = {type_: _media_type(parameter, type_, place, notes) for type_ in types}
    given = {key for key in _EXAMPLES if any(_example(parameter, key, t) for t in types)}
    rules: dict[str, Rule] = {
        **dict.fromkeys(("name", "in", "type", "format", "items", *given), GONE),
        "schema": constant({"content": content}),
    }
    made = rewrite(parameter, place, notes, rules)
    return made if "content" in made else {**made, "content": content}


def examples(value: Tree, type_: str) -> Iterator[Tree]:
    """The example for a media type in a map by media types; its parameters make no difference."""
    for key, member in value.items() if isinstance(value, dict) else ():
        if _bare(key) == _bare(type_):
            yield member


def _bare(type_: str) -> str:
    """A media type without its parameters (RFC 9110 section 8.3.1)."""
    return type_.partition(";")[0].strip().lower()


def _media_type(parameter: Fields, type_: str, place: Place, notes: Notes) -> dict[str, Tree]:
    found = [e for key in _EXAMPLES for e in _example(parameter, key, type_)]
    example = {"example": found[0]} if found else {}
    return {**_schema(parameter, type_, place, notes), **example}


def _schema(parameter: Fields, type_: str, place: Place, notes: Notes) -> dict[str, Tree]:
    if "schema" in parameter:
        inner = place.to(("schema",), ("content", type_, "schema"))
        notes.move(inner)
        return {"schema": convert_schema(parameter["schema"], inner, notes)}
    if "type" in parameter:
        notes.remark(place.old, "A body has a `schema` and no `type`: that is read as its schema.")
        inner = place.to((), ("content", type_, "schema"))
        return {"schema": value_of(parameter, "query", inner, notes).schema}
    notes.remark(place.old, "This body has no `schema`: anything is assumed.")
    return {}


def _example(parameter: Fields, key: str, type_: str) -> list[Tree]:
    """The example for a media type under one of the keys, as a list of one or none."""
    if key not in parameter:
        return []
    return [*examples(parameter[key], type_)][:1] if key == "x-examples" else [parameter[key]]
