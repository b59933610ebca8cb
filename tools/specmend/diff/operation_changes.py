"""What changed in operations: parameters by name, schemas of bodies, the rest by key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from specmend.diff.api_change import ApiChange, Direction
from specmend.diff.directions import direction_of
from specmend.diff.schema_changes import schema_changes
from specmend.document.openapi.operations import method_of, operations
from specmend.document.text.one_line import one_line
from specmend.document.tree.changes import Change, changes
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree, get

_LONGEST: Final = 60

_BODIES: Final = {"requestBody": "request", "responses": "answer"}

_ParameterKey = tuple[str, str]
"""The name of a parameter and where it is sent: `query`, `header`, …"""


@dataclass(
    frozen=True,
    kw_only=True,
    slots=True,
)
class _Operation:
    """An operation that both versions have; `address` is its place in the new document."""

    old: dict[str, Tree]
    new: dict[str, Tree]
    address: Address

    def change(
        self,
        message: str,
        inside: Address,
        direction: Direction = "",
    ) -> ApiChange:
        """A change at an address inside the operation."""
        return ApiChange(
            subject=_name(self.address),
            direction=direction,
            message=message,
            address=(*self.address, *inside),
        )


def operation_changes(
    old: Tree,
    new: Tree,
) -> Iterator[ApiChange]:
    """The changes of operations, in the order of the new document; removed ones come last."""
    before, after = _by_address(old), _by_address(new)
    moved = _moved(before, after)
    for address, node in after.items():
        old_address = moved.get(address, address)
        if old_address not in before:
            yield _whole_change(address, "operation is new")
            continue
        if old_address != address:
            message = f"was {_name(old_address)} before (same operation id)"
            yield _whole_change(address, message)
        operation = _Operation(
            old=before[old_address],
            new=node,
            address=address,
        )
        yield from _changes_inside(operation)
    for address in before:
        if address not in after and address not in moved.values():
            yield _whole_change(address, "operation is gone")


def _by_address(tree: Tree) -> dict[Address, dict[str, Tree]]:
    return {operation.address: operation.node for operation in operations(tree)}


def _whole_change(address: Address, message: str) -> ApiChange:
    return ApiChange(
        subject=_name(address),
        message=message,
        address=address,
    )


def _name(address: Address) -> str:
    return f"{method_of(address)} {address[1]}"


def _moved(
    before: Mapping[Address, dict[str, Tree]],
    after: Mapping[Address, dict[str, Tree]],
) -> dict[Address, Address]:
    """New addresses of operations with the old ones, known by their operation ids."""
    addresses_by_id: dict[Tree, Address] = {}
    for address, operation in before.items():
        if address not in after:
            addresses_by_id[operation.get("operationId")] = address
    moved = {}
    for address, operation in after.items():
        name = operation.get("operationId")
        if address not in before and name and name in addresses_by_id:
            moved[address] = addresses_by_id[name]
    return moved


def _changes_inside(operation: _Operation) -> Iterator[ApiChange]:
    yield from _parameter_changes(operation)
    old = _without_parameters(operation.old)
    new = _without_parameters(operation.new)
    for change in changes(old, new):
        inside = change.address
        if "schema" not in inside:
            yield operation.change(
                _message(change),
                inside,
                direction_of(inside),
            )
    yield from _body_changes(operation)


def _without_parameters(operation: dict[str, Tree]) -> dict[str, Tree]:
    return {key: value for key, value in operation.items() if key != "parameters"}


def _message(change: Change) -> str:
    where = _where(change.address)
    if change.kind == "add":
        return f"gained {where}"
    if change.kind == "remove":
        return f"lost {where}"
    return f"{where} {_values(change)}"


def _parameter_changes(operation: _Operation) -> Iterator[ApiChange]:
    before = _parameters(operation.old)
    after = _parameters(operation.new)
    for key in dict.fromkeys((*before, *after)):
        for message in _parameter_messages(
            key,
            before.get(key),
            after.get(key),
        ):
            yield operation.change(
                message,
                ("parameters",),
                "request",
            )


def _parameter_messages(
    key: _ParameterKey,
    old: Tree,
    new: Tree,
) -> Iterator[str]:
    """What changed in a parameter; None stands for one that is not there."""
    name, location = key
    parameter = f"parameter `{name}` ({location})"
    if old is None:
        yield f"gained {parameter}"
    elif new is None:
        yield f"lost {parameter}"
    else:
        for change in changes(old, new):
            where = ".".join(map(str, change.address))
            yield f"{parameter}: {where} {_values(change)}"


def _parameters(operation: dict[str, Tree]) -> dict[_ParameterKey, Tree]:
    parameters: dict[_ParameterKey, Tree] = {}
    listed = operation.get("parameters")
    for parameter in listed if isinstance(listed, list) else ():
        if isinstance(parameter, dict):
            name = parameter.get("name", parameter.get("$ref", ""))
            location = parameter.get("in", "shared")
            parameters[str(name), str(location)] = parameter
    return parameters


def _body_changes(operation: _Operation) -> Iterator[ApiChange]:
    """The changes of the schemas that are written out in bodies which both versions have."""
    for inside in _schemas_of_bodies(operation.new):
        before = get(operation.old, inside)
        after = get(operation.new, inside)
        direction = direction_of(inside)
        if before is not MISSING:
            body = "request" if inside[0] == "requestBody" else f"answer {inside[1]}"
            for deeper, message in schema_changes(before, after):
                yield operation.change(
                    f"{body} {message}",
                    (*inside, *deeper),
                    direction,
                )
        elif get(operation.old, inside[:-1]) is not MISSING:
            yield operation.change(f"gained {_where(inside)}", inside, direction)


def _schemas_of_bodies(operation: Tree) -> Iterator[Address]:
    bodies: list[Address] = [("requestBody",)]
    responses = _mapping(operation, ("responses",))
    bodies.extend(("responses", status) for status in responses)
    for body in bodies:
        content = _mapping(operation, (*body, "content"))
        for media_type, media in content.items():
            if isinstance(media, dict) and "schema" in media:
                yield (*body, "content", media_type, "schema")


def _where(inside: Address) -> str:
    """An address inside an operation, for people."""
    first, *rest = map(str, inside)
    if first in _BODIES:
        return " ".join([_BODIES[first], *rest])
    return ".".join([first, *rest])


def _mapping(
    tree: Tree,
    address: Address,
) -> dict[str, Tree]:
    value = get(tree, address)
    return value if isinstance(value, dict) else {}


def _values(change: Change) -> str:
    before = one_line(
        change.before,
        _LONGEST,
        absent="nothing",
    )
    after = one_line(
        change.after,
        _LONGEST,
        absent="nothing",
    )
    return f"{before} → {after}"
