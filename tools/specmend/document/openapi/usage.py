"""Which components of a document are used, directly or by others that are."""

from __future__ import annotations

from collections.abc import Iterator

from specmend.document.openapi.components import COMPONENTS, SCHEMAS, component_schemas
from specmend.document.openapi.kinds import is_stray_extension, spot_at
from specmend.document.openapi.objects import objects
from specmend.document.openapi.plain_references import plain_references
from specmend.document.openapi.references import address_of
from specmend.document.openapi.retarget import every_reference
from specmend.document.openapi.security import (
    REQUIREMENTS,
    SCHEMES,
    scheme_names,
    scheme_place,
)
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, get

_WITH_OPERATIONS = ("path item", "callback")


def components(tree: Tree) -> Iterator[Address]:
    """The address of every component."""
    kinds = get(tree, (COMPONENTS,))
    for kind, named in kinds.items() if isinstance(kinds, dict) else ():
        if not kind.startswith("x-") and isinstance(named, dict):
            table = spot_at((COMPONENTS, kind))
            for name, value in named.items():
                if not is_stray_extension(table, name, value):
                    yield COMPONENTS, kind, name


def unused_components(tree: Tree) -> set[Address]:
    """The components that nothing outside the components leads to.

    Leading are references, the mappings of discriminators, and the names of security schemes in
    security lists. A schema that extends a used one with a discriminator by `allOf` is used too
    (OpenAPI 3.1 section 4.8.25).
    """
    tree = plain_references(tree)
    known = set(components(tree))
    extending = _extending(tree)
    used: set[Address] = set()
    todo = [*_roots(tree), *_security(tree)]
    while todo:
        address = todo.pop()
        if address in known and address not in used:
            used.add(address)
            todo += _named(tree, address)
            todo += extending.get(address, ())
            todo += _security_inside(tree, address)
    return known - used


def _roots(tree: Tree) -> Iterator[Address]:
    """The components that something outside the components leads to or into."""
    for key in tree:
        if key != COMPONENTS:
            yield from _named(tree, (key,))


def _named(tree: Tree, place: Address) -> Iterator[Address]:
    """The components that the references in a place lead to or into."""
    for reference in every_reference(get(tree, place), spot_at(place)):
        if reference.startswith("#/components/"):
            yield address_of(reference)[:3]


def _security_inside(tree: Tree, address: Address) -> Iterator[Address]:
    """The security schemes that the operations of a component name."""
    if spot_at(address).kind in _WITH_OPERATIONS:
        kind, name = address[1:]
        alone = {COMPONENTS: {kind: {name: get(tree, address)}}}
        yield from _security(alone, shared=True)


def _security(tree: Tree, *, shared: bool = False) -> Iterator[Address]:
    """The security schemes that security lists name (OpenAPI 3.1 section 4.8.30).

    Those of operations among the components count when the component does, and only with `shared`.
    """
    lists = [tree.get(REQUIREMENTS)]
    for address, operation in objects(tree, "operation"):
        if isinstance(operation, dict) and (shared or address[0] != COMPONENTS):
            lists.append(operation.get(REQUIREMENTS))
    for requirements in lists:
        for name in scheme_names(requirements):
            place = scheme_place(tree, (), name)
            # One that is not there has a name all the same.
            yield (*SCHEMES, name) if place is None else place[:3]


def _extending(tree: Tree) -> dict[Address, list[Address]]:
    """By schema with a discriminator, the schemas that extend it."""
    extensions: dict[Address, list[Address]] = {}
    for name, schema in component_schemas(tree).items():
        branches = schema.get("allOf") if isinstance(schema, dict) else None
        for branch in branches if isinstance(branches, list) else ():
            base = _base(branch)
            value = get(tree, base)
            if isinstance(value, dict) and "discriminator" in value:
                extensions.setdefault(base, []).append((*SCHEMAS, name))
    return extensions


def _base(branch: Tree) -> Address:
    reference = branch.get("$ref") if isinstance(branch, dict) else None
    if not isinstance(reference, str) or not reference.startswith("#/"):
        return ()
    return address_of(reference)
