"""Turns references into the inside of a document into references to components."""

from __future__ import annotations

from specmend.document.openapi.schemas import (
    Tree,
    copy_tree,
    pointer_tokens,
    refer,
    resolve,
    schema_reference,
    schemas,
)
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
        ref = schema.get("$ref")
        if not isinstance(ref, str) or not ref.startswith("#/") or schema_reference(schema):
            continue
        if ref not in lifted:
            target = resolve(result, ref)
            if not isinstance(target, dict):
                continue
            lifted[ref] = _free_name(pointer_tokens(ref), components)
            components[lifted[ref]] = dict(target)
            pending.append(components[lifted[ref]])
            # The place itself refers to the component too, with nothing beside the reference.
            target.clear()
            target.update(refer(lifted[ref]))
        schema.update(refer(lifted[ref]))
    return result


def _free_name(tokens: list[str], taken: Tree) -> str:
    words = [_SPOKEN.get(token, token) for token in tokens if token not in _SILENT]
    base = class_name("".join(class_name(word) if not word.isdigit() else word for word in words))
    name, number = base, 1
    while name in taken:
        number += 1
        name = f"{base}{number}"
    return name
