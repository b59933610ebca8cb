"""What lies in one value that is read as a whole, as one change."""

from __future__ import annotations

from typing import Any

import pytest
from tests.diff.pairs import api, entries, sent

T = {"type": "string"}


def parameter(**fields: Any) -> Any:
    return api({"parameters": [{"name": "q", "in": "query", **fields}]})


MANY, OTHERS = {"a": 1, "b": [1, 2]}, {"b": [2, 3], "c": 1}


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (sent({**T, "x-a": MANY}), sent({**T, "x-a": OTHERS}), "request x-a changed"),
        (sent({**T, "unknown": MANY}), sent({**T, "unknown": OTHERS}), "request unknown changed"),
        (api({"unknown": MANY}), api({"unknown": OTHERS}), "unknown changed"),
        (
            api({"tags": ["a", "b"]}),
            api({"tags": ["b", "c"]}),
            'tags gained "c", tags lost "a"',
        ),
        (
            parameter(schema=T),
            parameter(content={"a/b": {"schema": T}}),
            "parameter `q` (query) gained content a/b, lost its schema",
        ),
        (
            parameter(content={"a/b": {"schema": T}}),
            parameter(content={"c/d": {"schema": T}}),
            "parameter `q` (query) lost content a/b, gained content c/d",
        ),
    ],
)
def test_one_value_is_one_entry(old: Any, new: Any, words: str) -> None:
    assert [one.words for one in entries(old, new)] == [words]
