"""The methods of HTTP in a path item, and the operations that stand under them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, get

METHODS: Final = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
"""The fields of a path item that hold one operation each (OpenAPI 3.2, Path Item Object)."""

MORE_METHODS: Final = "additionalOperations"
"""The field of a path item with the operations under other methods, by name (OpenAPI 3.2)."""

WITHOUT_BODY: Final = (*("GET", "HEAD"), *("DELETE", "TRACE"))
"""The methods for whose body HTTP has no meaning (RFC 9110 section 9.3)."""

_ITEMS: Final[tuple[Address, ...]] = (("paths",), ("webhooks",), ("components", "pathItems"))


@dataclass(frozen=True, kw_only=True, slots=True)
class Operation:
    """One operation of `paths`.

    `address` is where it stands, which is elsewhere than at `path` when the path item is a
    reference. `method` is what goes over the wire: methods are case-sensitive (RFC 9110 section
    9.1).
    """

    path: str
    method: str
    address: Address
    node: dict[str, Tree]


def operations_in(item: Tree) -> Iterator[tuple[Address, dict[str, Tree]]]:
    """The operations that a path item holds, each with its address inside the path item.

    First those of the fixed fields, in the order of METHODS, then the additional ones.
    """
    if not isinstance(item, dict):
        return
    for method in METHODS:
        if isinstance(item.get(method), dict):
            yield (method,), item[method]
    more = item.get(MORE_METHODS)
    for name, operation in more.items() if isinstance(more, dict) else ():
        if isinstance(operation, dict):
            yield (MORE_METHODS, name), operation


def methods_in(item: Tree) -> set[str]:
    """The methods that a path item has operations for, as they go over the wire."""
    return {method_of(inside) for inside, _ in operations_in(item)}


def operations_of(tree: Tree, item: Address) -> list[Address]:
    """The addresses of the operations that stand in a path item."""
    return [(*item, *inside) for inside, _ in operations_in(get(tree, item))]


def operations(tree: Tree) -> Iterator[Operation]:
    """The operations that stand under `paths` themselves, path by path, references aside."""
    paths = get(tree, ("paths",))
    for path, item in paths.items() if isinstance(paths, dict) else ():
        for inside, node in operations_in(item):
            address = ("paths", path, *inside)
            yield Operation(path=path, method=method_of(inside), address=address, node=node)


def method_of(address: Address) -> str:
    """The method of the operation at an address, as it goes over the wire.

    A fixed field of a path item is written in small letters and sent in capitals. The name of an
    additional operation is sent as it is written (OpenAPI 3.2, Path Item Object).
    """
    name = str(address[-1])
    return name if address[-2:-1] == (MORE_METHODS,) else name.upper()


def item_of(address: Address) -> Address:
    """The path item of an operation, or the same address for a path item."""
    if address[-2:-1] == (MORE_METHODS,):
        return address[:-2]
    return address[:-1] if address[-1] in METHODS and address[:-1] not in _ITEMS else address


def operation_at(address: Address) -> Address | None:
    """The operation of a path or webhook that an address is, or is inside of; else None."""
    item, inside = address[:2], address[2:]
    if item[:1] not in {("paths",), ("webhooks",)} or not inside:
        return None
    if inside[0] in METHODS:
        return (*item, inside[0])
    return (*item, *inside[:2]) if inside[0] == MORE_METHODS and len(inside) > 1 else None
