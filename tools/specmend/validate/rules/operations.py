"""Each operation has an id of its own, and each parameter of its path is declared, once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from specmend.document.openapi.calls import calls
from specmend.document.openapi.operations import Operation, item_of
from specmend.document.openapi.parameters import listed, template_names
from specmend.document.openapi.references import follow
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, get
from specmend.validate.rules.fault import Fault
from specmend.validate.rules.mend import edit, removal, without
from specmend.validate.rules.rule import Check
from specmend.validate.rules.scope import Scope

NAME: Final = "operations"

_TEMPLATE: Final = re.compile(r"\{[^{}/]+\}")


def _document(scope: Scope, _: Address, tree: Any) -> Iterator[Fault]:
    """A fault for each id that is not unique, and each parameter that is not as it must be.

    OpenAPI 3.0.3 sections 4.7.9 to 4.7.12, 3.1 sections 4.8.9 to 4.8.12.
    """
    yield from _same_ids(scope.found("operation"))
    yield from _odd_templates(tree)
    # Several operations share the parameters of a path item.
    plain = scope.plain
    found = [fault for call in calls(plain) for fault in _path_parameters(plain, call)]
    yield from dict.fromkeys(found)


def _same_ids(operations: list[tuple[Address, Tree]]) -> Iterator[Fault]:
    first: dict[str, Address] = {}
    for address, operation in operations:
        name = operation.get("operationId") if isinstance(operation, dict) else None
        if isinstance(name, str) and name in first:
            other = _other_id(operations, name)
            yield Fault(
                rule=NAME,
                address=(*address, "operationId"),
                message=f"two operations have the operationId '{name}'",
                beside=first[name],
                advice="record a step with the edit rename-operation",
                mend=edit(f"Give one {name} another id", "set-value", value=other),
            )
        elif isinstance(name, str):
            first[name] = (*address, "operationId")


def _other_id(operations: list[tuple[Address, Tree]], name: str) -> str:
    """An id that no operation has, near to a given one."""
    known = {op.get("operationId") for _, op in operations if isinstance(op, dict)}
    others = (f"{name}{number}" for number in range(2, len(operations) + 3))
    return next(other for other in others if other not in known)


def _holder(scope: Scope, holder: Address, _: Any) -> Iterator[Fault]:
    """A fault for each parameter that a path item or an operation lists a second time."""
    first: dict[tuple[str, str], Address] = {}
    for address, name, where in _listed(scope.plain, holder):
        if (name, where) in first:
            parameters = get(scope.tree, (*holder, "parameters"))
            yield Fault(
                rule=NAME,
                address=address,
                message=f"the parameter '{name}' in {where} is listed twice",
                beside=first[name, where],
                advice="record a step that removes one of the two",
                mend=edit(
                    f"List the parameter {name} once",
                    "set-value",
                    at=(*holder, "parameters"),
                    value=without(parameters, address[-1]),
                ),
            )
        first.setdefault((name, where), address)


CHECKS: Final[Mapping[str, Check]] = {
    "document": _document,
    "path item.parameters": _holder,
    "operation.parameters": _holder,
}


def _odd_templates(tree: Tree) -> Iterator[Fault]:
    paths = get(tree, ("paths",))
    for path in paths if isinstance(paths, dict) else ():
        rest = _TEMPLATE.sub("", path)
        if path.startswith("/") and ("{" in rest or "}" in rest):
            yield Fault(
                rule=NAME,
                address=("paths", path),
                message=f"the path '{path}' has a brace that encloses no name",
                advice="record a step with the edit rename-path",
            )


def _path_parameters(tree: Tree, call: Operation) -> Iterator[Fault]:
    names = dict.fromkeys(template_names(call.path))
    declared = list(_declared(tree, call))
    known = {name for _, name in declared}
    yield from (_not_declared(call, name) for name in names if name not in known)
    yield from (_without_place(call, *each) for each in declared if each[1] not in names)


def _declared(tree: Tree, call: Operation) -> Iterator[tuple[Address, str]]:
    """The path parameters of an operation, and those of its path items."""
    items = (("paths", call.path), item_of(call.address))
    for holder in dict.fromkeys((*items, call.address)):
        for address, name, where in _listed(tree, holder):
            if where == "path":
                yield address, name


def _not_declared(call: Operation, name: str) -> Fault:
    return Fault(
        rule=NAME,
        address=call.address,
        message=f"no parameter is declared for '{name}' in the path '{call.path}'",
        advice="record a step with the edit add-path-parameter",
        mend=edit(f"Declare {name} of {call.path}", "add-path-parameter", at=item_of(call.address)),
    )


def _without_place(call: Operation, address: Address, name: str) -> Fault:
    return Fault(
        rule=NAME,
        address=address,
        message=f"the path '{call.path}' has no place for its parameter '{name}'",
        advice="record a step that removes it, or renames it with rename-parameter",
        mend=removal(f"Remove the parameter {name}, which the path has not"),
    )


def _listed(tree: Tree, holder: Address) -> Iterator[tuple[Address, str, str]]:
    """The parameters that an object lists: where in the list, with the name and `in` of each."""
    for address in listed(tree, holder):
        parameter = follow(tree, address)[1]
        if isinstance(parameter, dict):
            name, where = parameter.get("name"), parameter.get("in")
            if isinstance(name, str) and isinstance(where, str):
                yield address, name, where
