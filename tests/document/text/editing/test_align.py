"""Children keep their places where they can; renames are told from removals."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.document.text.editing.align import align_lists, align_mappings

BIG = {"type": "object", "title": "x", "description": "y"}


@pytest.mark.parametrize(
    ("old", "new", "kept", "inserted"),
    [
        pytest.param({"a": 1, "b": 2}, {"a": 1, "b": 2}, {0: 0, 1: 1}, {}, id="nothing to do"),
        pytest.param({"a": 1}, {"a": 2}, {0: 0}, {}, id="value"),
        pytest.param({"a": 1}, {"a": 1, "b": 2}, {0: 0}, {0: [1]}, id="added"),
        pytest.param({"a": 1}, {"b": 2, "a": 1}, {0: 1}, {-1: [0]}, id="added in front"),
        pytest.param({"a": 1, "b": 2}, {"b": 2}, {1: 0}, {}, id="removed"),
        pytest.param({"a": BIG, "b": 2}, {"c": BIG, "b": 2}, {0: 0, 1: 1}, {}, id="renamed"),
        pytest.param(
            {"a": BIG}, {"c": {**BIG, "title": "z"}}, {0: 0}, {}, id="renamed and changed"
        ),
        pytest.param({"a": 1}, {"b": 2}, {}, {-1: [0]}, id="another key and value"),
    ],
)
def test_mappings(old: Any, new: Any, kept: dict[int, int], inserted: dict[int, list[int]]) -> None:
    plan = align_mappings(old, new)
    assert (plan.kept, plan.inserted) == (kept, inserted)


@pytest.mark.parametrize(
    ("old", "new", "kept", "inserted"),
    [
        pytest.param([1, 2], [1, 2], {0: 0, 1: 1}, {}, id="nothing to do"),
        pytest.param([1, 2], [1, 3, 2], {0: 0, 1: 2}, {0: [1]}, id="inserted"),
        pytest.param([1, 2, 3], [1, 3], {0: 0, 2: 1}, {}, id="removed"),
        pytest.param([1, 2, 3], [1, "x", 3], {0: 0, 1: 1, 2: 2}, {}, id="replaced"),
        pytest.param(
            [1, BIG, 3],
            [1, 0, {**BIG, "title": "z"}, 3],
            {0: 0, 1: 2, 2: 3},
            {0: [1]},
            id="changed",
        ),
        pytest.param([1, 1], [2, 1], {0: 0, 1: 1}, {}, id="equal members, the first replaced"),
        pytest.param([1, 1], [1, 2, 1], {0: 0, 1: 2}, {0: [1]}, id="equal members, inserted"),
        pytest.param([1, 1], [1, True], {0: 0, 1: 1}, {}, id="true is not one"),
    ],
)
def test_lists(old: Any, new: Any, kept: dict[int, int], inserted: dict[int, list[int]]) -> None:
    plan = align_lists(old, new)
    assert (plan.kept, plan.inserted) == (kept, inserted)


def test_what_is_not_kept_goes() -> None:
    assert align_lists([1, 2, 3], [2]).dropped(3) == [0, 2]
