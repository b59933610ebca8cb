"""What a named edit is: a data record with its help, its parameters and the function that makes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from specmend.document.pointer import Address
from specmend.document.tree import Tree


class EditFailed(Exception):
    """The edit cannot be made on this document; `address` is the place that stands in its way."""

    def __init__(self, message: str, address: Address = (), *, expected: str = "", advice: str = "") -> None:
        super().__init__(message)
        self.address, self.expected, self.advice = address, expected, advice


@dataclass(frozen=True, kw_only=True, slots=True)
class Edited:
    """The tree after an edit, and each place touched: its address before the edit, and after it."""

    tree: Tree
    places: tuple[tuple[Address, Address], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class NamedEdit:
    """An edit that Overlay cannot say in one action.

    `parameters` is a JSON Schema of the fields beside `name`; `apply` takes the tree, the addresses
    that the action's target selects, and the parameters, and may raise EditFailed.
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
        "names": {"type": "object", "minProperties": 1, "additionalProperties": {"type": "string", "pattern": r"\S"}},
    },
}
"""The parameters of an edit that renames things by a table, `names`: from the old name to the new one."""


def check_whole(targets: tuple[Address, ...]) -> None:
    """Refuse a target that is not the whole document."""
    if targets != ((),):
        raise EditFailed("this edit concerns the whole document", targets[0], expected="the target $")


def check_names(names: Mapping[str, str], known: Mapping[str, Address], what: str, place: Address) -> None:
    """Refuse a name that is not known, one that is taken, and one that two get; `known` has the place of each."""
    for old, new in names.items():
        if old not in known:
            raise EditFailed(f"there is no {what} {old}", place, advice="check the name")
        if (new in known and new not in names) or list(names.values()).count(new) > 1:
            raise EditFailed(f"{old} would become {new}, which is taken", known[old], advice="choose another name")
