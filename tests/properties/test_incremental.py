"""Laws of incremental parsing: edits in a series give what each of them alone gives."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.document.text.random_edits import mutate
from tests.properties.strategies import FORMS, documents, edited_trees
from tests.properties.test_steps import TREES, document_of, series

from specmend.document.text.document import Document, parse_document, restated
from specmend.document.text.editing import incremental
from specmend.document.text.editing.rewrite import rewrite, rewrite_in_series
from specmend.document.text.node import Node
from specmend.document.text.style import observe
from specmend.errors import EditRefused
from specmend.steps import apply
from specmend.steps.apply import apply_steps

ANCHORED = """\
openapi: 3.0.3
x-common: &common
  type: object # why
  properties: {a: &a {type: string}, b: *a}
info: &info
  title: &t A title
  summary: *t
  description: &d |
    text & more
    *d is no alias
paths:
  /a: &pa
    get: &ga
      tags: [one, &two two, *d]
      responses: &rs
        '200': &ok {description: !!str 12}
        '404': *ok
  /b:
    get: *ga
    put:
      responses: *rs
      tags: [*two, three]
  /c: *pa
components:
  schemas:
    One:
      <<: *common
      title: &a again
    Two: &later
      type: *a
      allOf:
      - *common
      - <<: [*common]
        x: 1
    Three:
      &items items: *later
      name: *items
"""

IN_BRACES = """\
{ # JSON, and a little more
  "openapi": "3.0.3", "info": &info {"title": T, "version": &v '1', "x-of": *v},
  paths: &paths {
    "/a": {"get": {"tags": [one, &two two], "x": !!str 12}}, # behind
    "/b": {"get": {"tags": [*two], "x": {<<: *info, more: [{a: 1}, {}]}},
      # before
      "put": {"x-y": "a, b # c", "z": [],},
    },
  }
  , "components": {"schemas": {"A": *paths, "B": *two}}
}
"""

each_form = pytest.mark.parametrize("form", FORMS)


@pytest.fixture(autouse=True)
def _entry_by_entry() -> Iterator[None]:
    """Read every mapping entry by entry, as large ones are."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(incremental, "SMALL", 0)
        yield


@each_form
@settings(max_examples=8)
@given(tree=documents, data=st.data())
def test_edits_in_a_series_give_the_text_and_nodes_of_each_alone(
    form: str, tree: Any, data: st.DataObject
) -> None:
    kind, write = FORMS[form]
    quick = whole = parse_document(write(tree), f"api.{kind}")
    style = observe(whole)
    for _ in range(3):
        meant = data.draw(edited_trees(whole.tree))
        try:
            whole, edits = rewrite(whole, meant, style)
        except EditRefused:
            return
        quick, same_edits = rewrite_in_series(quick, meant, style)
        assert same_edits == edits
        assert quick.text == whole.text
        assert described(quick.root) == described(placed_anew(whole).root)
        if whole.tree is not meant:
            return  # Read anew: identity would tell the next edit of one more than of the other.


@settings(max_examples=15)
@given(st.integers(0, 2**32))
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("text", [ANCHORED, IN_BRACES], ids=["in lines", "in braces"])
def test_edits_of_a_text_with_anchors_give_what_each_of_them_alone_gives(
    text: str, newline: str, seed: int
) -> None:
    luck = random.Random(seed)  # noqa: S311 - not a secret
    quick = whole = parse_document(text.replace("\n", newline), "api.yaml")
    style = observe(whole)
    for _ in range(3):
        meant = mutate(luck, whole.tree)
        try:
            whole, edits = rewrite(whole, meant, style)
        except EditRefused:
            return
        quick, same_edits = rewrite_in_series(quick, meant, style)
        assert same_edits == edits
        assert quick.text == whole.text
        assert described(quick.root) == described(placed_anew(whole).root)


@settings(max_examples=25)
@given(st.data(), TREES, st.booleans())
def test_one_pass_gives_what_the_steps_give_one_by_one(
    data: st.DataObject, tree: Any, as_json: bool
) -> None:
    steps = data.draw(series(tree))
    document = document_of(tree, as_json=as_json)
    once = apply_steps(document, steps, enforce=False)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(apply, "rewrite_in_series", rewrite)
        one_by_one = apply_steps(document, steps, enforce=False)
    assert once.document.encode() == one_by_one.document.encode()
    assert once.document.indent == one_by_one.document.indent
    assert once.lines == one_by_one.lines
    assert once.outcomes == one_by_one.outcomes


def placed_anew(document: Document) -> Document:
    made = restated(document, document.text, document.tree)
    assert made is not None
    return made


def described(node: Node, *, merged: bool = False) -> Any:
    """All that is known of a node and of those below it; the values of merged ones are not."""
    place = (node.kind, node.outer, node.start, node.end, node.flow, node.style, node.anchor)
    entries = [
        (
            entry.name,
            entry.key and described(entry.key),
            described(entry.value, merged=merged or (node.merges and entry.name == "<<")),
        )
        for entry in node.entries
    ]
    return place, node.tag, node.merges, None if merged else node.value, entries
