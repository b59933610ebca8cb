"""A document restated says the tree, and is, byte for byte, what single edits of its text give."""

from __future__ import annotations

import json
import random

import pytest
from tests.document.text.random_edits import mutate
from tests.real import each_upstream_document

from specmend.document.text.document import Document, parse_document, read_document
from specmend.document.text.editing.restate import restate
from specmend.document.text.editing.rewrite import rewrite
from specmend.document.tree.values import identical
from specmend.errors import EditRefused

BEFORE_AND_AFTER = [
    ('{\n  "a": 1\n}\n', {"a": 1}, '{\n  "a": 1\n}\n'),
    ('{\n  "a": 1\n}\n', {"a": 2}, '{\n  "a": 2\n}\n'),
    ('{\n    "a": 1\n}', {"a": [1, {}]}, '{\n    "a": [\n        1,\n        {}\n    ]\n}'),
    ('{\n  "a": 1\n}\n', {}, "{}\n"),
    ('{"a":  1}\n', {"a": 2}, '{"a":  2}\n'),
    ("a:  1 # one\n", {"a": 2}, "a:  2 # one\n"),
    ('\ufeff{\n  "a": 1\n}\r\n', {"b": "ü"}, '\ufeff{\n  "b": "ü"\n}\r\n'),
]


@pytest.mark.parametrize(("before", "tree", "after"), BEFORE_AND_AFTER)
def test_before_and_after(before: str, tree: object, after: str) -> None:
    document = parse_document(before, "a")
    made = restate(document, tree)
    assert made.encode().decode() == after
    assert identical(made.tree, tree)
    # Not only equal: what an edit leaves alone is told by identity.
    assert made.root.value is made.tree


def test_not_a_number_is_refused_in_json_however_it_is_laid_out() -> None:
    for text in ('{\n  "a": 1\n}', '{"a": 1}'):
        with pytest.raises(EditRefused):
            restate(parse_document(text, "a.json"), {"a": float("nan")})


@each_upstream_document()
def test_a_real_document_as_json_comes_out_as_by_single_edits(path: object) -> None:
    tree = read_document(path.read_bytes(), path.name).tree  # type: ignore[attr-defined]
    document = parse_document(json.dumps(tree, indent=2, ensure_ascii=False) + "\n", "a.json")
    generator = random.Random(20261121)  # noqa: S311 - the same edits in every run
    for _ in range(3):
        other = mutate(generator, tree)
        assert restate(document, other).data == edited(document, other)


def edited(document: Document, tree: object) -> bytes:
    """What the edits of the text give."""
    return rewrite(document, tree)[0].data
