"""The URL of a server is one, and each variable in it is declared, with a value it may have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from specmend.document.openapi.uris import is_uri_reference
from specmend.document.text.one_line import one_line
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree
from specmend.validate.rules.fault import Fault, Level
from specmend.validate.rules.mend import Mend, edit, removal
from specmend.validate.rules.rule import Check
from specmend.validate.rules.scope import Scope

NAME: Final = "servers"

_VARIABLE: Final = re.compile(r"\{([^{}]+)\}")
_SHOWN: Final = 60
_SERVERS: Final = "servers"
_ANOTHER_URL: Final = "record a step that sets another URL"


def _server(scope: Scope, address: Address, server: Any) -> Iterator[Fault]:
    """The URL of a server and its variables.

    OpenAPI 3.0.3 sections 4.7.5 and 4.7.6, 3.1 sections 4.8.5 and 4.8.6.
    """
    url, variables = server.get("url"), server.get("variables")
    declared = variables if isinstance(variables, dict) else {}
    if isinstance(url, str):
        yield from _url(scope, (*address, "url"), url, declared)
    for name, variable in declared.items():
        if isinstance(variable, dict):
            yield from _variable(scope, (*address, "variables", name), variable)


def _url(scope: Scope, place: Address, url: str, declared: dict[str, Tree]) -> Iterator[Fault]:
    names = _VARIABLE.findall(url)
    for name in dict.fromkeys(names):
        if name not in declared:
            yield _told(
                place,
                f"the variable '{name}' of this URL is not declared",
                "record a step that adds it to variables, or writes the URL without it",
            )
        if scope.is_32 and names.count(name) > 1:
            yield _told(place, f"the variable '{name}' is twice in this URL", _ANOTHER_URL)
    rest = _VARIABLE.sub("x", url)
    if "{" in rest or "}" in rest:
        yield _told(place, "this URL has a brace that encloses no name", _ANOTHER_URL)
    elif not is_uri_reference(rest):
        yield _told(place, f"'url' is {one_line(url, _SHOWN)} and not a URL", _ANOTHER_URL)
    elif "?" in rest or "#" in rest:
        level: Level = "error" if scope.is_32 else "warning"
        words = "the URL of a server has no query and no fragment"
        yield _told(place, words, _ANOTHER_URL, level)


def _variable(scope: Scope, address: Address, variable: Any) -> Iterator[Fault]:
    """The values of a variable; that they count is only advice in 3.0."""
    values, name = variable.get("enum"), str(address[-1])
    if not isinstance(values, list) or not all(isinstance(each, str) for each in values):
        return
    level: Level = "warning" if scope.is_30 else "error"
    if not values and scope.is_30:
        mend = removal("Remove enum, which has no values")
        words = f"'enum' of '{name}' has no values"
        yield _told((*address, "enum"), words, "record a step that removes it", level, mend)
    if values and "default" in variable and variable["default"] not in values:
        default = one_line(variable["default"], _SHOWN)
        yield _told(
            (*address, "default"),
            f"the default {default} of '{name}' is none of the values of its enum",
            "record a step that sets one of them",
            level,
            edit(f"Let {name} be one of its values", "set-value", value=values[0]),
        )


def _told(
    address: Address, message: str, advice: str, level: Level = "error", mend: Mend | None = None
) -> Fault:
    return Fault(rule=NAME, address=address, message=message, level=level, advice=advice, mend=mend)


def _holder(scope: Scope, address: Address, holder: Any) -> Iterator[Fault]:
    """A warning for each name that two servers of a list have (OpenAPI 3.2, Server Object)."""
    servers, first = holder[_SERVERS], dict[str, Address]()
    for index, server in enumerate(servers if scope.is_32 and isinstance(servers, list) else ()):
        name = server.get("name") if isinstance(server, dict) else None
        place: Address = (*address, _SERVERS, index, "name")
        if isinstance(name, str) and name in first:
            yield Fault(
                rule=NAME,
                address=place,
                message=f"two servers have the name '{name}'",
                level="warning",
                beside=first[name],
                advice="record a step that gives one of them another name",
            )
        elif isinstance(name, str):
            first[name] = place


CHECKS: Final[Mapping[str, Check]] = {
    "server": _server,
    **{f"{kind}.{_SERVERS}": _holder for kind in ("document", "path item", "operation")},
}
