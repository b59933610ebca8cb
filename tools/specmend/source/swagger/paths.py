"""Paths and path items: what is a body there belongs to each operation."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Final

from specmend.document.tree.values import Tree
from specmend.source.swagger.listed import listed
from specmend.source.swagger.media_types import KEYS, drop
from specmend.source.swagger.notes import Fields, Notes, Place
from specmend.source.swagger.operations import Surroundings, convert_listed, convert_operation
from specmend.source.swagger.rewrite import Rule, rewrite
from specmend.source.swagger.servers import convert_servers
from specmend.source.swagger.shared import Shared

_METHODS: Final = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
"""Swagger 2.0, Path Item Object, and `trace`, which people write though it is not there."""


def convert_paths(shared: Shared, paths: Tree, place: Place, notes: Notes) -> Fields:
    """All paths; fields with `x-` are extensions (Swagger 2.0, Paths Object)."""
    if not isinstance(paths, dict):
        notes.expected(place.old, "path items by path", paths)
        return {"paths": paths}
    made = {
        path: item
        if path.startswith("x-")
        else _convert_item(item, shared, place.below(path), notes)
        for path, item in paths.items()
    }
    return {"paths": made}


def _convert_item(item: Tree, shared: Shared, place: Place, notes: Notes) -> Tree:
    if not isinstance(item, dict):
        notes.expected(place.old, "a path item", item)
        return item
    around = Surroundings(place.old, shared)
    operations = {method: partial(_operation, method, around) for method in _METHODS}
    rules: dict[str, Rule] = {**_RULES, **operations}
    return rewrite(item, place, notes, rules)


def _operation(
    method: str, around: Surroundings, value: Tree, place: Place, notes: Notes
) -> Fields:
    return {method: convert_operation(value, around, place, notes)}


def _parameters(value: Tree, place: Place, notes: Notes) -> Fields:
    """The parameters for all operations, without bodies and forms, which each operation has."""
    own = [one for one in listed(place.old[:-1], notes) if one.kind == "parameter"]
    return convert_listed(own, value, place, notes)


_RULES: Final[Mapping[str, Rule]] = {
    **dict.fromkeys(KEYS, drop),
    "parameters": _parameters,
    "x-servers": convert_servers,
}
