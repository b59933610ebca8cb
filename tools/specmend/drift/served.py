"""The variables of a server, written out in its URL by now."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, product
from typing import Any, Final

from specmend.document.openapi.kinds import spot_at
from specmend.document.openapi.servers import variable_names, with_values
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree, get, same
from specmend.matching.locator import Locator

_URL: Final = "url"
_VARIABLES: Final = "variables"
_MOST: Final = 100
"""How many URLs one server is written out into."""


def written_into_url(locator: Locator, applied: Tree, address: Address) -> Iterator[Address]:
    """Where the URL of a server has a value of a variable that an action changes or removes.

    `applied` is the old tree after the action (OpenAPI 3.1 section 4.8.5).
    """
    server = _server(address)
    if server is None:
        return
    old, shall = get(locator.old, server), get(applied, server)
    match = locator.locate(server)
    url = get(locator.new, (*match.at, _URL)) if match.whole else MISSING
    was, will = _variables(old), _variables(shall)
    changed = [name for name in was if not same(was[name], will.get(name, MISSING))]
    if isinstance(url, str) and any(_is_written_out(old, url, name) for name in changed):
        yield (*match.at, _URL)


def are_one_server(one: Tree, other: Tree) -> bool:
    """Whether two servers have a URL in common, their variables written out."""
    return not _urls(_last(one)).isdisjoint(_urls(_last(other)))


def _server(address: Address) -> Address | None:
    for length in range(len(address)):
        is_variable = address[length] == _VARIABLES
        if is_variable and spot_at(address[:length]) == ("one", "server"):
            return address[:length]
    return None


def _variables(server: Tree) -> dict[str, Any]:
    named = server.get(_VARIABLES) if isinstance(server, dict) else None
    return named if isinstance(named, dict) else {}


def _is_written_out(server: Tree, url: str, name: str) -> bool:
    """Whether a URL is that of a server with something in the place of a variable."""
    template = str(server.get(_URL, ""))
    if name not in variable_names(template) or name in variable_names(url):
        return False
    pattern = "".join(
        "(.*)" if part.startswith("{") else re.escape(part)
        for part in re.split(r"(\{[^{}]*\})", template)
    )
    return re.fullmatch(pattern, url) is not None


def _last(said: Tree) -> Tree:
    """The server of what is said; said of an operation of a path, it stands behind its way."""
    return said[-1] if isinstance(said, list) and said else said


def _urls(server: Tree) -> set[str]:
    url = server.get(_URL) if isinstance(server, dict) else None
    if not isinstance(url, str):
        return set()
    names = variable_names(url)
    choices = (_choices(_variables(server).get(name)) or [f"{{{name}}}"] for name in names)
    chosen = islice(product(*choices), _MOST)
    return {with_values(url, dict(zip(names, values, strict=True))) for values in chosen}


def _choices(variable: Tree) -> list[str]:
    fields = variable if isinstance(variable, dict) else {}
    listed = fields.get("enum")
    values = [*(listed if isinstance(listed, list) else ()), fields.get("default")]
    return [str(value) for value in values if value is not None]
