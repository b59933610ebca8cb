"""Moved nodes say what they said, at other places, and move their children when asked."""

from __future__ import annotations

import pytest

from specmend.document.text.document import parse_document
from specmend.document.text.moved import (
    EntryList,
    edited_mapping,
    entries_as_placed,
    entries_of,
    move_entry,
    move_node,
)
from specmend.document.text.node import Node, find_entry

TEXT = "a:\n  b: [1, 'two']\nc: 3\n"
ROOT = parse_document(TEXT, "api.yaml").root


def test_nothing_moves_by_nothing() -> None:
    entry = ROOT.entries[0]
    assert move_entry(entry, 0) is entry


@pytest.mark.parametrize("steps", [(5,), (2, 3), (-2, 7), (1, 1, 3)])
def test_a_node_moves_with_all_below_it(steps: tuple[int, ...]) -> None:
    node = ROOT
    for by in steps:
        node = move_node(node, by)
    text = " " * 5 + TEXT
    for address, written in ((("a", "b", 1), "'two'"), (("c",), "3"), (("a", "b"), "[1, 'two']")):
        entry, found = find_entry(node, address)
        assert text[found.start : found.end] == written
        assert entry is not None
        assert entry.name == address[-1]
    assert [entry.head - 5 for entry in node.entries] == [entry.head for entry in ROOT.entries]


def test_an_entry_is_found_by_name_without_the_others() -> None:
    found = move_node(ROOT, 4).entry("c")
    assert found is not None
    assert found.key is not None
    assert (found.key.start, found.value.start) == (ROOT.entries[1].head + 4, TEXT.index("3") + 4)
    assert move_node(ROOT, 4).entry("none") is None


def test_entries_that_move_apart_are_gathered_in_one_mapping() -> None:
    old = entries_of(move_node(ROOT, 10))
    made = EntryList()
    assert made.end() is None
    made.keep(old, 0, 1, 0)
    made.keep(old, 1, 2, 7)
    assert made.end() == len(TEXT) - 1 + 17
    held = made.entries()
    node = edited_mapping(ROOT, {"a": 1, "c": 3}, 10, 99, held)
    assert (node.start, node.end, node.value) == (10, 99, {"a": 1, "c": 3})
    assert [entry.head for entry in node.entries] == held.now() == [10, TEXT.index("c") + 17]
    assert entries_of(node) is held
    assert described(move_node(node, 1).entry("c")) == described(move_entry(node.entries[1], 1))


def test_entries_as_placed_know_their_places() -> None:
    held = entries_as_placed(ROOT.entries)
    assert held.index == {"a": 0, "c": 1}
    assert held.now() == [0, TEXT.index("c")]
    assert held.head(1) == TEXT.index("c")
    assert held.end(1) == len(TEXT) - 1
    assert held.entry(0) is ROOT.entries[0]


def described(entry: object) -> tuple[object, int]:
    value = getattr(entry, "value", None)
    assert isinstance(value, Node)
    return getattr(entry, "name", None), value.start
