"""What a named edit is: a data record with its help, its parameters and the function that makes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

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
