"""A document made ready for the JSON Schemas of the standard, which know less than our rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from specmend.document.openapi.components import is_component_name, spelled_name
from specmend.document.openapi.kinds import PARTS, UNKNOWN, Spot, is_stray_extension
from specmend.document.openapi.objects import objects, parts_of
from specmend.document.openapi.statuses import is_plain, status_of
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Draft, Tree, get, remove

_CODES = [str(code) for code in range(599, 99, -1)]
"""What stands in for the key of a response that nobody can read."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Prepared:
    """The tree that the schemas are tried on, and the old names of the keys renamed in it."""

    tree: Tree
    renamed: dict[Address, str]

    def origin(self, address: Address) -> Address:
        """The address in the document of an address in the tree."""
        return tuple(
            self.renamed.get(address[: index + 1], token) for index, token in enumerate(address)
        )


def prepare(tree: Tree) -> Prepared:
    """A document whose responses have keys, and its components names, that the standard allows.

    Extensions among names are left out. All of these have rules of their own. What stands under
    them is checked like all else.
    """
    tree = remove(tree, stray_extensions(tree))
    names: dict[Address, str] = {}
    tables = list(_tables(tree))
    for address, table, kind in tables:
        spelled = _codes(table) if kind == "operation" else _names(table)
        names |= {(*address, old): new for old, new in spelled.items()}
    draft = Draft(tree)
    # From the inside out, for an address holds as long as no key above it has another name.
    for address, _, _ in reversed(tables):
        table = get(draft.tree, address)
        if any((*address, key) in names for key in table):
            new_keys = {key: names.get((*address, key), key) for key in table}
            draft.replace(address, {new_keys[key]: value for key, value in table.items()})
    old_names = {_renamed(address, names): str(address[-1]) for address in names}
    return Prepared(tree=draft.tree, renamed=old_names)


def stray_extensions(tree: Tree) -> list[Address]:
    """The extensions that stand among names, of components, callbacks, media types and so on."""
    found: list[Address] = []
    todo: list[tuple[Address, Tree, str]] = [((), tree, "document")]
    while todo:
        address, value, kind = todo.pop()
        found += [(*address, *inside) for inside in _strays(value, PARTS.get(kind, {}))]
        # What stands in a schema under `properties` and the like is a name.
        parts = [part for part in parts_of(value, kind) if part[2] != "schema"]
        todo += reversed([((*address, *inside), child, below) for inside, child, below in parts])
    return found


def _strays(value: Tree, parts: Mapping[str, Spot]) -> Iterator[Address]:
    for key, table in value.items() if isinstance(value, dict) else ():
        spot = parts.get(key, UNKNOWN)
        for name, member in table.items() if isinstance(table, dict) else ():
            if is_stray_extension(spot, name, member):
                yield key, name


def response_tables(tree: Tree) -> Iterator[tuple[Address, dict[str, Tree]]]:
    """The responses of every operation."""
    for address, operation in objects(tree, "operation"):
        responses = operation.get("responses") if isinstance(operation, dict) else None
        if isinstance(responses, dict):
            yield (*address, "responses"), responses


def component_tables(tree: Tree) -> Iterator[tuple[Address, dict[str, Tree]]]:
    """The tables of the components, kind by kind."""
    for address, components in objects(tree, "components"):
        for kind, table in components.items() if isinstance(components, dict) else ():
            if not kind.startswith("x-") and isinstance(table, dict):
                yield (*address, kind), table


def _tables(tree: Tree) -> Iterator[tuple[Address, dict[str, Tree], str]]:
    """Both, outer ones first."""
    yield from ((address, table, "components") for address, table in component_tables(tree))
    yield from ((address, table, "operation") for address, table in response_tables(tree))


def _codes(table: dict[str, Tree]) -> dict[str, str]:
    """The code for each key that is written otherwise: what it means, or one that is free."""
    codes: dict[str, str] = {}
    for key in table:
        if is_plain(key) or key.startswith("x-"):
            continue
        taken = {*table, *codes.values()}
        status = status_of(key)
        is_free = status is not None and status not in taken
        codes[key] = str(status) if is_free else next(c for c in _CODES if c not in taken)
    return codes


def _names(table: dict[str, Tree]) -> dict[str, str]:
    names: dict[str, str] = {}
    for key in table:
        if is_component_name(key):
            continue
        name = spelled_name(key)
        while name in table or name in names.values():
            name += "_"
        names[key] = name
    return names


def _renamed(address: Address, names: dict[Address, str]) -> Address:
    """The address after all keys on the way to it have their new names."""
    return tuple(names.get(address[: i + 1], token) for i, token in enumerate(address))
