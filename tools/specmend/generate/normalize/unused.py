"""Leaves out components that make no class and that nothing refers to."""

from __future__ import annotations

from specmend.document.openapi.components import component_schemas, schema_reference
from specmend.document.openapi.schemas import Tree, copy_tree, schemas
from specmend.generate.normalize.lift import makes_class


def drop_unused(tree: Tree) -> Tree:
    """Drop enumerations, unions, lists and scalars without a reference.

    Unused objects stay importable.

    datamodel-code-generator writes a root model for each of them, openapi-python-client nothing.
    """
    result = copy_tree(tree)
    components = component_schemas(result)
    while True:
        used = {schema_reference(schema) for schema in schemas(result)}
        unused = [
            name
            for name, schema in components.items()
            if name not in used and not _is_object(schema)
        ]
        if not unused:
            return result
        for name in unused:
            del components[name]


def _is_object(schema: Tree) -> bool:
    return makes_class(schema) and "enum" not in schema
