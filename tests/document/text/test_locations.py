"""Lines and columns of many places at once are those of each place by itself."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from specmend.document.text.document import parse_document
from specmend.document.text.locations import locations

TREE = {"a": {"é": [1, {"b": "ü", "c": 2}], "x": "日本"}, "😀": {"y": {"ß": True}}, "z": None}
TEXTS = [
    json.dumps(TREE, indent=2, ensure_ascii=False),
    json.dumps(TREE, ensure_ascii=False),
    json.dumps(TREE, indent=1),
    json.dumps({"a": {"b": [1, 2]}}, indent=2),
    '{"é\\u00e9": {"a": 1},\n "b": "é", "c": 3}',
    '{"a\\n": 1, "é": {"b\\u00fc":\n 1}}',
]


def addresses(tree: Any, place: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield place
    if not isinstance(tree, dict | list):
        return
    for key, value in tree.items() if isinstance(tree, dict) else enumerate(tree):
        yield from addresses(value, (*place, key))


@pytest.mark.parametrize("text", TEXTS)
def test_places_of_json(text: str) -> None:
    document = parse_document(text, "a.json")
    places = [*addresses(document.tree), ("gone", "deep"), ("a", "gone")]
    found = locations(document, places)
    assert "root" not in vars(document)
    assert found == [document.place(place) for place in places]
    # Nodes that are there already are asked.
    assert locations(document, places) == found


def test_places_of_yaml() -> None:
    document = parse_document("a:\n  é: 1\nb: [x, y]\n", "a.yaml")
    assert locations(document, [("a", "é"), ("b", 1)]) == [(2, 3), (3, 8)]
