"""Queries that would be too much work are refused by counted steps; ordinary ones are not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from specmend.document.jsonpath.select import select
from specmend.document.tree.values import Tree
from specmend.errors import QueryError
from specmend.limits import MAX_STEPS

LONG_FILTER = f"$[?{' || '.join(['@.a == 1'] * 300)}]"
MEMBERS = [{"a": number, "b": [number]} for number in range(2_000)]


def deep(levels: int) -> Tree:
    """An object in an object, and so on."""
    tree: Tree = {}
    for _ in range(levels):
        tree = {"a": tree}
    return tree


def shared(levels: int) -> Tree:
    """A small tree of which each level holds nine times the one before, as aliases make it."""
    tree: Tree = ["x"] * 9
    for _ in range(levels):
        tree = [tree] * 9
    return tree


TOO_MUCH: dict[str, tuple[str, Callable[[], Tree]]] = {
    "descents of descents": ("$" + "..*" * 12, lambda: deep(20)),
    "descents in depth": ("$..*..*..*", lambda: deep(150)),
    "filters in filters": ("$[?$[?$[?@.a == 3]]]", lambda: MEMBERS),
    "descents in filters": ("$..[?$..[?$..a]]", lambda: deep(150)),
    "the whole document for each member": ("$[?count($..*) > @.a]", lambda: MEMBERS),
    "a member many times": ("$[" + "*," * 5_000 + "*]", lambda: MEMBERS),
    "a slice many times": ("$[" + "0:1000," * 500 + "0:1000]", lambda: MEMBERS),
    "what aliases expand to": ("$..*", lambda: shared(6)),
    "comparisons of what is large": (
        "$.c[?$.a == $.b]", lambda: {name: list(range(5_000)) for name in ("a", "b", "c")}
    ),
    "a long filter for each member": (LONG_FILTER, lambda: MEMBERS * 10),
}  # fmt: skip


@pytest.mark.parametrize("name", TOO_MUCH)
def test_too_much_work_is_refused(name: str) -> None:
    query, tree = TOO_MUCH[name]
    with pytest.raises(
        QueryError, match=f"the limit of {MAX_STEPS:,} steps .* set SPECMEND_MAX_STEPS"
    ):
        select(query, tree())


@pytest.mark.parametrize(
    ("query", "count"),
    [("$[0:1000000000]", 2_000), ("$[-1000000000:1000000000:1]", 2_000), ("$..*..*..*", 2_000),
     ("$..[?@..a]", 2_000),
     ("$[?@.b == $[1999].b]", 1), ("$[?@.a == 1 && @.b == @.b]", 1)],
)  # fmt: skip
def test_what_looks_large_and_is_not_ends(query: str, count: int) -> None:
    assert len(select(query, MEMBERS)) == count


def test_a_large_document_has_steps_for_each_of_its_values() -> None:
    tree = [[{"x": number}] * 1 for number in range(MAX_STEPS)]
    assert len(select("$..x", tree)) == MAX_STEPS


def test_each_query_has_all_of_its_steps() -> None:
    tree = list(range(MAX_STEPS - 10))
    for _ in range(3):
        assert len(select("$[*]", tree)) == len(tree)


def test_descendants_come_in_the_order_of_the_document() -> None:
    tree = {"a": [{"x": 1}, [{"x": 2}]], "b": {"x": {"x": 3}}}
    assert select("$..x", tree) == (("a", 0, "x"), ("a", 1, 0, "x"), ("b", "x"), ("b", "x", "x"))
