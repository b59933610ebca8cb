"""Forms: the parameters in `formData` as one request body with a property each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from specmend.document.tree.values import Tree
from specmend.source.swagger.collection_formats import Where
from specmend.source.swagger.media_types import MediaTypes
from specmend.source.swagger.notes import Fields, Notes, Place
from specmend.source.swagger.parameters import value_of
from specmend.source.swagger.rewrite import GONE, Rule, renamed, rewrite

URLENCODED: Final = "application/x-www-form-urlencoded"
MULTIPART: Final = "multipart/form-data"
_FORMS: Final[Mapping[str, Where]] = {URLENCODED: "form", MULTIPART: "multipart"}


class Field(NamedTuple):
    """A parameter in a form, and where it stands in the original."""

    parameter: Fields
    place: Place


def convert_form(fields: Sequence[Field], media: MediaTypes, place: Place, notes: Notes) -> Tree:
    """The request body that the fields of a form are together (Swagger 2.0, Parameter Object).

    It is required where one of its fields is. `place` is that of the operation and of the body.
    """
    types = form_types(fields, media, place, notes)
    content = {type_: _form(fields, type_, place, notes) for type_ in types}
    required = any(map(_is_required, fields))
    return {"content": content, **({"required": True} if required else {})}


def form_types(
    fields: Sequence[Field], media: MediaTypes, place: Place, notes: Notes
) -> tuple[str, ...]:
    """The media types of a form; of others nothing can be said, and a file needs parts.

    With a file, Swagger 2.0 allows URL-encoded forms too (Parameter Object, `type`), but no way to
    write one.
    """
    possible = (MULTIPART,) if any(_has_file(field) for field in fields) else (*_FORMS,)
    types = tuple(type_ for type_ in media.types if type_.split(";")[0].strip() in possible)
    others = [type_ for type_ in media.types if type_ not in types]
    if not types:
        found = f"`consumes` names no media type of a form: `{possible[0]}` is assumed."
        notes.remark(media.given_at or place.old, found)
    elif others:
        left = ", ".join(f"`{type_}`" for type_ in others)
        notes.remark(media.given_at, f"A form like this one is not sent as {left}: left out.")
    return types or possible[:1]


def _has_file(field: Field) -> bool:
    holders = (field.parameter, field.parameter.get("items"))
    return any(isinstance(holder, dict) and holder.get("type") == "file" for holder in holders)


def _is_required(field: Field) -> bool:
    return field.parameter.get("required") is True


def _form(fields: Sequence[Field], type_: str, place: Place, notes: Notes) -> dict[str, Tree]:
    """The media type of a form: its schema, and how its lists are written."""
    where = _FORMS[type_.split(";", maxsplit=1)[0].strip()]
    schema: dict[str, Tree] = {"type": "object", "properties": {}}
    encoding: dict[str, Tree] = {}
    for field in fields:
        name = field.parameter["name"]
        inner = (*place.new, "content", type_, "schema", "properties", name)
        style, made = _property(field, where, Place(old=field.place.old, new=inner), notes)
        schema["properties"][name] = made
        encoding |= {name: dict(style)} if style else {}
    required = dict.fromkeys(f.parameter["name"] for f in fields if _is_required(f))
    schema |= {"required": [*required]} if required else {}
    return {"schema": schema, **({"encoding": encoding} if encoding else {})}


def _property(field: Field, where: Where, place: Place, notes: Notes) -> tuple[Fields, Tree]:
    """How a field of a form is written, and its schema, with what else the parameter says."""
    notes.move(place)
    style, schema = value_of(field.parameter, where, place, notes)
    of_value = {key for key in field.parameter if key in schema or key in _DROPPED}
    rules: dict[str, Rule] = {**_RULES, **dict.fromkeys(of_value, GONE)}
    beside = rewrite(field.parameter, place, notes, rules)
    beside = {key: member for key, member in beside.items() if key in _KEPT or key[:2] == "x-"}
    return style, {**beside, **schema} if isinstance(schema, dict) else schema


_KEPT: Final = ("description", "example", "deprecated")
_DROPPED: Final = ("name", "in", "required", "x-nullable", "x-oneOf", "x-anyOf", "x-not")


def _empty(value: Tree, place: Place, notes: Notes) -> Fields:
    message = "A form of OpenAPI 3.0 has no `allowEmptyValue`: it is kept as `x-allowEmptyValue`."
    notes.remark(place.old, message)
    return {"x-allowEmptyValue": value}


_RULES: Final[Mapping[str, Rule]] = {"allowEmptyValue": _empty, "x-example": renamed("example")}
