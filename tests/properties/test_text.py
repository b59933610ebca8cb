"""Laws of text edits, pointers and tree edits, on random documents in every form."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from deepdiff import DeepDiff
from hypothesis import assume, given, reject, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML
from tests.properties.strategies import (
    FORMS,
    addresses,
    below,
    documents,
    edited_trees,
    keys,
    values,
)

from specmend.document.jsonpath.select import select
from specmend.document.text.document import Document, parse_document
from specmend.document.text.editing.rewrite import rewrite
from specmend.document.text.editing.scalar import is_plain
from specmend.document.text.node import find_entry
from specmend.document.text.text_edit import TextEdit, splice
from specmend.document.tree import values as trees
from specmend.document.tree.pointer import Address, format_path, format_pointer, parse_pointer
from specmend.errors import EditRefused

each_form = pytest.mark.parametrize("form", FORMS)
GONE = object()
few = settings(max_examples=25)


@each_form
@few
@given(tree=documents)
def test_applying_no_edit_gives_the_same_bytes(form: str, tree: Any) -> None:
    document = written(form, tree)
    before = document.encode()
    made, edits = rewrite(document, copy.deepcopy(document.tree))
    assert edits == ()
    assert made.encode() == before
    assert trees.identical(json.loads(json.dumps(made.tree)), made.tree)


@each_form
@few
@given(tree=documents, data=st.data())
def test_parsing_the_edited_text_gives_the_edited_tree(
    form: str, tree: Any, data: st.DataObject
) -> None:
    document = written(form, tree)
    meant = data.draw(edited_trees(document.tree))
    made, edits = edited(document, meant)
    assert splice(document.text, edits) == made.text
    assert trees.identical(parse_document(made.encode().decode(), document.name).tree, meant)
    assert trees.identical(read_elsewhere(made), meant)


@each_form
@few
@given(tree=documents, data=st.data())
def test_lines_that_hold_nothing_of_a_changed_value_stay_as_they_are(
    form: str, tree: Any, data: st.DataObject
) -> None:
    document = written(form, tree)
    assume("*id0" not in document.text)
    address = data.draw(addresses(document.tree))
    entry, node = find_entry(document.root, address)
    assume(entry is not None)
    made, _ = edited(document, trees.replace(document.tree, address, data.draw(st.integers())))
    first = document.position(entry.head if entry else 0)[0]
    last = document.position(node.end)[0]
    old, new = document.text.split("\n"), made.text.split("\n")
    assert new[: first - 1] == old[: first - 1]
    assert new[len(new) - (len(old) - last) :] == old[last:]


@each_form
@few
@given(tree=documents, data=st.data())
def test_a_rename_and_its_reverse_give_the_same_bytes(
    form: str, tree: Any, data: st.DataObject
) -> None:
    document = written(form, tree)
    plain = [
        a for a in below(document.tree) if isinstance(a[-1], str) and is_plain(a[-1], flow=True)
    ]
    assume(plain)
    *above, name = data.draw(st.sampled_from(plain))
    made, edits = edited(document, trees.rename_key(document.tree, (*above, name), "renamed"))
    back, _ = edited(made, trees.rename_key(made.tree, (*above, "renamed"), str(name)))
    assert len(edits) == 1
    assert back.encode() == document.encode()


@each_form
@few
@given(tree=documents, data=st.data())
def test_edits_at_disjoint_places_commute(form: str, tree: Any, data: st.DataObject) -> None:
    document = written(form, tree)
    one, other = data.draw(addresses(document.tree)), data.draw(addresses(document.tree))
    assume(one[: len(other)] != other and other[: len(one)] != one)
    # Numbers that stand nowhere else, so that no member of a list can be taken for another.
    there = set_numbers(document, (one, 10**12), (other, 10**13))
    back = set_numbers(document, (other, 10**13), (one, 10**12))
    assert there.text == back.text


@given(address=st.lists(st.one_of(keys, st.integers(0, 99))).map(tuple))
def test_a_pointer_says_its_address(address: Address) -> None:
    assert parse_pointer(format_pointer(address)) == tuple(str(token) for token in address)


@given(tree=documents, data=st.data())
def test_a_path_selects_its_address(tree: Any, data: st.DataObject) -> None:
    address = data.draw(addresses(tree))
    assert select(format_path(address), tree) == (address,)


@few
@given(tree=documents, data=st.data())
def test_replacing_is_what_changing_a_copy_is(tree: Any, data: st.DataObject) -> None:
    address, value = data.draw(addresses(tree)), data.draw(values)
    before, expected = copy.deepcopy(tree), copy.deepcopy(tree)
    trees.get(expected, address[:-1])[address[-1]] = value
    assert not DeepDiff(expected, trees.replace(tree, address, value))
    assert tree == before


@few
@given(tree=documents, data=st.data())
def test_removing_is_what_deleting_from_a_copy_is(tree: Any, data: st.DataObject) -> None:
    chosen = data.draw(st.lists(addresses(tree), min_size=1, max_size=4, unique=True))
    before, expected = copy.deepcopy(tree), copy.deepcopy(tree)
    for address in sorted(chosen, key=len, reverse=True):
        trees.get(expected, address[:-1])[address[-1]] = GONE
    assert not DeepDiff(without_gone(expected), trees.remove(tree, chosen))
    assert tree == before


def written(form: str, tree: Any) -> Document:
    ending, write = FORMS[form]
    return parse_document(write(tree), f"api.{ending}")


def edited(document: Document, tree: Any) -> tuple[Document, tuple[TextEdit, ...]]:
    """A rewrite; a form that is refused by its name proves nothing."""
    try:
        return rewrite(document, tree)
    except EditRefused as refused:
        if "an explicit key" not in str(refused):
            raise
        reject()


def set_numbers(document: Document, *edits: tuple[Address, int]) -> Document:
    for address, number in edits:
        document, _ = edited(document, trees.replace(document.tree, address, number))
    return document


def without_gone(tree: Any) -> Any:
    if isinstance(tree, dict):
        return {key: without_gone(value) for key, value in tree.items() if value is not GONE}
    return (
        [without_gone(value) for value in tree if value is not GONE]
        if isinstance(tree, list)
        else tree
    )


def read_elsewhere(document: Document) -> Any:
    """The tree as another reader sees it, where it reads by the same rules."""
    if document.format == "json":
        return json.loads(document.text)
    if any(character in document.text for character in "\x85\u2028\u2029"):
        return document.tree
    yaml = YAML(typ="safe", pure=True)
    yaml.version = (1, 2)
    return yaml.load(document.text)
