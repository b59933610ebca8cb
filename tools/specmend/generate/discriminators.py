"""Discriminators that cannot do all that they promise: named once, with the first place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from specmend.document.openapi.components import SCHEMAS, component_schemas, schema_reference
from specmend.document.openapi.keywords import UNIONS
from specmend.document.openapi.objects import objects
from specmend.document.openapi.plain_references import plain_references
from specmend.document.openapi.schemas import Tree
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import get
from specmend.generate.normalize.canonical.families import MOST_MEMBERS, Families
from specmend.generate.remarks import grouped
from specmend.generate.source import Source


def discriminator_remarks(source: Source) -> Iterator[str]:
    """One sentence for each kind of thing that a discriminator cannot do, and its first place."""
    return grouped(source, _remarks(plain_references(source.tree)))


def _remarks(tree: Tree) -> Iterator[tuple[Address, str]]:
    components = component_schemas(tree)
    families = Families(components)
    for address, discriminator in objects(tree, "discriminator"):
        schema = get(tree, address[:-1])
        name = discriminator.get("propertyName") if isinstance(discriminator, dict) else None
        if not isinstance(schema, dict) or not isinstance(name, str):
            continue
        branches = [branch for word in UNIONS for branch in schema.get(word) or ()]
        for branch in branches:
            if not _has(branch, name, components):
                shown = schema_reference(branch) or "a branch"
                yield address, f"{shown} has no property {name}; a value without it may be of it"
        if not branches:
            yield from _of_parent(address, families)


def _of_parent(address: Address, families: Families) -> Iterator[tuple[Address, str]]:
    """What is to say of a discriminator in a class that others inherit from."""
    name = _component(address[:-1])
    if len(families.descendants(name)) > MOST_MEMBERS:
        yield (
            address,
            f"more than {MOST_MEMBERS} classes inherit from {name}; its values are read as {name}",
        )
    elif name not in families.known:
        yield address, "the discriminator tells nothing apart: no schema inherits from this one"


def _component(address: Address) -> str:
    """The component that a schema is, or that it is a member of; empty for any other schema."""
    is_own = address[:2] == SCHEMAS and set(address[3::2]) <= {"allOf"}
    return str(address[2]) if is_own else ""


def _has(
    schema: Tree, name: str, components: Mapping[str, Tree], above: tuple[Tree, ...] = ()
) -> bool:
    """Whether objects of a schema can have a property; all of its branches must have it."""
    if not isinstance(schema, dict) or any(schema is one for one in above):
        return False
    if name in (schema.get("properties") or ()) or schema.get("type") in _NO_OBJECTS:
        return True
    above = (*above, schema)
    parts = [components.get(schema_reference(schema) or ""), *(schema.get("allOf") or ())]
    branches = [branch for word in UNIONS for branch in schema.get(word) or ()]
    is_in_all = bool(branches) and all(_has(one, name, components, above) for one in branches)
    return is_in_all or any(_has(part, name, components, above) for part in parts)


_NO_OBJECTS = ("string", "number", "integer", "boolean", "array", "null")
