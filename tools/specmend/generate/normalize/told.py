"""Keeps the properties by which a discriminator tells classes apart in both directions."""

from __future__ import annotations

from collections.abc import Iterator

from specmend.document.openapi.components import component_schemas, schema_reference
from specmend.document.openapi.keywords import COMPOSITIONS, DIRECTIONS
from specmend.document.openapi.schemas import Node, Tree, copy_tree, schemas


def keep_told_properties(tree: Tree) -> Tree:
    """Say of the properties that discriminators name that they are neither readOnly nor writeOnly.

    Without it a request could not say of which class an object is.
    """
    if not any(_discriminated(schema) for schema in schemas(tree)):
        return tree
    result = copy_tree(tree)
    components = component_schemas(result)
    names = {id(schema): name for name, schema in components.items()}
    children = _children(components)
    for schema in list(schemas(result)):
        name = _discriminated(schema)
        if name:
            starts = [schema]
            starts += [components[child] for child in children.get(names.get(id(schema), ""), ())]
            _settle(starts, name, components)
    return result


def _discriminated(schema: Node) -> str:
    """The property that a discriminator of the schema names; empty without one."""
    discriminator = schema.get("discriminator")
    name = discriminator.get("propertyName") if isinstance(discriminator, dict) else None
    return name if isinstance(name, str) else ""


def _settle(starts: list[Tree], name: str, components: dict[str, Tree]) -> None:
    """Mark one property in schemas and in what they are put together of."""
    pending, seen = list(starts), set[int]()
    while pending:
        schema = pending.pop()
        if not isinstance(schema, dict) or id(schema) in seen:
            continue
        seen.add(id(schema))
        properties = schema.get("properties")
        known = properties if isinstance(properties, dict) else {}
        member = known.get(name)
        if isinstance(member, dict) and any(_says(member, word, components) for word in DIRECTIONS):
            known[name] = {**member, **dict.fromkeys(DIRECTIONS, False)}
        pending += _parts(schema, components)


def _says(member: Node, word: str, components: dict[str, Tree]) -> bool:
    """Whether a schema or one that it is put together of says a word."""
    pending: list[Tree] = [member]
    seen: set[int] = set()
    while pending:
        schema = pending.pop()
        if isinstance(schema, dict) and id(schema) not in seen:
            seen.add(id(schema))
            if schema.get(word) is True:
                return True
            pending += _parts(schema, components)
    return False


def _parts(schema: Node, components: dict[str, Tree]) -> Iterator[Tree]:
    """What a schema is put together of: the component that it refers to, members and branches."""
    target = components.get(schema_reference(schema) or "")
    if target is not None:
        yield target
    for word in COMPOSITIONS:
        yield from schema.get(word) or ()


def _children(components: dict[str, Tree]) -> dict[str, set[str]]:
    """The components that have another one in their `allOf`, in one step or more."""
    direct: dict[str, set[str]] = {}
    for name, schema in components.items():
        for parent in _parents(schema):
            direct.setdefault(parent, set()).add(name)
    every: dict[str, set[str]] = {}
    for name, first in direct.items():
        pending, found = list(first), set[str]()
        while pending:
            child = pending.pop()
            if child not in found:
                found.add(child)
                pending += direct.get(child, ())
        every[name] = found
    return every


def _parents(schema: Tree) -> Iterator[str]:
    for member in (schema.get("allOf") or ()) if isinstance(schema, dict) else ():
        name = schema_reference(member)
        if name is not None:
            yield name
        yield from _parents(member)
