"""Write out what references to schemas name, in their places."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from specmend.document.openapi.components import SCHEMAS
from specmend.document.openapi.identifiers import identifiers
from specmend.document.openapi.keywords import ANNOTATIONS, UNIONS
from specmend.document.openapi.kinds import spot_at
from specmend.document.openapi.plain_references import plain_references
from specmend.document.openapi.references import address_of, resolve
from specmend.document.openapi.retarget import every_reference
from specmend.document.tree.pointer import Address, format_pointer
from specmend.document.tree.values import Tree, get, remove, replace
from specmend.errors import ActionFailed
from specmend.steps.edits.checks import check_references, is_30, mapping_at
from specmend.steps.edits.edit import Edited, NamedEdit, stay


def apply(tree: Tree, targets: tuple[Address, ...], parameters: Mapping[str, Any]) -> Edited:
    """Replace each selected reference by the schema that it names.

    With `remove`, drop a schema that nobody names any more.

    In OpenAPI 3.0 what stands beside the reference is not read and goes (section 4.7.23); from 3.1
    on titles, texts and the like beside it stay and win. Refuses what is no reference, a schema
    that refers to itself, and a branch that a discriminator tells by its name.
    """
    inlined, named, known = tree, list[Address](), identifiers(tree)
    for address in targets:
        schema = mapping_at(tree, address)
        reference = schema.get("$ref")
        if not isinstance(reference, str):
            raise ActionFailed(
                "this is not a reference", address, expected="$ref", advice="narrow the target"
            )
        _check_discriminator(tree, address)
        place = known.place_of(tree, address, reference)
        inlined = replace(inlined, address, _written_out(tree, address, schema, place))
        named.append(place or ())
    unused: list[Address] = []
    if parameters.get("remove"):
        schemas = [place for place in dict.fromkeys(named) if place[:-1] == SCHEMAS]
        unused = [place for place in schemas if not _is_named(inlined, place)]
    if parameters.get("remove") and not unused:
        raise ActionFailed(
            "the schema is still used elsewhere",
            named[0],
            advice="select every reference to it, or leave out `remove`",
        )
    inlined = remove(inlined, unused)
    check_references(tree, inlined)
    return Edited(tree=inlined, places=stay([*targets, *unused]))


def _check_discriminator(tree: Tree, address: Address) -> None:
    """A discriminator does not consider branches that are written out (OpenAPI 3.1, 4.8.25)."""
    is_branch = len(address) > 1 and address[-2] in UNIONS
    holder = get(tree, address[:-2]) if is_branch else None
    if isinstance(holder, dict) and "discriminator" in holder:
        raise ActionFailed(
            "a discriminator identifies this branch by its name",
            address,
            advice="narrow the target",
        )


def _written_out(
    tree: Tree, address: Address, schema: dict[str, Tree], place: Address | None
) -> Tree:
    """What stands at a place, in the words of a schema that refers to it."""
    reference = schema["$ref"]
    target = None if place is None else get(tree, place)
    if place is None or not isinstance(target, dict):
        raise ActionFailed(
            f"{reference} names no schema of this document", address, advice="check the reference"
        )
    if _reaches(plain_references(tree), tuple(map(str, place))):
        raise ActionFailed(f"{reference} refers to itself", address, advice="narrow the target")
    beside = {} if is_30(tree) else {key: value for key, value in schema.items() if key != "$ref"}
    clash = [key for key in beside if key in target and key not in ANNOTATIONS]
    if clash:
        raise ActionFailed(
            f"{clash[0]} stands beside the reference and in {reference}",
            (*address, clash[0]),
            advice="mend it in a step before this one",
        )
    return {**target, **beside}


def _reaches(tree: Tree, start: Address) -> bool:
    """Whether a schema leads back to itself."""
    seen: set[Address] = set()
    todo = [start]
    while todo:
        here = todo.pop()
        for reference in every_reference(_at(tree, here), spot_at(here)):
            there = address_of(reference) if reference.startswith("#") else None
            if there is not None and (there[: len(start)] == start or start[: len(there)] == there):
                return True
            if there is not None and there not in seen:
                seen.add(there)
                todo.append(there)
    return False


def _at(tree: Tree, address: Address) -> Tree:
    return resolve(tree, "#" + format_pointer(address))


def _is_named(tree: Tree, address: Address) -> bool:
    return any(
        r.startswith("#") and address_of(r)[: len(address)] == address
        for r in every_reference(plain_references(tree))
    )


EDIT = NamedEdit(
    name="inline-schema",
    help="Replace the selected references by what they refer to.",
    parameters={
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "remove": {
                "type": "boolean",
                "description": "Remove the component too. Nothing else may refer to it.",
            }
        },
    },
    apply=apply,
)
