"""Names a place by a JSONPath for people: members of lists by what they say, not by index."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from specmend.document.jsonpath.select import select
from specmend.document.tree.pointer import Address, format_path
from specmend.document.tree.values import Tree, get
from specmend.errors import QueryError
from specmend.steps.check_shape import PATHS
from specmend.steps.member_query import member_query
from specmend.steps.positional import explained, leads_to_one_place, uses_index


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

    Where that has no name, the action says so. A rule that counts stays as it is.
    """
    counted = [key for key in PATHS if key in fields and uses_index(fields[key])]
    queries = {key: _one_place(tree, fields[key]) for key in counted}
    with_names = {**fields, **{key: query for key, query in queries.items() if query}}
    return explained(with_names) if all(queries.values()) else with_names


def _one_place(tree: Tree, query: str) -> str:
    """The query that names the place that another one leads to.

    Empty where that is no place, or the other one is a rule.
    """
    try:
        places = select(query, tree)
    except QueryError:
        return ""
    is_one = len(places) == 1 and leads_to_one_place(query, places[0])
    return place_query(tree, places[0]) if is_one else ""


def _member(members: Sequence[Tree], index: int) -> str:
    return f"[{member_query(members, index) or index}]"
