"""Turns references into the inside of a document into references to components."""

from __future__ import annotations

from specmend.document.openapi.components import refer, schema_reference
from specmend.document.openapi.references import address_of, resolve
from specmend.document.openapi.schemas import Node, Tree, copy_tree, schemas
from specmend.generate.normalize.wording import class_name

_SILENT = {
    "components",
    "schemas",
    "properties",
    "paths",
    "content",
    "schema",
    "responses",
    "requestBodies",
}
_SPOKEN = {"items": "Item", "additionalProperties": "Value"}


def lift_deep_references(tree: Tree) -> Tree:
    """Move what `#/components/schemas/Pet/properties/owner` points to into a component, `PetOwner`.

    A reference to nothing stays as it is: the validator has words for it.
    """
    result = copy_tree(tree)
    components = result.setdefault("components", {}).setdefault("schemas", {})
    lifted: dict[str, str] = {}
    pending = list(schemas(result))
    while pending:
        schema = pending.pop(0)
        reference = _deep_reference(schema)
        if not reference:
            continue
        if reference not in lifted:
            target = resolve(result, reference)
            if not isinstance(target, dict):
                continue
            name = lifted[reference] = _free_name(reference, components)
            components[name] = dict(target)
            pending.append(components[name])
            # The place itself refers to the component too, with nothing beside the reference.
            target.clear()
            target.update(refer(name))
        schema.update(refer(lifted[reference]))
    return result


def _deep_reference(schema: Node) -> str:
    """The reference of a schema that names a place, and no component; else empty."""
    reference = schema.get("$ref")
    is_inside = isinstance(reference, str) and reference.startswith("#/")
    return str(reference) if is_inside and not schema_reference(schema) else ""


def _free_name(reference: str, taken: Tree) -> str:
    tokens = [str(token) for token in address_of(reference)]
    words = [_SPOKEN.get(token, token) for token in tokens if token not in _SILENT]
    base = class_name("".join(word if word.isdigit() else class_name(word) for word in words))
    name, number = base, 1
    while name in taken:
        number += 1
        name = f"{base}{number}"
    return name
