"""Finds places that are counted and not named: a bare index in the path of an action."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from specmend.document.jsonpath.select import compile_query
from specmend.document.text.document import Document
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import get
from specmend.errors import Problem, QueryError
from specmend.steps.check_shape import GAP, PATHS

if TYPE_CHECKING:
    from jsonpath_rfc9535 import JSONPathQuery
    from jsonpath_rfc9535.filter_expressions import Expression
    from jsonpath_rfc9535.segments import JSONPathSegment
    from jsonpath_rfc9535.selectors import JSONPathSelector

NAMELESS: Final = (
    "The place is counted, since nothing that it says tells it from the other members of its list."
)


def indexed_places(document: Document) -> list[Problem]:
    """Every path of a step file that counts members of a list, where the action does not say why.

    What has not the shape of an action, or of a path, is passed over: other checks name it.
    """
    actions = get(document.tree, ("actions",))
    unexplained = [
        (index, action)
        for index, action in enumerate(actions if isinstance(actions, list) else [])
        if isinstance(action, dict) and not _explains(action)
    ]
    return [
        _problem(document, index, key, action[key])
        for index, action in unexplained
        for key in PATHS
        if isinstance(action.get(key), str) and uses_index(action[key])
    ]


def uses_index(query: str) -> bool:
    """Whether a query holds an index or a bound of a slice anywhere, filters included.

    No for what is no query.
    """
    try:
        return any(_is_bare(selector) for selector in _selectors(compile_query(query)))
    except QueryError:
        return False


def has_filter(query: str) -> bool:
    """Whether a query selects anything by a filter, which says something of it."""
    from jsonpath_rfc9535.selectors import FilterSelector

    return any(
        isinstance(selector, FilterSelector) for selector in _selectors(compile_query(query))
    )


def leads_to_one_place(query: str, place: Address) -> bool:
    """Whether a query that selects a place names or counts each step on the way there.

    A filter names a member of a list. One that selects among keys makes a rule of the query, as
    wildcards and descendants do.
    """
    segments = compile_query(query).segments
    return len(segments) == len(place) and all(map(_leads_to, segments, place))


def explained(fields: Mapping[str, Any]) -> Mapping[str, Any]:
    """An action of which each counted place has no name, with a word on that if it has none."""
    counts = any(uses_index(fields[key]) for key in PATHS if key in fields)
    if _explains(fields) or not counts:
        return fields
    return {"target": fields["target"], **fields, "description": NAMELESS}


def _leads_to(segment: JSONPathSegment, token: str | int) -> bool:
    from jsonpath_rfc9535.segments import JSONPathChildSegment
    from jsonpath_rfc9535.selectors import FilterSelector, IndexSelector, NameSelector

    if not isinstance(segment, JSONPathChildSegment) or len(segment.selectors) != 1:
        return False
    of_member = (IndexSelector, FilterSelector)
    return isinstance(segment.selectors[0], of_member if isinstance(token, int) else NameSelector)


def _explains(action: Mapping[str, Any]) -> bool:
    return str(action.get("description") or "").strip() not in {"", GAP}


def _is_bare(selector: JSONPathSelector) -> bool:
    from jsonpath_rfc9535.selectors import IndexSelector, SliceSelector

    if not isinstance(selector, SliceSelector):
        return isinstance(selector, IndexSelector)
    part = selector.slice
    has_bound = part.start is not None or part.stop is not None
    return has_bound or part.step not in {None, 1, -1}


def _selectors(query: JSONPathQuery) -> Iterator[JSONPathSelector]:
    """Every selector of a query and of the queries in its filters."""
    from jsonpath_rfc9535.selectors import FilterSelector

    queries = [query]
    while queries:
        for segment in queries.pop().segments:
            for selector in segment.selectors:
                yield selector
                if isinstance(selector, FilterSelector):
                    queries += _queries(selector.expression)


def _queries(expression: Expression) -> Iterator[JSONPathQuery]:
    """The queries that a filter's expression compares or tests."""
    from jsonpath_rfc9535.filter_expressions import FilterQuery

    expressions: list[Any] = [expression]
    while expressions:
        one = expressions.pop()
        if isinstance(one, FilterQuery):
            yield one.query
        parts = [getattr(one, name, None) for name in ("expression", "left", "right")]
        expressions += [*(part for part in parts if part is not None), *getattr(one, "args", ())]


def _problem(document: Document, index: int, key: str, query: str) -> Problem:
    return document.problem(
        ("actions", index, key),
        f"this {key} counts members of a list, which move when upstream does",
        found=query,
        expected="members named by what they say, as in [?@.name == 'limit']",
        advice="use a filter, or say in `description` why the place is counted",
    )
