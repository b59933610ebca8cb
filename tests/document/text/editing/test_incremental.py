"""What incremental parsing reads again, and what it leaves to the whole text."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.document.text.document import Document, parse_document
from specmend.document.text.editing import incremental
from specmend.document.text.editing.incremental import place_again
from specmend.document.text.editing.rewrite import rewrite
from specmend.document.text.node import find_entry
from specmend.document.text.text_edit import TextEdit

YAML = (
    "openapi: 3.0.3\npaths: # all\n  /a:\n    get: {}\n  /b:\n    get: {}\n    put: {}\ntags: []\n"
)
JSON = '{\n  "openapi": "3.0.3",\n  "paths": {\n    "/a": {},\n    "/b": {"get": {}}\n  }\n}\n'


def edited(document: Document, tree: Any) -> tuple[str, tuple[TextEdit, ...]]:
    made, edits = rewrite(document, tree)
    return made.text, edits


@pytest.mark.parametrize("small", [0, 1000], ids=["entry by entry", "as a whole"])
@pytest.mark.parametrize(
    ("name", "text", "paths", "address", "written"),
    [
        pytest.param(
            "api.yaml", YAML, {"/a": {"get": {}}, "/b": {"get": {"x": 1}, "put": {}}},
            ("paths", "/b", "get", "x"), "1", id="a member is added",
        ),
        pytest.param(
            "api.yaml", YAML, {"/a": {"get": {}}, "/b": {"get": {}, "put": {}}, "/c": {"get": 1}},
            ("paths", "/c", "get"), "1", id="the last entry is new",
        ),
        pytest.param(
            "api.yaml", YAML, {"/b": {"get": {}, "put": {}}},
            ("paths", "/b", "put"), "{}", id="the first entry goes",
        ),
        pytest.param(
            "api.yaml", JSON, {"/a": {"d": [2]}, "/b": {"get": {}}},
            ("paths", "/a", "d", 0), "2", id="a member of JSON in a file of YAML is added",
        ),
        pytest.param(
            "api.json", JSON, {"/a": {"d": [2]}, "/b": {"get": {}}},
            ("paths", "/a", "d", 0), "2", id="a member of JSON is added",
        ),
        pytest.param(
            "api.json", JSON, {"/a": {}, "/b": {"get": {}}, "/c": 7},
            ("paths", "/c"), "7", id="the last member of JSON is new",
        ),
    ],
)  # fmt: skip
def test_what_the_edits_touched_is_placed_and_the_rest_moves(
    monkeypatch: pytest.MonkeyPatch,
    small: int,
    name: str,
    text: str,
    paths: Any,
    address: tuple[str | int, ...],
    written: str,
) -> None:
    monkeypatch.setattr(incremental, "SMALL", small)
    document = parse_document(text, name)
    tree = {**document.tree, "paths": paths}
    after, edits = edited(document, tree)
    root = place_again(document, after, tree, edits)
    assert root is not None
    assert root.value == tree
    entry, node = find_entry(root, address)
    assert entry is not None
    assert after[node.start : node.end] == written
    last = root.entries[-1]
    assert last.key is not None
    assert after[last.key.start : last.key.end].strip('"') == list(tree)[-1]


@pytest.mark.parametrize(
    ("name", "text", "tree"),
    [
        pytest.param("a.yaml", "- 1\n- 2\n", [1, 3], id="a list"),
        pytest.param("a.yaml", "? a\n: 1\nb: 2\n", {"a": 1, "b": 3}, id="an explicit key"),
        pytest.param("a.json", "[1, 2]", [1, 3], id="a list of JSON"),
    ],
)
def test_other_texts_are_left_to_the_whole(name: str, text: str, tree: Any) -> None:
    document = parse_document(text, name)
    after, edits = edited(document, tree)
    assert place_again(document, after, tree, edits) is None


@pytest.mark.parametrize(
    ("name", "text", "after"),
    [
        pytest.param("a.yaml", "a: 1\nb: 2\n", "a: 1\nb: 3\n", id="another value"),
        pytest.param("a.yaml", "a: 1\nb: 2\n", "a: 1\nb: [\n", id="no YAML"),
        pytest.param("a.json", '{"a": 1, "b": 2}', '{"a": 1, "b": 3}', id="another value of JSON"),
        pytest.param("a.json", '{"a": 1, "b": 2}', '{"a": 1, "b": }', id="no JSON"),
    ],
)
def test_a_text_that_does_not_say_what_is_meant_is_found(name: str, text: str, after: str) -> None:
    document = parse_document(text, name)
    at = next(n for n, (one, other) in enumerate(zip(text, after, strict=False)) if one != other)
    tail = len(text) - at - 1
    edits = (TextEdit(at, at + 1, after[at : len(after) - tail]),)
    assert place_again(document, after, {"a": 1, "b": 4}, edits) is None
