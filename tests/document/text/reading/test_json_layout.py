"""The places of children in JSON are the same whatever the layout lets the reader skip."""

from __future__ import annotations

import json
from typing import Any

import pytest

from specmend.document.text.node import Node
from specmend.document.text.reading.json_exact import _by_decoding, _by_layout, read_json

TREE = {
    "a": {"b": [1, {"c": "}\n]"}, [], {}], "d": {"e": None}},
    "f": [[1, 2], [3]],
    "}": '\\"}',
    "g": {},
}
ODD = [
    '{"a": {\n"b": {\n"c": 1\n}\n},\n"d": {\n"e": 2\n}\n}',
    '{"a": {\n  "b": {\n  "c": 1\n  },\n  "d": 2\n}, "e": 1}',
    '[{\n"a": [\n{\n"b": 1\n}, {\n"c": 2\n}\n]\n}, {\n"d": 3\n}]',
    '{\n  "a": [{\n    "b": 1\n  }, {\n    "c": 2\n  }],\n  "d": {"e": {\n    "f": 1 } } }',
    '{"a":{\r\n "b":[\r\n 1\r\n ]\r\n}}',
    "[\n[\n[\n]\n,[\n1\n]\n]\n]",
]


def places(node: Node) -> list[Any]:
    """Where a node and the nodes below it stand."""
    below = [
        [e.name, [e.key.start, e.key.end] if e.key else None, places(e.value)] for e in node.entries
    ]
    return [node.kind, repr(node.value), node.start, node.end, *below]


def decoded(text: str, node: Node) -> list[Any]:
    """The same, with every child decoded anew."""
    entries = _by_decoding(text, node) if isinstance(node.value, dict | list) else []
    below = [
        [e.name, [e.key.start, e.key.end] if e.key else None, decoded(text, e.value)]
        for e in entries
    ]
    return [node.kind, repr(node.value), node.start, node.end, *below]


LAYOUTS = [json.dumps(TREE, indent=indent) for indent in (0, 1, 2, "\t", None)]


@pytest.mark.parametrize("text", [*LAYOUTS, *ODD])
def test_children_stand_where_decoding_finds_them(text: str) -> None:
    root, problems = read_json(text, "a.json")
    assert root is not None
    assert problems == []
    assert places(root) == decoded(text, root)


def test_a_laid_out_text_is_read_by_its_layout() -> None:
    text = json.dumps(TREE, indent=2)
    root, _ = read_json(text, "a.json")
    assert root is not None
    assert [entry.value.end for entry in _by_layout(text, root)] == [
        entry.value.end for entry in root.entries
    ]
