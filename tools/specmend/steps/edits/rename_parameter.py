"""Rename a parameter where it is declared, in the path template, and in the links that fill it."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any

from specmend.document.openapi.objects import objects
from specmend.document.openapi.operations import item_of, operations_of
from specmend.document.openapi.parameters import declarations, template_names, with_template_name
from specmend.document.openapi.references import address_of
from specmend.document.openapi.retarget import retarget
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, get, rename_keys, replace
from specmend.errors import ActionFailed
from specmend.steps.edits.checks import mapping_at
from specmend.steps.edits.edit import Edited, NamedEdit

_WHERE = ("path", "query", "header", "cookie")


def apply(tree: Tree, targets: tuple[Address, ...], parameters: Mapping[str, Any]) -> Edited:
    """Rename a parameter of each selected operation, path item, or parameter.

    A path parameter is renamed for its whole path: in the template, in every operation, and with
    the references into the path. Links that fill the parameter and expressions that read it follow.
    Refuses a target that does not have the parameter, one that shares it with others (the shared
    parameter is to be selected), and a taken name.
    """
    old, new, where = parameters["from"], parameters["to"], parameters["in"]
    declared = _declared(tree, targets, old, where)
    holders = [a for a, _ in objects(tree, "path item", "operation") if _uses(tree, a, declared)]
    _check_free(tree, holders, new, where)
    operations = {a for holder in holders for a in (holder, *operations_of(tree, holder))}
    renamed = _links(tree, operations, old, new, where)
    renamed = _expressions(
        renamed, operations, rf"(\$request\.{where}\.){re.escape(old)}(?![-\w.~!#$%&'*+^`|])", new
    )
    for address in declared:
        renamed = replace(renamed, (*address, "name"), new)
    moved = _moved(tree, holders, declared, old, new) if where == "path" else {}
    if moved:
        names = {str(a[-1]): str(b[-1]) for a, b in moved.items()}
        renamed = rename_keys(renamed, ("paths",), names)
    places = [(*address, "name") for address in declared]
    places_after = [(*moved.get(place[:2], place[:2]), *place[2:]) for place in places]
    touched = zip(places, places_after, strict=True)
    return Edited(tree=retarget(renamed, moved), places=(*touched, *moved.items()))


def _declared(tree: Tree, targets: tuple[Address, ...], old: str, where: str) -> list[Address]:
    """The addresses of the parameter objects to rename."""
    addresses: dict[Address, None] = {}
    for target in targets:
        value = mapping_at(tree, target, "parameter, operation or path item")
        if (value.get("name"), value.get("in")) == (old, where):
            addresses[target] = None
            continue
        holder = item_of(target) if where == "path" else target
        holders = [holder, *operations_of(tree, holder)]
        here = [
            a
            for h in holders
            for a, name, place in declarations(tree, h)
            if (name, place) == (old, where)
        ]
        if not here:
            raise ActionFailed(
                f"there is no {where} parameter {old} here", target, advice="check the target"
            )
        shared = next((a for a in here if a[: len(holder)] != holder), None)
        if shared and shared not in targets:
            raise ActionFailed(
                f"the parameter {old} is shared",
                shared,
                advice="select the shared parameter, and it is renamed for all who use it",
            )
        addresses |= dict.fromkeys(a for a in here if a[: len(holder)] == holder)
    return _completed(tree, list(addresses), old, where)


def _completed(tree: Tree, declared: list[Address], old: str, where: str) -> list[Address]:
    """With the other declarations of a path parameter in the path items that use a shared one."""
    if where != "path":
        return declared
    users = [
        item_of(a) for a, _ in objects(tree, "path item", "operation") if _uses(tree, a, declared)
    ]
    more = [
        address
        for item in dict.fromkeys(users)
        for holder in (item, *operations_of(tree, item))
        for address, name, place in declarations(tree, holder)
        if (name, place) == (old, where) and address[: len(item)] == item
    ]
    return list(dict.fromkeys((*declared, *more)))


def _uses(tree: Tree, holder: Address, declared: Collection[Address]) -> bool:
    """Whether a path item or operation lists one of the parameters itself."""
    return any(address in declared for address, _, _ in declarations(tree, holder))


def _check_free(tree: Tree, holders: list[Address], new: str, where: str) -> None:
    """A parameter is unique by name and `in`, together with those of its path (section 4.8.10)."""
    for holder in holders:
        for place in (holder, *operations_of(tree, holder), item_of(holder)):
            for address, name, other in declarations(tree, place):
                if (name, other) == (new, where):
                    raise ActionFailed(
                        f"there is a {where} parameter {new} already",
                        address,
                        advice="choose another name",
                    )


def _moved(
    tree: Tree, holders: list[Address], declared: Collection[Address], old: str, new: str
) -> dict[Address, Address]:
    """The path items whose templates have the name, before and after.

    Every declaration must be among those that are renamed.
    """
    moved: dict[Address, Address] = {}
    for item in dict.fromkeys(item_of(holder) for holder in holders):
        for holder in (item, *operations_of(tree, item)):
            for address, name, where in declarations(tree, holder):
                if (name, where) == (old, "path") and address not in declared:
                    raise ActionFailed(
                        f"the parameter {old} of this path is shared",
                        address,
                        advice="select the shared parameter, and it is renamed for all",
                    )
        if (
            item[0] == "paths"
            and len(item) == len(("paths", "/path"))
            and old in template_names(str(item[1]))
        ):
            moved[item] = ("paths", with_template_name(str(item[1]), old, new))
    for place, end in moved.items():
        if end[-1] in tree["paths"] or list(moved.values()).count(end) > 1:
            raise ActionFailed(
                f"{place[-1]} would become {end[-1]}, which is taken",
                place,
                advice="choose another name",
            )
    return moved


def _links(tree: Tree, operations: set[Address], old: str, new: str, where: str) -> Tree:
    """Links name the parameters that they fill, alone or with `in` (OpenAPI 3.1 section 4.8.20)."""
    ids = {get(tree, a).get("operationId") for a in operations} - {None}
    for address, link in objects(tree, "link"):
        filled = link.get("parameters") if isinstance(link, dict) else None
        if not isinstance(filled, dict) or not _leads(link, ids, operations):
            continue
        names = {old: new, f"{where}.{old}": f"{where}.{new}"}
        if any(name in filled for name in names):
            renamed = {names.get(name, name): value for name, value in filled.items()}
            tree = replace(tree, (*address, "parameters"), renamed)
    return tree


def _expressions(tree: Tree, operations: set[Address], pattern: str, new: str) -> Tree:
    """Links and callbacks name parameters in expressions (OpenAPI 3.1 section 4.8.20.4)."""
    for address, value in reversed(list(objects(tree, "link", "callback"))):
        if isinstance(value, dict) and any(address[:n] in operations for n in range(len(address))):
            old = get(tree, address)
            renamed = _renamed(
                old, re.compile(pattern), rf"\g<1>{new}", keys="callbacks" in address[-2:]
            )
            tree = replace(tree, address, renamed) if renamed != old else tree
    return tree


def _renamed(value: Tree, pattern: re.Pattern[str], new: str, *, keys: bool) -> Tree:
    if isinstance(value, str):
        return pattern.sub(new, value)
    if isinstance(value, list):
        return [_renamed(member, pattern, new, keys=keys) for member in value]
    if not isinstance(value, dict):
        return value
    if keys:
        return {pattern.sub(new, key): member for key, member in value.items()}
    return {key: _renamed(member, pattern, new, keys=False) for key, member in value.items()}


def _leads(link: Mapping[str, Tree], ids: set[Any], operations: set[Address]) -> bool:
    if "operationId" in link:
        return link["operationId"] in ids
    reference = link.get("operationRef")
    return (
        isinstance(reference, str)
        and reference.startswith("#/")
        and address_of(reference) in operations
    )


EDIT = NamedEdit(
    name="rename-parameter",
    help="Rename a parameter of the selected operations, path items or components.",
    parameters={
        "type": "object",
        "required": ["from", "to", "in"],
        "additionalProperties": False,
        "properties": {
            "from": {"type": "string", "pattern": r"\S", "description": "The old name."},
            "to": {
                "type": "string",
                "pattern": r"^[^\s{}/]+$",
                "description": "The new name.",
            },
            "in": {
                "enum": list(_WHERE),
                "description": "Where the parameter is: `path`, `query`, `header` or `cookie`.",
            },
        },
    },
    apply=apply,
)
