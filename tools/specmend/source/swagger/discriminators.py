"""Discriminators: the name of a property in Swagger 2.0, an object in OpenAPI 3.0."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from specmend.document.openapi.references import locate, reference_of
from specmend.document.tree.pointer import format_pointer
from specmend.document.tree.values import Tree
from specmend.source.swagger.notes import Fields, Notes, Place

_VALUES: Final = ("x-discriminator-value", "x-ms-discriminator-value")
"""Extensions with which a schema says by which value a discriminator means it."""

_DEFINITIONS: Final = "definitions"
_OF_A_DEFINITION: Final = 3


def convert_discriminator(value: Tree, place: Place, notes: Notes) -> Fields:
    """The object with the name of the property (Swagger 2.0, Schema Object, `discriminator`).

    Its values are the names of definitions. Where a schema has another value, or another name
    now, `mapping` says so (OpenAPI 3.0.4 section 4.7.25).
    """
    if not isinstance(value, str):
        if not isinstance(value, dict):
            notes.expected(place.old, "the name of a property", value)
        return {"discriminator": value}
    mapping = _mapping(place, notes)
    return {"discriminator": {"propertyName": value, **({"mapping": mapping} if mapping else {})}}


def _mapping(place: Place, notes: Notes) -> dict[str, str]:
    """What the discriminator of a definition has to say of its heirs, references as they were."""
    if place.old[0] != _DEFINITIONS or len(place.old) != _OF_A_DEFINITION:
        return {}
    mapping: dict[str, str] = {}
    for name in _family(str(place.old[1]), notes):
        value = _value(name, notes)
        new = notes.moved.get((_DEFINITIONS, name), (name,))[-1]
        if value != new:
            mapping[value] = "#" + format_pointer((_DEFINITIONS, name))
    return mapping


def _family(parent: str, notes: Notes) -> Iterator[str]:
    """A definition and all that extend it, in the order of the document."""
    definitions: Tree = notes.original[_DEFINITIONS]
    family = {parent}
    while found := {n for n, d in definitions.items() if _bases(d, notes) & family} - family:
        family |= found
    return (name for name in definitions if name in family)


def _bases(definition: Tree, notes: Notes) -> set[str]:
    members = definition.get("allOf") if isinstance(definition, dict) else None
    bases = set()
    for member in members if isinstance(members, list) else ():
        address = locate(notes.original, reference_of(member))
        if address and address[0] == _DEFINITIONS and len(address) == _OF_A_DEFINITION - 1:
            bases.add(str(address[1]))
    return bases


def _value(name: str, notes: Notes) -> str:
    definition = notes.original[_DEFINITIONS][name]
    stated = (definition.get(key) for key in _VALUES) if isinstance(definition, dict) else ()
    return next((value for value in stated if isinstance(value, str)), name)
