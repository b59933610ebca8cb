"""Path templates and the parameters that an operation declares for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from specmend.document.openapi.objects import METHODS
from specmend.document.openapi.references import locate
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, get

_ITEMS: Final[tuple[Address, ...]] = (("paths",), ("webhooks",), ("components", "pathItems"))
_NAME = re.compile(r"\{([^{}/]+)\}")


def template_names(path: str) -> list[str]:
    """The names that a path template has in braces, in order (OpenAPI 3.1 section 4.8.2)."""
    return _NAME.findall(path)


def with_template_name(path: str, old: str, new: str) -> str:
    """A path template with one of its names replaced."""
    return path.replace("{" + old + "}", "{" + new + "}")


def declarations(tree: Tree, holder: Address) -> Iterator[tuple[Address, str, str]]:
    """Every parameter that a path item or an operation lists itself: its own address, its name and where it goes.

    One that is listed by a reference has the address of what the reference names in the document.
    """
    listed = get(tree, (*holder, "parameters"))
    for index, parameter in enumerate(listed if isinstance(listed, list) else ()):
        address: Address | None = (*holder, "parameters", index)
        if isinstance(parameter, dict) and isinstance(parameter.get("$ref"), str):
            address = locate(tree, parameter["$ref"])
            parameter = get(tree, address) if address else None  # noqa: PLW2901 - listed is what is named
        if address and isinstance(parameter, dict) and "name" in parameter:
            yield address, str(parameter["name"]), str(parameter.get("in", ""))


def operations_of(tree: Tree, item: Address) -> list[Address]:
    """The operations that stand in a path item."""
    value = get(tree, item)
    value = value if isinstance(value, dict) else {}
    plain: list[Address] = [
        (*item, method) for method in METHODS if isinstance(value.get(method), dict)
    ]
    more = value.get("additionalOperations")
    return plain + [
        (*item, "additionalOperations", name) for name in (more if isinstance(more, dict) else ())
    ]


def item_of(address: Address) -> Address:
    """The path item of an operation, or the same address for a path item."""
    if address[-2:-1] == ("additionalOperations",):
        return address[:-2]
    return address[:-1] if address[-1] in METHODS and address[:-1] not in _ITEMS else address


def path_names(tree: Tree, item: Address, operation: Address | None = None) -> set[str]:
    """The path parameters declared by a path item, together with those of one of its operations."""
    holders = [item] if operation is None else [item, operation]
    return {
        name
        for holder in holders
        for _, name, where in declarations(tree, holder)
        if where == "path"
    }
