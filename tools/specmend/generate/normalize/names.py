"""Gives every component schema a name that can be a class of the generated package."""

from __future__ import annotations

from specmend.document.openapi.components import component_schemas, refer, schema_reference
from specmend.document.openapi.operations import operations
from specmend.document.openapi.schemas import Tree, copy_tree, schemas
from specmend.generate.normalize.wording import RESERVED, class_name


def unique_names(tree: Tree) -> Tree:
    """Rename components that are no class name, or a reserved one; references follow.

    What a discriminator means stands beside each member already.
    """
    result = copy_tree(tree)
    components = component_schemas(result)
    renamed = _new_names(list(components), RESERVED | operation_groups(result))
    if not renamed:
        return result
    for schema in schemas(result):
        name = schema_reference(schema)
        if name in renamed:
            schema.update(refer(renamed[name]))
    result["components"]["schemas"] = {
        renamed.get(name, name): schema for name, schema in components.items()
    }
    return result


def operation_groups(tree: Tree) -> set[str]:
    """Names of the classes that hold the operations of one tag."""
    lists = [operation.node.get("tags") for operation in operations(tree)]
    names = {class_name(str(tags[0])) + "Operations" for tags in lists if tags}
    return names | {f"Async{name}" for name in names}


def _new_names(names: list[str], reserved: set[str] | frozenset[str]) -> dict[str, str]:
    wanted = {name: class_name(name) for name in names}
    taken = {name for name in names if wanted[name] == name and name not in reserved}
    renamed = {}
    for name in names:
        if name in taken:
            continue
        base = f"{wanted[name]}Model" if wanted[name] in reserved else wanted[name]
        new, number = base, 1
        while new in taken or new in reserved:
            number += 1
            new = f"{base}{number}"
        taken.add(new)
        renamed[name] = new
    return renamed
