"""Names a place by a JSONPath for people: members of lists by what they say, not by index."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from specmend.document.jsonpath.select import select
from specmend.document.openapi.kinds import NAMING
from specmend.document.text.editing.scalar import write_json
from specmend.document.tree.pointer import Address, format_path
from specmend.document.tree.values import Tree, get
from specmend.errors import QueryError
from specmend.steps.check_shape import PATHS
from specmend.steps.plain_actions import normalized_path
from specmend.steps.positional import explained, uses_index


def place_query(tree: Tree, address: Address) -> str:
    """The query of one place.

    A member of a list is named by what it says where that tells it from the others.
    """
    query = "$"
    for depth, token in enumerate(address):
        if isinstance(token, int):
            query += _member(get(tree, address[:depth]), token)
        else:
            query += format_path((token,))[1:]
    return query


def named(tree: Tree, fields: Mapping[str, Any]) -> Mapping[str, Any]:
    """An action whose paths name the one place that they count.

    Where that has no name, the action says so. A path that counts in several lists at once stays.
    """
    counted = [key for key in PATHS if key in fields and uses_index(fields[key])]
    queries = {key: _one_place(tree, fields[key]) for key in counted}
    with_names = {**fields, **{key: query for key, query in queries.items() if query}}
    return explained(with_names) if all(queries.values()) else with_names


def _one_place(tree: Tree, query: str) -> str:
    """The query that names the place that another one selects.

    Empty where that is no place, or more than one.
    """
    try:
        places = select(query, tree)
    except QueryError:
        return ""
    return place_query(tree, places[0]) if len(places) == 1 else ""


def literal(value: Tree) -> str:
    """A primitive as the literal of a query (RFC 9535 section 2.3.5.1)."""
    return normalized_path((value,))[2:-1] if isinstance(value, str) else write_json(value)


def _member(members: Sequence[Tree], index: int) -> str:
    member = members[index]
    if isinstance(member, str) and list(members).count(member) == 1:
        return f"[?@ == {literal(member)}]"
    for keys in NAMING:
        names = _names(member, keys)
        namesakes = [other for other in members if _names(other, keys) == names]
        if names and len(namesakes) == 1:
            return f"[?{' && '.join(_comparison(key, value) for key, value in names)}]"
    return f"[{index}]"


def _comparison(key: str, value: str) -> str:
    return f"@{format_path((key,))[1:]} == {literal(value)}"


def _names(member: Tree, keys: tuple[str, ...]) -> list[tuple[str, str]]:
    """The naming keys of a member with their values; none unless all of them are text."""
    names = [(key, get(member, (key,))) for key in keys]
    return names if all(isinstance(value, str) for _, value in names) else []
