"""Path templates and the parameters that an operation declares for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from specmend.document.openapi.references import follow
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, get

IGNORED_HEADERS: Final = ("accept", "content-type", "authorization")
"""The headers, in small letters, that no parameter describes (OpenAPI 3.1 section 4.8.12)."""

_NAME = re.compile(r"\{([^{}/]+)\}")
_NAMES = re.compile(r"\{[^{}/]*\}")


def template_names(path: str) -> list[str]:
    """The names that a path template has in braces, in order (OpenAPI 3.1 section 4.8.2)."""
    return _NAME.findall(path)


def blank(path: str) -> str:
    """A path without the names in its braces, which nobody sends."""
    return _NAMES.sub("{}", path)


def with_template_name(path: str, old: str, new: str) -> str:
    """A path template with one of its names replaced."""
    return path.replace("{" + old + "}", "{" + new + "}")


def declarations(tree: Tree, holder: Address) -> Iterator[tuple[Address, str, str]]:
    """The parameters that a path item or operation lists itself: address, name and `in` of each.

    One that is listed by a reference has the address of what the reference names in the document.
    """
    for place in listed(tree, holder):
        address, parameter = follow(tree, place)
        if isinstance(parameter, dict) and "name" in parameter:
            yield address, str(parameter["name"]), str(parameter.get("in", ""))


def listed(tree: Tree, holder: Address) -> Iterator[Address]:
    """The places in the list of parameters of a path item or operation, whatever stands there."""
    parameters = get(tree, (*holder, "parameters"))
    for index in range(len(parameters) if isinstance(parameters, list) else 0):
        yield (*holder, "parameters", index)


def path_names(tree: Tree, item: Address, operation: Address | None = None) -> set[str]:
    """The path parameters declared by a path item, together with those of one of its operations."""
    holders = [item] if operation is None else [item, operation]
    return {
        name
        for holder in holders
        for _, name, where in declarations(tree, holder)
        if where == "path"
    }
