"""Schemas that extend others by `allOf`, and so name properties that stand in these."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from specmend.document.openapi.objects import objects
from specmend.document.openapi.plain_references import plain_references
from specmend.document.openapi.references import locate
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, get

Extensions = Mapping[Address, Sequence[Address]]
"""By schema, those that extend it directly."""


def extending(tree: Tree, extensions: Extensions, base: Address, name: str) -> Iterator[Address]:
    """The schemas that extend a schema, directly or not, with the other branches of their `allOf`.

    Left out are those that have a property of that name themselves.
    """
    seen, todo = {base}, [base]
    while todo:
        for address in extensions.get(todo.pop(), ()):
            if address in seen:
                continue
            seen.add(address)
            todo.append(address)
            branches = range(len(get(tree, (*address, "allOf"))))
            places = [address, *((*address, "allOf", index) for index in branches)]
            yield from (place for place in places if _lacks(tree, place, name))


def extensions_of(tree: Tree) -> Extensions:
    """The extensions of every schema of a document, and of branches that are written out."""
    extensions: dict[Address, list[Address]] = {}
    tree = plain_references(tree)
    for address, schema in objects(tree, "schema"):
        branches = schema.get("allOf") if isinstance(schema, dict) else None
        for index, branch in enumerate(branches if isinstance(branches, list) else ()):
            base = _base(tree, (*address, "allOf", index), branch)
            if base:
                extensions.setdefault(base, []).append(address)
    return extensions


def _base(tree: Tree, address: Address, branch: Tree) -> Address | None:
    """The schema that a branch stands for; None for a broken reference."""
    if not isinstance(branch, dict):
        return None
    reference = branch.get("$ref")
    return locate(tree, reference) if isinstance(reference, str) else address


def _lacks(tree: Tree, address: Address, name: str) -> bool:
    schema = get(tree, address)
    return isinstance(schema, dict) and name not in (schema.get("properties") or ())
