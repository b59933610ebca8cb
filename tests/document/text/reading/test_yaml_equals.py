"""A text is held against a tree: it says it exactly, or not."""

from __future__ import annotations

import random

import pytest
from tests.document.text.random_edits import mutate
from tests.real import each_upstream_document

from specmend.document.text.document import read_document
from specmend.document.text.reading.yaml_equals import says
from specmend.document.text.reading.yaml_fast import compose_yaml

SAID = [
    ("a: 1\n", {"a": 1}),
    ("- a\n- [1, 2.5, true, null, ~]\n- {}\n- []\n", ["a", [1, 2.5, True, None, None], {}, []]),
    ("text", "text"), ("''", ""), ("a:\n", {"a": None}), ("200: 'x'\n", {"200": "x"}),
    ("a: |\n  b\n", {"a": "b\n"}),
]  # fmt: skip
OTHERWISE = [
    ("a: &unused 1\n", {"a": 1}), ("&unused a: 1\n", {"a": 1}), ("&unused [1]", [1]),
    ("'<<': 1\n", {"<<": 1}),
    ("a: 1\n", {"a": 1.0}), ("a: 1\n", {"a": True}), ("a: '1'\n", {"a": 1}), ("a: 1\n", {"a": "1"}),
    ("a: 1\n", [1]),
    ("a: 1\nb: 2\n", {"b": 2, "a": 1}), ("a: 1\nb: 2\n", {"a": 1}), ("a: 1\n", {"a": 1, "b": 2}),
    ("[1]", [1, 2]),
    ("[1, 2]", [1]), ("a: 1\na: 1\n", {"a": 1}), ("a: !x 1\n", {"a": 1}), ("!x a: 1\n", {"a": 1}),
    ("!x [1]", [1]),
    ("a: &b 1\nc: *b\n", {"a": 1, "c": 1}), ("<<: {a: 1}\n", {"a": 1}),
    ("<<: {a: 1}\n", {"<<": {"a": 1}}),
    ("a: 1\n---\nb: 2\n", {"a": 1}), ("", None), ("a: [\n", {"a": []}),
    ("a: x\x85y\n", {"a": "x\x85y"}),
    ("a: .nan\n", {"a": float("nan")}), ("a: []\n", {"a": {}}), ("a: 0\n", {"a": False}),
    ("[[]]", [[[]]]),
    ("a: x\n", {"a": "x\n"}), ("a: Null\n", {"a": "Null"}), ("[a: 1]", [{"a": 1, "b": 2}]),
    ("\x01", "\x01"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "tree"), SAID)
def test_a_text_says_its_tree(text: str, tree: object) -> None:
    assert says(text, tree)


@pytest.mark.parametrize(("text", "tree"), OTHERWISE)
def test_a_text_says_no_other_tree_and_what_is_not_ordinary_says_nothing(
    text: str, tree: object
) -> None:
    assert not says(text, tree)


@each_upstream_document()
def test_a_real_document_says_its_tree_and_no_other(path: object) -> None:
    document = read_document(path.read_bytes(), path.name)  # type: ignore[attr-defined]
    assert says(document.text, document.tree) == (compose_yaml(document.text) is not None)
    generator = random.Random(20261121)  # noqa: S311 - the same edits in every run
    for _ in range(3):
        other = mutate(generator, document.tree)
        assert not says(document.text, other)
