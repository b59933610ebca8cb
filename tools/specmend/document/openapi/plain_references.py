"""References by `$id`, `$anchor`, `$dynamicAnchor` and `$self`, written as plain pointers.

What reads the result needs no base URI: every reference inside the document starts with `#/`.
"""

from __future__ import annotations

from specmend.document.openapi.identifiers import (
    DYNAMIC,
    NAMING_KEYWORDS,
    OWN_URI,
    Identifiers,
    identifiers,
    pointer_to,
)
from specmend.document.openapi.objects import map_objects
from specmend.document.openapi.retarget import map_places
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Draft, Tree, get, remove


def plain_references(tree: Tree) -> Tree:
    """A document whose references are pointers from its root, without names of schemas.

    The same object where there is nothing to do: OpenAPI 3.0 has none of these names. All places
    stay where they are, but for `$dynamicRef`, which becomes `$ref`. What leads out of the document
    or nowhere stays as it is. A `$dynamicRef` with several possible ends becomes a schema of
    any value; `open_references` lists these.
    """
    known = identifiers(tree)
    if known.is_empty:
        return tree
    pointed = map_places(tree, lambda at, text: _pointer(tree, known, at, text))
    draft = Draft(pointed)
    for address in reversed(known.dynamic_references):
        schema = get(draft.tree, address)
        draft.replace(address, _with_end(schema, _end(tree, known, address, schema[DYNAMIC])))
    return _without_names(draft.tree)


def open_references(tree: Tree) -> list[Address]:
    """The places of `$dynamicRef` whose end depends on the schema that they are reached from.

    Several schemas have the anchor then (JSON Schema core section 8.2.3.2).
    """
    known = identifiers(tree)
    return [
        (*address, DYNAMIC)
        for address in known.dynamic_references
        if _is_open(tree, known, address, get(tree, (*address, DYNAMIC)))
    ]


def _pointer(tree: Tree, known: Identifiers, address: Address, text: str) -> str:
    place = known.place_of(tree, address, text)
    if place is None:
        return text
    is_pointer = text.startswith("#/") and known.start_of(tree, address, text) == ()
    return text if is_pointer else pointer_to(place)


def _end(tree: Tree, known: Identifiers, address: Address, text: str) -> str:
    """The reference in place of a dynamic one; empty where its end is open."""
    if _is_open(tree, known, address, text):
        return ""
    return _pointer(tree, known, address, text)


def _is_open(tree: Tree, known: Identifiers, address: Address, text: str) -> bool:
    place = known.place_of(tree, address, text)
    name = text.rpartition("#")[2]
    rivals = known.dynamic.get(name, [])
    return place in rivals and len(rivals) > 1


def _with_end(schema: dict[str, Tree], end: str) -> dict[str, Tree]:
    others = {key: value for key, value in schema.items() if key != DYNAMIC}
    if not end:
        return others
    if "$ref" in others:
        listed = others.get("allOf")
        branches = listed if isinstance(listed, list) else []
        return {**others, "allOf": [*branches, {"$ref": end}]}
    # In its place, so that the order of the keywords stays.
    renamed = {"$ref" if key == DYNAMIC else key: value for key, value in schema.items()}
    return {**renamed, "$ref": end}


def _without_names(tree: Tree) -> Tree:
    tree = map_objects(tree, "schema", _nameless)
    return remove(tree, [(OWN_URI,)]) if isinstance(tree.get(OWN_URI), str) else tree


def _nameless(schema: dict[str, Tree]) -> Tree:
    names = [key for key in NAMING_KEYWORDS if isinstance(schema.get(key), str)]
    return {k: v for k, v in schema.items() if k not in names} if names else schema
