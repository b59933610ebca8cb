"""Parameters that are no body and no form, and headers of responses."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from specmend.document.openapi.keywords import KEYWORDS
from specmend.document.openapi.references import reference_of
from specmend.document.tree.values import Tree
from specmend.source.swagger.collection_formats import Where, joined, joined_value, style_of
from specmend.source.swagger.notes import Fields, Notes, Place
from specmend.source.swagger.rewrite import GONE, Rule, constant, renamed, rewrite
from specmend.source.swagger.schemas import convert_schema

_OF_THE_PARAMETER: Final = ("description", "required", "example", "examples", "deprecated")
_OF_THE_VALUE: Final = frozenset(
    {*KEYWORDS, "collectionFormat", "x-nullable", "x-oneOf", "x-anyOf", "x-not"}
).difference(_OF_THE_PARAMETER)
"""The fields of Swagger 2.0's parameters, items and headers that say what the value may be, with
what people write beyond them; in OpenAPI they stand in `schema`."""

_GUESSES: Final = (
    ("items", "array"),
    ("properties", "object"),
    ("additionalProperties", "object"),
)
_TYPING: Final = frozenset({"$ref", "allOf", "anyOf", "oneOf", "not", "x-oneOf", "x-anyOf"})


_PLACES: Final = ("path", "query", "header", "cookie")
_WANTED: Final = "`path`, `query`, `header`, `formData` or `body`"


class Value(NamedTuple):
    """What a parameter says of its value: how it is written, and its schema."""

    style: Mapping[str, Any]
    schema: Tree


def convert_parameter(parameter: Tree, place: Place, notes: Notes) -> Tree:
    """A parameter in a path, query or header (Swagger 2.0, Parameter Object)."""
    if not isinstance(parameter, dict):
        notes.expected(place.old, "a parameter", parameter)
        return parameter
    if reference_of(parameter):
        return parameter
    where: Tree = parameter.get("in")
    if where not in _PLACES:
        _remark_place(parameter, place, notes)
        return parameter
    return _valued(parameter, where, place, notes)


def convert_header(header: Tree, place: Place, notes: Notes) -> Tree:
    """A header of a response (Swagger 2.0, Header Object)."""
    if not isinstance(header, dict):
        notes.expected(place.old, "a header", header)
        return header
    return header if reference_of(header) else _valued(header, "header", place, notes)


def value_of(parameter: Fields, where: Where, place: Place, notes: Notes) -> Value:
    """How the value of a parameter is written, and its schema, which stands at `place`."""
    fields = {key: member for key, member in parameter.items() if key in _OF_THE_VALUE}
    for key in fields:
        notes.move(place.below(key))
    inner = parameter.get("schema")
    if isinstance(inner, dict):
        return _with_schema(inner, fields, place, notes)
    fields = _typed(fields, place, notes)
    style: Mapping[str, Any] | None = {}
    if fields.get("type") == "array":
        style = {} if _are_files(fields) else style_of(fields, where, place, notes)
        fields = _list(fields, place, notes) if style is not None else joined(fields, place, notes)
    elif fields.get("type") == "object":
        notes.remark(place.old, f"Swagger 2.0 does not say how an object is sent in a {where}.")
    fields.pop("collectionFormat", None)
    return Value(style or {}, convert_schema(fields, place, notes))


def _remark_place(parameter: Fields, place: Place, notes: Notes) -> None:
    """Say what is wrong with `in`; of a body or a field too many, it is said already."""
    where = parameter.get("in")
    if "in" not in parameter:
        notes.remark(place.old, f"This does not say where it is sent: expected `in`, {_WANTED}.")
    elif not isinstance(where, str) or where.lower() not in ("body", "formdata"):
        notes.expected((*place.old, "in"), _WANTED, where)
    elif not isinstance(parameter.get("name"), str):
        notes.remark(place.old, "This field of a form has no `name`: it stays as it is.")


def _valued(parameter: dict[str, Tree], where: Where, place: Place, notes: Notes) -> Tree:
    """The fields of a parameter, those of its value in a schema where the first of them stood."""
    if "content" in parameter:
        return parameter
    style, schema = value_of(parameter, where, place.to((), ("schema",)), notes)
    fields = {**{key: m for key, m in style.items() if key not in parameter}, "schema": schema}
    of_value = [key for key in parameter if key in _OF_THE_VALUE]
    rules = {**_RULES, **dict.fromkeys(of_value, GONE)}
    if where == "query":
        rules[_RESERVED] = renamed("allowReserved", bool)
    first = "schema" if "schema" in parameter else next(iter(of_value), "")
    rules[first] = constant(fields)
    made = rewrite(parameter, place, notes, rules)
    return made if first else {**made, **fields}


def _typed(fields: dict[str, Tree], place: Place, notes: Notes) -> dict[str, Tree]:
    """The fields of a value with a type, guessed where it has none: Swagger 2.0 requires it."""
    if "type" in fields or _TYPING & fields.keys():
        return fields
    guess = next((type_ for key, type_ in _GUESSES if key in fields), "string")
    notes.remark(place.old, f"This does not say of which type it is: `{guess}` is assumed.")
    return {"type": guess, **fields}


def _with_schema(
    inner: dict[str, Tree], fields: dict[str, Tree], place: Place, notes: Notes
) -> Value:
    """The value of a parameter with a `schema`, which Swagger 2.0 has for bodies alone."""
    message = "Only a body has a `schema` in Swagger 2.0: it is read as in OpenAPI 3.0."
    notes.remark((*place.old, "schema"), message)
    rest = {key: member for key, member in fields.items() if key not in inner}
    own = Place(old=(*place.old, "schema"), new=place.new)
    made = convert_schema(inner, own, notes)
    return Value({}, {**made, **convert_schema(rest, place, notes)} if rest else made)


def _list(fields: dict[str, Tree], place: Place, notes: Notes) -> dict[str, Tree]:
    """The fields of a list, lists inside it as texts: OpenAPI cannot say how they are written."""
    items = fields.get("items")
    if not isinstance(items, dict):
        return fields
    inner = place.below("items")
    if items.get("type") == "array" and not _are_files(items):
        made = {**fields, "items": joined(items, inner, notes)}
        if isinstance(fields.get("default"), list):
            made["default"] = [joined_value(items, value) for value in fields["default"]]
        return made
    return {**fields, "items": {k: v for k, v in items.items() if k != "collectionFormat"}}


def _are_files(fields: Fields) -> bool:
    items = fields.get("items")
    return isinstance(items, dict) and items.get("type") == "file"


_RESERVED: Final = "x-ms-skip-url-encoding"
"""What Azure's documents say of values that keep the characters of RFC 3986 section 2.2."""

_RULES: Final[Mapping[str, Rule]] = {
    "x-example": renamed("example"),
    "x-deprecated": renamed("deprecated", bool),
}
