"""Path templates: their variables, and what of them is sent."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

_VARIABLE: Final = re.compile(r"\{([^{}]*)\}")
_WHOLE_QUERY: Final = re.compile(r"\{[?&]([^{}]*)\}")


def variables(path: str, parameters: Collection[tuple[str, str]] = ()) -> list[str]:
    """The names of a template that are arguments in the path, each once.

    `parameters` are the places and names of those that are declared: see `sent_template`.
    """
    return list(dict.fromkeys(_VARIABLE.findall(sent_template(path, parameters))))


def sent_template(path: str, parameters: Collection[tuple[str, str]] = ()) -> str:
    """The template that is sent: without a fragment, which no server sees (RFC 3986 section 3.5).

    A variable in the query of the path is left out where a parameter of the query declares it,
    which sends it too.
    """
    path = _WHOLE_QUERY.sub(lambda found: _kept_names(found[0], found[1], parameters), path)
    before, mark, query = path.partition("#")[0].partition("?")
    kept = [pair for pair in query.split("&") if not _is_declared(pair, parameters)]
    return before + (mark + "&".join(kept) if kept != [""] and kept else "")


def _kept_names(text: str, names: str, parameters: Collection[tuple[str, str]]) -> str:
    """An expansion of RFC 6570 section 3.2.8, which is nothing where its names are parameters."""
    declared = all(("query", name.strip().rstrip("*")) in parameters for name in names.split(","))
    return "" if declared else text


def _is_declared(pair: str, parameters: Collection[tuple[str, str]]) -> bool:
    """Whether a pair of a query is only the value of a parameter of the query."""
    found = _VARIABLE.fullmatch(pair.partition("=")[2])
    return found is not None and ("query", found[1]) in parameters
