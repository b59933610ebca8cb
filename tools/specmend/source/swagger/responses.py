"""Responses: schema and examples as `content`, headers with schemas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from specmend.document.openapi.references import reference_of
from specmend.document.tree.values import Tree
from specmend.source.swagger.bodies import examples
from specmend.source.swagger.media_types import JSON, OCTETS, MediaTypes, assumed
from specmend.source.swagger.notes import Fields, Notes, Place
from specmend.source.swagger.parameters import convert_header
from specmend.source.swagger.rewrite import Rule, constant, rewrite
from specmend.source.swagger.schemas import convert_schema

_TO_A_SCHEMA: Final = "#/definitions/"


def convert_response(response: Tree, media: MediaTypes, place: Place, notes: Notes) -> Tree:
    """A response of the media types that its operation produces (Swagger 2.0, Response Object).

    Without a schema it has no content, but for what its examples show.
    """
    if not isinstance(response, dict):
        notes.expected(place.old, "a response", response)
        return response
    if reference_of(response).startswith(_TO_A_SCHEMA):
        notes.remark(place.old, "This is a reference to a schema: a response with it is assumed.")
        content = {type_: {"schema": response} for type_ in assumed(media, "produces", JSON, notes)}
        return {"description": "", "content": content}
    if reference_of(response):
        return response
    content = _content(response, media, place, notes)
    rules: dict[str, Rule] = {
        "schema": constant({"content": content} if "schema" in response else {}),
        "examples": constant(_examples(response, content, place, notes)),
        "headers": _headers,
    }
    return rewrite(response, place, notes, rules)


def has_content(response: Tree) -> bool:
    """Whether it makes a difference to a response which media types its operation produces."""
    if reference_of(response):
        return reference_of(response).startswith(_TO_A_SCHEMA)
    return isinstance(response, dict) and "schema" in response


def _content(response: Fields, media: MediaTypes, place: Place, notes: Notes) -> dict[str, Tree]:
    """The content of a response: the media types that are produced, and others that it shows."""
    shown = response.get("examples")
    listed = shown.items() if isinstance(shown, dict) else ()
    by_type = {type_: example for type_, example in listed if "/" in type_}
    if "schema" not in response:
        return {type_: {"example": example} for type_, example in by_type.items()}
    schema = response["schema"]
    is_file = isinstance(schema, dict) and schema.get("type") == "file"
    types = assumed(media, "produces", OCTETS if is_file else JSON, notes)
    content = {}
    for type_ in (*types, *_beyond(types, by_type, place, notes)):
        inner = place.to(("schema",), ("content", type_, "schema"))
        notes.move(inner)
        found = [{"example": example} for example in examples(by_type, type_)][:1]
        content[type_] = {"schema": convert_schema(schema, inner, notes), **dict(*found)}
    return content


def _beyond(types: Iterable[str], by_type: Fields, place: Place, notes: Notes) -> Iterator[str]:
    """The media types that only the examples name: that of an error is often another one."""
    for type_ in by_type:
        if not any([*examples({type_: True}, produced)] for produced in types):
            message = f"`{type_}` is not produced, but shown here: it is taken for possible too."
            notes.remark((*place.old, "examples", type_), message)
            yield type_


def _examples(response: Fields, content: Fields, place: Place, notes: Notes) -> Fields:
    """What stands where the examples stood: those without a place, or content without a schema."""
    shown = response.get("examples")
    if not isinstance(shown, dict):
        if "examples" in response:
            notes.expected((*place.old, "examples"), "examples by media type", shown)
        return {"examples": shown}
    left = {key: example for key, example in shown.items() if "/" not in key}
    for key in left:
        message = "An example stands under its media type: this is kept in `x-examples`."
        notes.remark((*place.old, "examples", key), message)
    without = {"content": content} if content and "schema" not in response else {}
    return {**without, **({"x-examples": left} if left else {})}


def _headers(headers: Tree, place: Place, notes: Notes) -> Fields:
    if not isinstance(headers, dict):
        notes.expected(place.old, "headers by name", headers)
        return {"headers": headers}
    return {
        "headers": {
            name: convert_header(header, place.below(name), notes)
            for name, header in headers.items()
        }
    }
