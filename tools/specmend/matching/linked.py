"""What a Link Object says, in one spelling: which operation it leads to, and with what."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from specmend.document.openapi.references import locate
from specmend.document.tree.values import Tree, get
from specmend.matching.spelling import Pair

_ID: Final = "operationId"
_REFERENCE: Final = "operationRef"
_PARAMETERS: Final = "parameters"
LINKED: Final = (_ID, _REFERENCE, _PARAMETERS)
"""The fields of a link that are spelled here."""

_PASSED: Final = "passed"
"""The keyword of a pair with the bare name of a parameter and what is passed for it."""

_LOCATIONS: Final = ("path", "query", "querystring", "header", "cookie")


def link_pairs(tree: Tree, link: dict[str, Tree]) -> Iterator[Pair]:
    """What a link says of its operation and its parameters.

    A reference to an operation says the same as its id, and a parameter may be named with its
    location before it (OpenAPI 3.1 section 4.8.20).
    """
    for key, value in link.items():
        if key == _REFERENCE and isinstance(value, str):
            name = _id_of(tree, value)
            yield (_ID, name, (key,)) if name else (key, value, (key,))
        elif key == _ID:
            yield key, value, (key,)
        elif key == _PARAMETERS and isinstance(value, dict):
            for name, passed in value.items():
                yield key, name, (key, name)
                yield _PASSED, [_bare(name), passed], (key, name)


def meant_by_link(tree: Tree, link: dict[str, Tree]) -> dict[str, Tree]:
    """A link that names its operation by an id, where it has one."""
    meant = dict(link)
    reference = meant.get(_REFERENCE)
    name = _id_of(tree, reference) if isinstance(reference, str) else ""
    if name:
        del meant[_REFERENCE]
        meant[_ID] = name
    return meant


def _id_of(tree: Tree, reference: str) -> str:
    """The id of the operation that a reference of this document names; empty for none."""
    place = locate(tree, reference)
    name = get(tree, (*place, _ID)) if place is not None else None
    return name if isinstance(name, str) else ""


def _bare(name: str) -> str:
    """The name of a parameter without its location."""
    location, _, bare = name.partition(".")
    return bare if location in _LOCATIONS and bare else name
