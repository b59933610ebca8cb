"""Classes: the parents that they can have, and the properties that are their own."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable
from typing import TypeAlias

from specmend.document.openapi.components import refer
from specmend.document.openapi.schemas import Node, Tree
from specmend.generate.names import distinct_names, field_name
from specmend.generate.normalize.canonical.parts import Parts

Fields: TypeAlias = dict[str, tuple[Tree, bool]]
"""The properties of a class: the schema of each, and whether it is required."""


def class_of(bases: list[str], parts: Parts, fields: Callable[[str], Fields]) -> Node:
    """A class with parents where Python can have them, else one with all their properties.

    Python cannot where two classes have a property in common and do not agree on it: type checkers
    refuse a field that has another type, or is required, in one of them only.
    """
    own = own_properties(parts)
    inherited = [fields(base) for base in bases]
    bases, inherited = _without_ancestors(bases, inherited)
    known: Fields = {}
    for of_base in inherited:
        known |= of_base
    known_schemas = {name: schema for name, (schema, _) in known.items()}
    optional = {name for name, (_, is_required) in known.items() if not is_required}
    new = {name: schema for name, schema in own.items() if known_schemas.get(name) != schema}
    added = [name for name in parts.required if name in new or name in optional]
    is_clash = any(name in known for name in (*new, *added))
    if is_clash or _overlap(inherited) or _is_renamed(inherited, new):
        return _flat(known, own, parts.required)
    if not new and len(bases) == 1:
        return refer(bases[0])
    result: Node = {"type": "object"}
    if bases:
        result["allOf"] = [refer(base) for base in bases]
    if new:
        result["properties"] = new
    required = [name for name in added if name in new]
    return {**result, "required": required} if required else result


def own_properties(parts: Parts) -> dict[str, Tree]:
    """The properties of a schema, one schema for each: it joins those of several members."""
    return {name: _one(schemas) for name, schemas in parts.properties.items()}


def joined(parts: Parts, others: Parts) -> None:
    """Add what a schema that is no class says to the parts of the schema that refers to it."""
    parts.unions += others.unions
    for name, schemas in others.properties.items():
        parts.properties.setdefault(name, []).extend(schemas)
    parts.required += [name for name in others.required if name not in parts.required]
    parts.types = parts.types or others.types
    if parts.values is None:
        parts.values, parts.is_constant = others.values, others.is_constant
    parts.keywords = {**others.keywords, **parts.keywords}
    parts.discriminator = parts.discriminator or others.discriminator


def _one(schemas: list[Tree]) -> Tree:
    """One schema for a property that several members of `allOf` have."""
    if all(not isinstance(schema, dict) or not schema for schema in schemas):
        return {}
    return schemas[0] if len(schemas) == 1 else {"allOf": schemas}


def _without_ancestors(bases: list[str], inherited: list[Fields]) -> tuple[list[str], list[Fields]]:
    """The bases without those whose properties another one has all."""
    kept = [number for number in range(len(bases)) if not _is_ancestor(number, inherited)]
    return [bases[number] for number in kept], [inherited[number] for number in kept]


def _is_ancestor(number: int, inherited: list[Fields]) -> bool:
    fields = inherited[number]
    for place, other in enumerate(inherited):
        has_all = all(other.get(name) == field for name, field in fields.items())
        if place != number and has_all and (place < number or other != fields):
            return True
    return False


def _overlap(inherited: list[Fields]) -> bool:
    names = [name for fields in inherited for name in fields]
    return len(names) != len(set(names))


def _is_renamed(inherited: list[Fields], new: Iterable[str]) -> bool:
    """Whether a parent's field would have another name in Python if the class had all fields.

    Then a name of one field would be the name on the wire of another: `user_id` for `userId` in a
    parent, beside a `user_id` of the class.
    """
    every = [*itertools.chain.from_iterable(inherited), *new]
    if not inherited or not _are_close(every):
        return False
    names = distinct_names(every, field_name)
    return any(
        names[wire] != name
        for of_base in inherited
        for wire, name in distinct_names(of_base, field_name).items()
    )


def _are_close(wires: list[str]) -> bool:
    """Whether two names on the wire could be one in Python."""
    names = [field_name(wire) for wire in wires]
    known = set(wires)
    renamed = [name for name, wire in zip(names, wires, strict=True) if name != wire]
    return len(set(names)) < len(names) or any(name in known for name in renamed)


def _flat(known: Fields, own: dict[str, Tree], required: list[str]) -> Node:
    """A class without parents that has all properties itself."""
    properties = {name: schema for name, (schema, _) in known.items()}
    for name, schema in own.items():
        before = properties.get(name, schema)
        properties[name] = schema if before == schema else {"allOf": [before, schema]}
    needed = [name for name, (_, is_required) in known.items() if is_required]
    needed += [name for name in required if name in properties and name not in needed]
    result: Node = {"type": "object", "properties": properties}
    return {**result, "required": needed} if needed else result
