"""Which components of a document are used, directly or by others that are."""

from __future__ import annotations

from collections.abc import Iterator

from specmend.document.openapi.objects import objects
from specmend.document.openapi.references import address_of
from specmend.document.openapi.retarget import SCHEMAS, every_reference
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, get

_COMPONENTS = "components"


def components(tree: Tree) -> Iterator[Address]:
    """The address of every component."""
    kinds = get(tree, (_COMPONENTS,))
    for kind, named in kinds.items() if isinstance(kinds, dict) else ():
        if not kind.startswith("x-") and isinstance(named, dict):
            yield from ((_COMPONENTS, kind, name) for name in named)


def unused_components(tree: Tree) -> set[Address]:
    """The components that nothing outside the components leads to.

    Leading are references, the mappings of discriminators, and the names of security schemes in security lists. A
    schema that extends a used one with a discriminator by `allOf` is used too (OpenAPI 3.1 section 4.8.25).
    """
    known = set(components(tree))
    extending = _extending(tree)
    used: set[Address] = set()
    todo = [
        *_named({key: value for key, value in tree.items() if key != _COMPONENTS}),
        *_security(tree),
    ]
    while todo:
        address = todo.pop()
        if address in known and address not in used:
            used.add(address)
            todo += [
                *_named(get(tree, address)),
                *extending.get(address, ()),
                *_outside(address, tree),
            ]
    return known - used


def _named(tree: Tree) -> Iterator[Address]:
    """The components that references in a tree lead to or into."""
    for reference in every_reference(tree):
        if reference.startswith("#/components/"):
            yield address_of(reference)[:3]


def _outside(address: Address, tree: Tree) -> Iterator[Address]:
    """The security schemes that the operations of a component name."""
    kind = address[1]
    if kind in {"pathItems", "callbacks"}:
        yield from _security({_COMPONENTS: {kind: {address[2]: get(tree, address)}}}, own=False)


def _security(tree: Tree, *, own: bool = True) -> Iterator[Address]:
    """The security schemes that security lists name (OpenAPI 3.1 section 4.8.30).

    With `own`, those of operations that stand in components are left out: they count when the component does.
    """
    lists = [tree.get("security")]
    for address, operation in objects(tree, "operation"):
        if isinstance(operation, dict) and not (own and address[0] == _COMPONENTS):
            lists.append(operation.get("security"))
    for requirement in (one for many in lists if isinstance(many, list) for one in many):
        for name in requirement if isinstance(requirement, dict) else ():
            yield _COMPONENTS, "securitySchemes", name


def _extending(tree: Tree) -> dict[Address, list[Address]]:
    """By schema with a discriminator, the schemas that extend it."""
    found: dict[Address, list[Address]] = {}
    schemas = get(tree, SCHEMAS)
    for name, schema in schemas.items() if isinstance(schemas, dict) else ():
        branches = schema.get("allOf") if isinstance(schema, dict) else None
        for branch in branches if isinstance(branches, list) else ():
            reference = branch.get("$ref") if isinstance(branch, dict) else None
            base = (
                address_of(reference)
                if isinstance(reference, str) and reference.startswith("#/")
                else ()
            )
            if isinstance(get(tree, base), dict) and "discriminator" in get(tree, base):
                found.setdefault(base, []).append((*SCHEMAS, name))
    return found
