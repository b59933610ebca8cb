"""Aliases before and after the value that they repeat changes: they go on saying what they said."""

from __future__ import annotations

import pytest
from tests.document.text.edits import (
    Edit,
    both,
    check,
    drop,
    insert,
    insert_key,
    nothing,
    put,
    rename,
)

from specmend.document.text.document import parse_document
from specmend.document.text.editing.rewrite import rewrite
from specmend.errors import EditRefused

MAPPING = "a: &x\n  k: 1\nb: *x\nc: [*x, 2]\nd:\n  - *x # why\n  - e: *x\n"
SCALAR = "a: &x str\nb: *x\n"
KEY = "&k a: 1\nb: *k\n"
TWICE = "a: &x 1\nb: *x\nc: &x 2\nd: *x\n"
INSIDE = "a: &x 1\nb: &z\n  c: *x\nd: *z\n"
MEMBERS = "- &x a\n- *x\n- b\n"
LITERALS = "b:\n  k: 1\nc: [{k: 1}, 2]\nd:\n  - k: 1 # why\n  - e:\n      k: 1\n"


@pytest.mark.parametrize(
    ("before", "edit", "after"),
    [
        pytest.param(MAPPING, nothing, MAPPING, id="nothing to do"),
        pytest.param(
            MAPPING, put("/b", 5), MAPPING.replace("b: *x", "b: 5"), id="an alias is replaced"
        ),
        pytest.param(
            MAPPING,
            put("/b/k", 5),
            MAPPING.replace("b: *x", "b:\n  k: 5"),
            id="a value under an alias",
        ),
        pytest.param(
            MAPPING,
            put("/c/0/k", 5),
            MAPPING.replace("[*x", "[{k: 5}"),
            id="an alias in a flow list",
        ),
        pytest.param(
            MAPPING, put("/d/0", 5), MAPPING.replace("- *x", "- 5"), id="an alias in a list"
        ),
        pytest.param(MAPPING, drop("/b"), MAPPING.replace("b: *x\n", ""), id="an alias is removed"),
        pytest.param(MAPPING, put("/a/k", 5), "a: &x\n  k: 5\n" + LITERALS, id="the value changes"),
        pytest.param(
            MAPPING, put("/a", 5), "a: 5\n" + LITERALS, id="the value becomes another kind"
        ),
        pytest.param(MAPPING, drop("/a"), LITERALS, id="the value is removed"),
        pytest.param(
            MAPPING,
            both(put("/a/k", 5), drop("/b", "/c", "/d")),
            "a: &x\n  k: 5\n",
            id="the value changes and no alias is left",
        ),
        pytest.param(
            MAPPING,
            insert_key("/a", 0, "j", 0),
            "a: &x\n  j: 0\n  k: 1\n" + LITERALS,
            id="the value gets another key",
        ),
        pytest.param(SCALAR, put("/a", "new"), "a: &x new\nb: str\n", id="a scalar changes"),
        pytest.param(
            SCALAR, both(put("/a", "n1"), put("/b", "n1")), "a: &x n1\nb: n1\n", id="both change"
        ),
        pytest.param(
            SCALAR, rename("/a", "c"), "c: &x str\nb: *x\n", id="the key of the value changes"
        ),
        pytest.param(KEY, rename("/a", "c"), "&k c: 1\nb: a\n", id="a key with an anchor changes"),
        pytest.param(KEY, drop("/a"), "b: a\n", id="a key with an anchor is removed"),
        pytest.param(
            TWICE, put("/a", 5), "a: &x 5\nb: 1\nc: &x 2\nd: *x\n", id="the first of two anchors"
        ),
        pytest.param(
            TWICE, put("/c", 5), "a: &x 1\nb: *x\nc: &x 5\nd: 2\n", id="the second of two anchors"
        ),
        pytest.param(
            INSIDE,
            put("/a", 5),
            "a: &x 5\nb: &z\n  c: 1\nd: *z\n",
            id="an alias inside an anchored value",
        ),
        pytest.param(MEMBERS, insert("", 0, "c"), "- c\n- &x a\n- *x\n- b\n", id="the value moves"),
    ],
)
def test_aliases(before: str, edit: Edit, after: str) -> None:
    check(before, edit, after)


@pytest.mark.parametrize("merge", ["<<: *x", "<<: [*x]"])
def test_a_merge_key_of_a_value_that_changes_is_refused_by_name(merge: str) -> None:
    document = parse_document(f"a: &x\n  k: 1\nb:\n  {merge}\n  l: 2\n", "api.yaml")
    with pytest.raises(EditRefused, match=r"a merge key.*anchor &x") as caught:
        rewrite(document, put("/a/k", 5)(document.tree))
    assert caught.value.problems[0].line == 4


def test_a_value_beside_a_merge_key_is_edited() -> None:
    check(
        "a: &x\n  k: 1\nb:\n  <<: *x\nc: 1\n", put("/c", 2), "a: &x\n  k: 1\nb:\n  <<: *x\nc: 2\n"
    )
