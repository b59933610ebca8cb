"""Components: the tables of a Swagger document that others refer to, under one roof."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from specmend.document.openapi.references import follow
from specmend.document.tree.pointer import format_pointer
from specmend.document.tree.values import Tree
from specmend.source.swagger.bodies import convert_body
from specmend.source.swagger.listed import kind_of
from specmend.source.swagger.notes import Fields, Notes, Place
from specmend.source.swagger.parameters import convert_parameter
from specmend.source.swagger.responses import convert_response
from specmend.source.swagger.schemas import convert_schema
from specmend.source.swagger.security import convert_scheme
from specmend.source.swagger.shared import Shared

TABLES: Final[Mapping[str, str]] = {
    "definitions": "schemas",
    "parameters": "parameters",
    "responses": "responses",
    "securityDefinitions": "securitySchemes",
}
"""Swagger 2.0, Swagger Object, and the fields of OpenAPI 3.0.4 section 4.7.7."""

_BODIES: Final = "requestBodies"
_Convert = Callable[[Tree, Place, Notes], Tree]


def note_moves(notes: Notes) -> None:
    """Note where each component goes, so that references follow it."""
    for table, field in TABLES.items():
        notes.move(Place(old=(table,), new=("components", field)))
        for old, new in notes.names[table].items():
            if table != "parameters":
                notes.move(Place(old=(table, old), new=("components", field, new)))
            elif _kind(old, notes) != "field":
                kept = _BODIES if _kind(old, notes) == "body" else field
                notes.move(Place(old=(table, old), new=("components", kept, new)))


def convert_components(shared: Shared, notes: Notes) -> dict[str, Tree]:
    """All tables, in the order of the original; fields of forms stand in the forms alone."""
    original = notes.original
    made: dict[str, Tree] = {}
    for table in (key for key in original if key in TABLES):
        members = original[table]
        if isinstance(members, dict):
            _convert_table(table, members, shared, made, notes)
        else:
            notes.expected((table,), "components by name", members)
            made[TABLES[table]] = members
    return made


def remark_unused_fields(notes: Notes) -> None:
    """Say which shared fields of forms went nowhere, as no operation has them."""
    for name in notes.names["parameters"]:
        if _kind(name, notes) == "field":
            target, _ = follow(notes.original, ("parameters", name))
            if target not in notes.moved:
                notes.remark(target, "No operation has this field of a form: it is left out.")


def _convert_table(
    table: str, members: Fields, shared: Shared, made: dict[str, Tree], notes: Notes
) -> None:
    field = TABLES[table]
    if not members:
        made[field] = {}
    for name, member in members.items():
        kind = _kind(name, notes) if table == "parameters" else ""
        if kind == "field":
            continue
        kept = _BODIES if kind == "body" else field
        new = notes.names[table][name]
        place = Place(old=(table, name), new=("components", kept, new))
        made.setdefault(kept, {})[new] = _convert(kept, member, shared, place, notes)


def _convert(kept: str, member: Tree, shared: Shared, place: Place, notes: Notes) -> Tree:
    if kept == _BODIES:
        return _body(member, shared, place, notes)
    if kept == "responses":
        return convert_response(member, shared.media_of(place.old), place, notes)
    return _CONVERT[kept](member, place, notes)


def _body(member: Tree, shared: Shared, place: Place, notes: Notes) -> Tree:
    target, _ = follow(notes.original, place.old)
    if target != place.old:
        return {"$ref": "#" + format_pointer(target)}
    return convert_body(member, shared.media_of(place.old), place, notes)


def _kind(name: str, notes: Notes) -> str:
    _, parameter = follow(notes.original, ("parameters", name))
    return kind_of(parameter)


_CONVERT: Final[Mapping[str, _Convert]] = {
    "schemas": convert_schema,
    "parameters": convert_parameter,
    "securitySchemes": convert_scheme,
}
