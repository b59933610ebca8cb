"""Ordinary YAML is composed, and gives what the exact reader gives; the rest is left to that."""

from __future__ import annotations

from typing import Any

import pytest
from tests.repository import ROOT

from specmend.document.text.node import Node
from specmend.document.text.reading.yaml_exact import read_by_events
from specmend.document.text.reading.yaml_fast import compose_yaml

ORDINARY = [
    "a: 1\n", "- 1\n- [a, {b: c}, []]\n- {}\n", "a:\n- b\n- c: d\n  e:\n",
    "a: |\n  x\n\n  y\n\nb: >-\n  z\n",
    "a: |+\n  x\n\n\n", "'a': \"b\"\n200: ok\n~: null\n? c\n: d\n", "# c\na: 1 # d\n# e\n",
    "---\na: 1\n...\n",
    "a: b\n  c\n  d\n", "{a, b: }\n", "a: R&D &x\n", "a: x{&page,b}\n", "a: wow !\n", "a: 'x &y'\n",
    "a: ü\nb: \U0001f600\n", "a:\r\n  b: |\r\n    c\r\n  d: e\r\n", "a: |\n  &x\n  ! y\n",
    "x: [1, 2.5, 0x1F, .inf, -3, 0o7, true]\n", "text", "- - a\n  - b\n- c", "a: |\n  b", "''",
    "[" * 200 + "]" * 200,
]  # fmt: skip
LEFT = [
    "a: &x 1\nb: *x\n", "&x\na: 1\n", "a: &x\n  b: 1\n", "&k a: 1\n", "- &x a\n- *x\n",
    "{&k a: &v b}\n",
    "a: !!str 1\n", "a: ! 1\n", "! a: 1\n", "a: !x {}\n", "<<: {a: 1}\n", "a: 1\na: 2\n",
    "[a]: 1\n", "a: [\n",
    "a: 1\n---\nb: 2\n", "", "a: x\x85y\n", "a: x\u2028y\n", "a: *x\n", "[" * 201 + "]" * 201,
    "a: " + "1" * 5000,
    "? {a: 1}\n: 2\n", "a: \x01\n",
]  # fmt: skip


def described(node: Node) -> list[Any]:
    """All that is known of a node and of the nodes below it."""
    own = [
        node.kind,
        node.value,
        node.outer,
        node.start,
        node.end,
        node.flow,
        node.style,
        node.anchor,
        node.tag,
    ]
    below = [
        [e.name, described(e.key) if e.key else None, described(e.value)] for e in node.entries
    ]
    return [repr(part) for part in [*own, node.merges]] + below


@pytest.mark.parametrize("text", ORDINARY)
def test_an_ordinary_text_is_composed_and_says_the_same(text: str) -> None:
    composed, (exact, problems) = compose_yaml(text), read_by_events(text, "a.yaml")
    assert composed is not None
    assert exact is not None
    assert problems == []
    assert described(composed) == described(exact)


@pytest.mark.parametrize("text", LEFT)
def test_any_other_text_is_left_to_the_exact_reader(text: str) -> None:
    assert compose_yaml(text) is None


def test_the_documents_of_this_repository_say_the_same_either_way() -> None:
    files = sorted([*ROOT.glob("spec/*/*.yaml"), *ROOT.glob("patches/*/*.yaml")])
    assert len(files) > 10
    composed = 0
    for file in files:
        text = file.read_text("utf-8")
        found, (exact, _) = compose_yaml(text), read_by_events(text, file.name)
        assert exact is not None
        if found is not None:
            composed += 1
            assert described(found) == described(exact)
    assert composed > len(files) / 2


def test_children_are_found_however_they_are_asked_for() -> None:
    found = compose_yaml("a: {b: 1}\n")
    assert found is not None
    assert found.children is not None
    assert found.children is found.entries
    assert found.children[0].value.children
