"""Keeps the properties by which a discriminator tells classes apart in both directions."""

from __future__ import annotations

from collections.abc import Iterator

from specmend.document.openapi.components import component_schemas, schema_reference
from specmend.document.openapi.keywords import COMPOSITIONS, DIRECTIONS
from specmend.document.openapi.schemas import Node, Tree, copy_tree, schemas
from specmend.generate.normalize.canonical.families import Families


def keep_told_properties(tree: Tree) -> Tree:
    """Say of the properties that discriminators name that they are neither readOnly nor writeOnly.

    Without it a request could not say of which class an object is.
    """
    if not any(_discriminated(schema) for schema in schemas(tree)):
        return tree
    result = copy_tree(tree)
    components = component_schemas(result)
    names = {id(schema): name for name, schema in components.items()}
    families = Families(components)
    for schema in list(schemas(result)):
        name = _discriminated(schema)
        if name:
            starts = [schema]
            heirs = families.descendants(names.get(id(schema), ""))
            starts += [components[heir] for heir in heirs]
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
