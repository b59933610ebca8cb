"""Names of components as OpenAPI 3 allows them (OpenAPI 3.0.4 section 4.7.7.1)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Final

from specmend.document.tree.values import Tree
from specmend.source.swagger.notes import Notes

NAMES: Final[Mapping[str, str]] = {
    "definitions": "Schema",
    "parameters": "Parameter",
    "responses": "Response",
    "securityDefinitions": "Scheme",
}
"""The tables of a Swagger document whose names become those of components; each with the name for
what has no letter that OpenAPI allows."""

_ALLOWED: Final = re.compile(r"[a-zA-Z0-9.\-_]+")
_OTHERS: Final = re.compile(r"[^a-zA-Z0-9.\-_]+")


def component_names(table: str, notes: Notes) -> dict[str, str]:
    """The name in OpenAPI of every member of a table of the original, with a remark on new ones."""
    members: Tree = notes.original.get(table)
    names = valid_names(members if isinstance(members, dict) else (), NAMES[table])
    for old, new in names.items():
        if old != new:
            message = f"OpenAPI does not allow this name of a component: it is now `{new}`."
            notes.remark((table, old), message)
    return names


def valid_names(names: Iterable[str], otherwise: str) -> dict[str, str]:
    """A valid name for each name, all different; a name that is valid keeps itself."""
    wanted = list(names)
    taken = {name for name in wanted if _ALLOWED.fullmatch(name)}
    valid: dict[str, str] = {}
    for name in wanted:
        valid[name] = name if _ALLOWED.fullmatch(name) else _free(_plain(name) or otherwise, taken)
        taken.add(valid[name])
    return valid


def _plain(name: str) -> str:
    """A name without accents, with one underscore for what is not allowed."""
    decomposed = unicodedata.normalize("NFKD", name)
    letters = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return _OTHERS.sub("_", letters).strip("_")


def _free(name: str, taken: set[str]) -> str:
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name}_{number}"
    return free
