"""A Swagger 2.0 document as an OpenAPI 3.0 document."""

from __future__ import annotations

import copy
from functools import partial
from typing import Any, Final

from specmend.document.openapi.retarget import retarget
from specmend.document.tree.values import Tree
from specmend.source.swagger.components import (
    TABLES,
    convert_components,
    note_moves,
    remark_unused_fields,
)
from specmend.source.swagger.media_types import KEYS, drop
from specmend.source.swagger.names import component_names
from specmend.source.swagger.notes import Conversion, Fields, Notes, Place, Remark
from specmend.source.swagger.paths import convert_paths
from specmend.source.swagger.rewrite import GONE, Rule, constant, rewrite
from specmend.source.swagger.security import convert_requirements
from specmend.source.swagger.servers import OF_SERVERS, servers_of, understood
from specmend.source.swagger.shared import Shared

VERSION: Final = "3.0.4"
"""The version of OpenAPI that a conversion gives."""


def convert_swagger(tree: Tree) -> Conversion:
    """The OpenAPI 3.0 document that says the same as a Swagger 2.0 document, and what it cannot.

    Keys keep their order, extensions their places. What is not understood stays where it is, with
    a remark, for the validator to find. Nothing is raised for a fault of the document.
    """
    if not isinstance(tree, dict):
        message = "This is no Swagger document: it stays as it is."
        return Conversion(tree=tree, remarks=(Remark(address=(), message=message),))
    notes = Notes(tree)
    notes.names = {table: component_names(table, notes) for table in TABLES}
    note_moves(notes)
    shared = Shared(notes)
    # Components first: a reference into what is copied elsewhere leads to the component.
    components = convert_components(shared, notes)
    made = rewrite(tree, _ROOT, notes, _rules(components, shared, notes))
    remark_unused_fields(notes)
    # What stands in several places must not be one object: a change of one is no change of others.
    converted = copy.deepcopy(retarget(made, notes.moved))
    return Conversion(tree=converted, remarks=notes.remarks())


_ROOT: Final = Place(old=(), new=())


def _rules(components: dict[str, Any], shared: Shared, notes: Notes) -> dict[str, Rule]:
    """What becomes of the fields of the document (Swagger 2.0, Swagger Object)."""
    return {
        "swagger": _version,
        **dict.fromkeys(KEYS, drop),
        "paths": partial(convert_paths, shared),
        "security": convert_requirements,
        "x-ms-paths": _other_paths,
        **_components(components, notes),
        **_servers(notes),
    }


def _version(_value: Tree, _place: Place, _notes: Notes) -> Fields:
    return {"openapi": VERSION}


def _components(components: dict[str, Any], notes: Notes) -> dict[str, Rule]:
    """The components where the first table stood, or with those that are there already."""
    tables = [key for key in notes.original if key in TABLES]
    present = notes.original.get("components")
    if present is None:
        return _once("components", components, tables)
    if not isinstance(present, dict):
        notes.expected(("components",), "components by kind", present)
        return {}
    notes.remark(("components",), "Swagger 2.0 has no `components`: they are read as OpenAPI's.")
    whole = {**present}
    for kind, members in components.items():
        known: Tree = present.get(kind)
        both = isinstance(members, dict) and isinstance(known, dict)
        whole[kind] = {**members, **known} if both else members
    return {**dict.fromkeys(tables, GONE), "components": constant({"components": whole})}


def _other_paths(value: Tree, place: Place, notes: Notes) -> Fields:
    """Azure's paths that differ only in their queries, which no version of OpenAPI tells apart."""
    notes.remark(place.old, "OpenAPI has no paths with a query: these operations are left out.")
    return {"x-ms-paths": value}


def _servers(notes: Notes) -> dict[str, Rule]:
    keys = [k for k in notes.original if k in OF_SERVERS and understood(k, notes.original[k])]
    for key in (k for k in notes.original if k in OF_SERVERS and k not in keys):
        notes.expected((key,), _WANTED[key], notes.original[key])
    servers = servers_of(notes.original, notes)
    if not servers:
        return dict.fromkeys(keys, GONE)
    return _once("servers", servers, keys)


_WANTED: Final = {
    "host": "a name",
    "basePath": "a path",
    "schemes": "a list of schemes",
    "x-servers": "a list of servers with a `url`",
    "x-ms-parameterized-host": "an object with a `hostTemplate`",
}


def _once(name: str, value: Tree, keys: list[str]) -> dict[str, Rule]:
    """The rules that put one field in the place of the first of some keys."""
    others: dict[str, Rule] = dict.fromkeys(keys, GONE)
    return others | dict.fromkeys(keys[:1], constant({name: value}))


def _fields(fields: Fields, *_: object) -> Fields:
    return fields
