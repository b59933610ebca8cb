"""Names in runs that follow one another as before."""

from __future__ import annotations

import pytest

from specmend.document.text.editing.runs import Run, runs

INDEX: dict[str | int, int] = {"a": 0, "b": 1, "c": 2, "d": 3}


@pytest.mark.parametrize(
    ("names", "changed", "found"),
    [
        pytest.param("abcd", set(), [Run("a", 0, 4)], id="all as before"),
        pytest.param(
            "abcd", {1}, [Run("a", 0, 1), Run("b", 1, 2), Run("c", 2, 4)], id="one changed"
        ),
        pytest.param("abcdx", set(), [Run("a", 0, 4), Run("x", -1, 0)], id="a new one at the end"),
        pytest.param(
            "axbcd", set(), [Run("a", 0, 1), Run("x", -1, 0), Run("b", 1, 4)], id="one between"
        ),
        pytest.param("abd", {2}, [Run("a", 0, 2), Run("d", 3, 4)], id="one is gone"),
        pytest.param("cba", set(), [Run("c", 2, 3), Run("b", 1, 2), Run("a", 0, 1)], id="reversed"),
        pytest.param("", set(), [], id="none"),
    ],
)  # fmt: skip
def test_names_come_in_runs(names: str, changed: set[int], found: list[Run]) -> None:
    assert runs(list(names), INDEX, changed) == found
