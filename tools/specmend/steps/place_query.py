"""Names a place by a JSONPath for people: members of lists by what they say, not by index."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from specmend.document.jsonpath.select import select
from specmend.document.openapi.kinds import NAMING
from specmend.document.text.editing.scalar import write_json
from specmend.document.tree.pointer import Address, format_path
from specmend.document.tree.values import MISSING, Tree, get
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
    made = {**fields, **{key: query for key, query in queries.items() if query}}
    return explained(made) if all(queries.values()) else made


def _one_place(tree: Tree, query: str) -> str:
    """The query that names the place that another one selects.

    Empty where that is no place, or more than one.
    """
    try:
        found = select(query, tree)
    except QueryError:
        return ""
    return place_query(tree, found[0]) if len(found) == 1 else ""


def literal(value: Tree) -> str:
    """A primitive as the literal of a query (RFC 9535 section 2.3.5.1)."""
    return normalized_path((value,))[2:-1] if isinstance(value, str) else write_json(value)


def _member(members: Sequence[Tree], index: int) -> str:
    member = members[index]
    if isinstance(member, str) and list(members).count(member) == 1:
        return f"[?@ == {literal(member)}]"
    for keys in NAMING:
        names = _names(member, keys)
        if names and sum(_names(other, keys) == names for other in members) == 1:
            return (
                f"[?{' && '.join(f'@{format_path((k,))[1:]} == {literal(v)}' for k, v in names)}]"
            )
    return f"[{index}]"


def _names(member: Tree, keys: tuple[str, ...]) -> list[tuple[str, str]]:
    """The naming keys of a member with their values; none unless all of them are text."""
    found = [(key, get(member, (key,))) for key in keys]
    return (
        found if all(value is not MISSING and isinstance(value, str) for _, value in found) else []
    )
