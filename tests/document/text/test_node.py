"""Nodes know their text and find the deepest entry on the way to an address."""

from __future__ import annotations

import pytest

from specmend.document.text.document import parse_document
from specmend.document.text.node import Entry, Node, find_entry
from specmend.document.tree.pointer import Address

TEXT = "a: &x\n  b: [1, 'two']\nc: *x\nd: {}\n"
DOCUMENT = parse_document(TEXT, "api.yaml")


@pytest.mark.parametrize(
    ("address", "name", "written"),
    [
        pytest.param((), None, TEXT, id="the root has no entry"),
        pytest.param(("a", "b"), "b", "[1, 'two']", id="a key"),
        pytest.param(("a", "b", 1), 1, "'two'", id="a member"),
        pytest.param(("a", "missing"), "a", "b: [1, 'two']", id="the nearest above"),
        pytest.param(("d", "missing"), "d", "{}", id="nothing in it"),
        pytest.param(("c", "b", 1), "c", "*x", id="an alias ends the way"),
    ],
)
def test_the_deepest_entry_on_the_way_is_found(
    address: Address, name: str | int | None, written: str
) -> None:
    entry, node = find_entry(DOCUMENT.root, address)
    assert (entry.name if entry else None) == name
    assert TEXT[node.start : node.end].strip() == written.strip()
    assert entry is None or entry.value is node


def test_an_entry_starts_at_its_key_or_in_a_list_at_its_value() -> None:
    pair, _ = find_entry(DOCUMENT.root, ("a",))
    member, _ = find_entry(DOCUMENT.root, ("a", "b", 0))
    assert pair
    assert member
    assert TEXT[pair.head] == "a"
    assert TEXT[member.head] == "1"


def test_children_are_found_once_when_they_are_first_asked_for() -> None:
    asked: list[str] = []

    def expand(node: Node) -> list[Entry]:
        asked.append(node.kind)
        return [Entry(0, None, Node("scalar", 1, 1, 1, 2))]

    node = Node("sequence", [1], 0, 0, 3, expand=expand)
    assert asked == []
    assert [entry.value.value for entry in node.entries] == [1]
    assert node.entries is node.children
    assert asked == ["sequence"]


def test_a_scalar_has_no_children() -> None:
    assert Node("scalar", 1, 0, 0, 1).entries == []
