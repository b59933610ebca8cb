"""The part of a normalized document that datamodel-code-generator is for."""

from __future__ import annotations

from specmend.generate.normalize.lift import makes_class
from specmend.generate.normalize.walk import Node, Tree, schema_reference, schemas


def models_document(tree: Tree) -> Tree | None:
    """The classes and what they refer to, without paths; None where there is no class.

    An enumeration or a union that only a parameter refers to would become a class of its own, which nothing uses.
    """
    components = tree.get("components", {}).get("schemas", {})
    pending = [name for name, schema in components.items() if makes_class(schema) and "enum" not in schema]
    kept: set[str] = set()
    while pending:
        name = pending.pop()
        if name in components and name not in kept:
            kept.add(name)
            pending.extend(_references(components[name]))
    if not kept:
        return None
    chosen = {name: schema for name, schema in components.items() if name in kept}
    return {**tree, "paths": {}, "components": {"schemas": chosen}}


def _references(schema: Node) -> list[str]:
    inner = schemas({"components": {"schemas": {"": schema}}})
    return [name for found in inner if (name := schema_reference(found))]
