"""What a named edit is: a record with its help, its parameters and the function that makes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from specmend.document.openapi.components import COMPONENT_NAME as _NAME
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree


@dataclass(frozen=True, kw_only=True, slots=True)
class Edited:
    """The tree after an edit, and each place touched: its address before the edit, and after it."""

    tree: Tree
    places: tuple[tuple[Address, Address], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class NamedEdit:
    """An edit that Overlay cannot say in one action.

    `parameters` is a JSON Schema of the fields beside `name`; `apply` takes the tree, the addresses
    that the action's target selects, and the parameters, and may raise ActionFailed.
    """

    name: str
    help: str
    parameters: Mapping[str, Any]
    apply: Callable[[Tree, tuple[Address, ...], Mapping[str, Any]], Edited]


NAMES: Final[Mapping[str, Any]] = {
    "type": "object",
    "required": ["names"],
    "additionalProperties": False,
    "properties": {
        "names": {
            "description": "The old names, each with its new name. Two things may swap names.",
            "type": "object",
            "minProperties": 1,
            "additionalProperties": {"type": "string", "pattern": r"\S"},
        },
    },
}
"""The parameters of an edit that renames by the table `names`, from the old name to the new."""


LIST_OF_NAMES: Final[Mapping[str, Any]] = {
    "type": "array",
    "minItems": 1,
    "items": {"type": "string"},
}
"""A list of names, at least one."""


COMPONENT_NAME: Final[Mapping[str, Any]] = {"type": "string", "pattern": f"^{_NAME}$"}
"""The name of a component (OpenAPI 3.1 section 4.8.7)."""


OPERATIONS: Final[Mapping[str, Any]] = {
    "type": "object",
    "minProperties": 1,
    "additionalProperties": False,
    "properties": {
        "paths": {**LIST_OF_NAMES, "description": "Select all operations of these paths."},
        "tags": {**LIST_OF_NAMES, "description": "Select all operations with one of these tags."},
        "ids": {**LIST_OF_NAMES, "description": "Select the operations with these ids."},
        "operations": {
            **LIST_OF_NAMES,
            "description": "Select operations by method and path, as in `GET /pets`.",
        },
    },
}
"""The parameters of an edit that selects operations by path, tag, operation id, or method."""


NO_PARAMETERS: Final[Mapping[str, Any]] = {
    "type": "object",
    "additionalProperties": False,
    "properties": {},
}
"""The parameters of an edit that has none."""


def stay(addresses: Iterator[Address] | Sequence[Address]) -> tuple[tuple[Address, Address], ...]:
    """Places touched that stand where they stood."""
    return tuple((address, address) for address in addresses)


def changed_places(before: Tree, after: Tree, address: Address = ()) -> Iterator[Address]:
    """The innermost places in which a tree differs from the one that it was made of.

    A change shares what it did not touch, so that identity tells; mappings are compared by their
    keys.
    """
    if before is after:
        return
    if isinstance(before, dict) and isinstance(after, dict):
        for key in dict.fromkeys((*before, *after)):
            yield from changed_places(
                before.get(key, MISSING), after.get(key, MISSING), (*address, key)
            )
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        for index, (one, other) in enumerate(zip(before, after, strict=True)):
            yield from changed_places(one, other, (*address, index))
    elif (
        before is MISSING or after is MISSING or type(before) is not type(after) or before != after
    ):
        yield address
