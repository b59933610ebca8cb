"""Each variable in the URL of a server is declared, with a value that it may have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from specmend.document.openapi.objects import objects
from specmend.document.text.one_line import one_line
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, get
from specmend.validate.rules.fault import Fault
from specmend.validate.rules.mend import Mend, edit

NAME: Final = "servers"

_VARIABLE: Final = re.compile(r"\{([^{}]*)\}")
_SHOWN: Final = 60


def faults(tree: Tree) -> Iterator[Fault]:
    """A fault for each variable that nobody declares, or whose default its own list lacks.

    OpenAPI 3.0.3 sections 4.7.5 and 4.7.6, 3.1 sections 4.8.5 and 4.8.6; the list counts since 3.1.
    """
    for address, server in objects(tree, "server"):
        url = server.get("url") if isinstance(server, dict) else None
        variables = server.get("variables") if isinstance(server, dict) else None
        declared = variables if isinstance(variables, dict) else {}
        names = _VARIABLE.findall(url) if isinstance(url, str) else []
        for name in dict.fromkeys(names):
            if name not in declared:
                yield Fault(
                    rule=NAME,
                    address=(*address, "url"),
                    message=f"the variable '{name}' of this URL is not declared",
                    advice="record a step that adds it to variables, or writes the URL without it",
                )
        if not str(get(tree, ("openapi",))).startswith("3.0"):
            yield from _odd_defaults((*address, "variables"), declared)


def _odd_defaults(address: Address, variables: dict[str, Tree]) -> Iterator[Fault]:
    for name, variable in variables.items():
        values = variable.get("enum") if isinstance(variable, dict) else None
        if not isinstance(values, list) or not all(isinstance(each, str) for each in values):
            continue
        if "default" in variable and variable["default"] not in values:
            default = one_line(variable["default"], _SHOWN)
            yield Fault(
                rule=NAME,
                address=(*address, name, "default"),
                message=f"the default {default} of '{name}' is none of the values of its enum",
                advice="record a step that sets one of them",
                mend=_first(name, values),
            )


def _first(name: str, values: list[Tree]) -> Mend | None:
    title = f"Let {name} be one of its values"
    return edit(title, "set-value", value=values[0]) if values else None
