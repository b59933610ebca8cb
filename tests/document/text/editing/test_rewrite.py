"""A rewrite gives the document of the new tree, checks it, and leaves the old document alone."""

from __future__ import annotations

import pytest
from tests.document.text.edits import drop, put, rename

from specmend.document.text.document import parse_document
from specmend.document.text.editing.rewrite import rewrite
from specmend.document.text.text_edit import TextEdit
from specmend.errors import EditRefused

TEXT = "a: 1 # one\nb: [x, y]\n"


def test_the_tree_as_it_is_gives_the_document_itself() -> None:
    document = parse_document(TEXT, "api.yaml")
    made, edits = rewrite(document, {"a": 1, "b": ["x", "y"]})
    assert made is document
    assert edits == ()


def test_the_edits_are_those_that_make_the_text() -> None:
    document = parse_document(TEXT, "api.yaml")
    made, edits = rewrite(document, {"a": 2, "b": ["x"]})
    assert edits == (TextEdit(3, 4, "2"), TextEdit(16, 19, ""))
    assert made.text == "a: 2 # one\nb: [x]\n"
    assert document.text == TEXT


def test_the_new_document_can_be_rewritten_again() -> None:
    document = parse_document(TEXT, "api.yaml")
    made, _ = rewrite(document, rename("/a", "c")(document.tree))
    again, _ = rewrite(made, drop("/b")(made.tree))
    back, _ = rewrite(again, {"a": 1})
    assert back.text == "a: 1 # one\n"


def test_the_order_of_keys_counts() -> None:
    document = parse_document(TEXT, "api.yaml")
    made, _ = rewrite(document, {"b": ["x", "y"], "a": 1})
    assert made.text.index("b:") < made.text.index("a:")


def test_what_no_text_can_say_is_refused() -> None:
    document = parse_document(TEXT, "api.yaml")
    with pytest.raises(EditRefused, match="cannot be edited in place") as caught:
        rewrite(document, put("/b/0", "\ud83d")(document.tree))
    assert caught.value.problems[0].advice


def test_a_large_change_is_one_rewrite() -> None:
    text = "".join(f"k{n}:\n  a: {n}\n  b:\n    - x\n" for n in range(500))
    document = parse_document(text, "api.yaml")
    tree = {key: {**value, "a": -1} for key, value in document.tree.items() if key[-1] != "7"}
    made, edits = rewrite(document, tree)
    assert len(edits) == 500
    assert made.text.count("a: -1\n") == 450
