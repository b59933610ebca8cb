"""Block-style YAML before and after edits of its mappings and lists."""

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

MAPPING = "a: 1\nb:\n  c: x\n  d: y\ne: z\n"
LIST = "a:\n  - x\n  - p: 1\n    q: 2\n  - y\nb: 1\n"
FLUSH = "a:\n- x\n- p: 1\n  q: 2\nb: 1\n"
NESTED = "a:\n  - - p\n    - q\n  - - - r\n      - s\n    - t\n"
SPACED = "a: 1\n\nb:\n\n  c: x\n\n  d: y\n\ne: z\n"

MAPPINGS = [
    pytest.param(MAPPING, nothing, MAPPING, id="nothing to do"),
    pytest.param(MAPPING, put("/b/c", "w"), "a: 1\nb:\n  c: w\n  d: y\ne: z\n", id="set"),
    pytest.param(MAPPING, put("/a", 2), "a: 2\nb:\n  c: x\n  d: y\ne: z\n", id="set a number"),
    pytest.param(MAPPING, put("/b/f", 5), "a: 1\nb:\n  c: x\n  d: y\n  f: 5\ne: z\n", id="add"),
    pytest.param(
        MAPPING,
        put("/f", {"g": [1]}),
        MAPPING + "f:\n  g:\n    - 1\n",
        id="add a mapping at the end",
    ),
    pytest.param(MAPPING, insert_key("", 0, "f", 0), "f: 0\n" + MAPPING, id="add in front"),
    pytest.param(
        MAPPING,
        insert_key("/b", 1, "f", 0),
        "a: 1\nb:\n  c: x\n  f: 0\n  d: y\ne: z\n",
        id="add in the middle",
    ),
    pytest.param(
        MAPPING,
        insert_key("", 2, "f", {"g": {}}),
        "a: 1\nb:\n  c: x\n  d: y\nf:\n  g: {}\ne: z\n",
        id="add a mapping",
    ),
    pytest.param(MAPPING, drop("/a"), "b:\n  c: x\n  d: y\ne: z\n", id="remove the first"),
    pytest.param(MAPPING, drop("/b"), "a: 1\ne: z\n", id="remove a mapping"),
    pytest.param(
        MAPPING, drop("/b/c"), "a: 1\nb:\n  d: y\ne: z\n", id="remove the first of a mapping"
    ),
    pytest.param(MAPPING, drop("/e"), "a: 1\nb:\n  c: x\n  d: y\n", id="remove the last"),
    pytest.param(MAPPING, drop("/b/c", "/b/d"), "a: 1\nb: {}\ne: z\n", id="remove all"),
    pytest.param(
        MAPPING, rename("/b", "f"), "a: 1\nf:\n  c: x\n  d: y\ne: z\n", id="rename in place"
    ),
    pytest.param(
        MAPPING,
        both(rename("/b", "f"), put("/f/c", 0)),
        "a: 1\nf:\n  c: 0\n  d: y\ne: z\n",
        id="rename and change",
    ),
    pytest.param(
        MAPPING,
        rename("/b/c", "on"),
        'a: 1\nb:\n  "on": x\n  d: y\ne: z\n',
        id="rename to what needs quotes",
    ),
    pytest.param("a: {}\nb: 1\n", put("/a/c", 1), "a:\n  c: 1\nb: 1\n", id="empty mapping filled"),
    pytest.param("{}\n", put("/a", 1), "{a: 1}\n", id="empty document filled"),
    pytest.param(
        "a:\nb: 1\n", put("/a", {"c": 1}), "a:\n  c: 1\nb: 1\n", id="nothing becomes a mapping"
    ),
    pytest.param("a:\nb: 1\n", put("/a", "x"), "a: x\nb: 1\n", id="nothing becomes a scalar"),
    pytest.param("a:\n", put("/a", ["x"]), "a:\n  - x\n", id="nothing becomes a list"),
    pytest.param(
        MAPPING,
        put("/a", {"f": [1]}),
        "a:\n  f:\n    - 1\nb:\n  c: x\n  d: y\ne: z\n",
        id="scalar to mapping",
    ),
    pytest.param(
        MAPPING, put("/a", [1]), "a:\n  - 1\nb:\n  c: x\n  d: y\ne: z\n", id="scalar to list"
    ),
    pytest.param(MAPPING, put("/b", 5), "a: 1\nb: 5\ne: z\n", id="mapping to scalar"),
    pytest.param(MAPPING, put("/b", [1]), "a: 1\nb:\n  - 1\ne: z\n", id="mapping to list"),
    pytest.param(MAPPING, put("/b", {"f": 5}), "a: 1\nb:\n  f: 5\ne: z\n", id="every key replaced"),
    pytest.param(SPACED, drop("/b/d"), "a: 1\n\nb:\n\n  c: x\n\n\ne: z\n", id="blank lines stay"),
    pytest.param(
        SPACED,
        put("/b/f", 1),
        "a: 1\n\nb:\n\n  c: x\n\n  d: y\n  f: 1\n\ne: z\n",
        id="add before a blank line",
    ),
    pytest.param(
        "a:\n  x\nb: 1\n", put("/a", "z"), "a:\n  z\nb: 1\n", id="a scalar on a line of its own"
    ),
    pytest.param(
        'a: "x\n  y"\nb: 1\n', put("/a", "z"), 'a: "z"\nb: 1\n', id="a quoted scalar of two lines"
    ),
    pytest.param(
        "a: x\n  y\nb: 1\n", put("/a", "z"), "a: z\nb: 1\n", id="a plain scalar of two lines"
    ),
    pytest.param(
        "a: x\n  y\nb: 1\n", drop("/a"), "b: 1\n", id="remove a plain scalar of two lines"
    ),
    pytest.param(
        "a : 1\n'b' : 2\n", both(put("/a", 3), drop("/b")), "a : 3\n", id="space before the colon"
    ),
    pytest.param("a:   1   \n", put("/a", 2), "a:   2   \n", id="space around the value"),
    pytest.param("a:\t1\t# x\n", put("/a", 2), "a:\t2\t# x\n", id="tabs as separators"),
]

LISTS = [
    pytest.param(LIST, nothing, LIST, id="nothing to do"),
    pytest.param(
        LIST,
        insert("/a", 0, "n1"),
        LIST.replace("  - x\n", "  - n1\n  - x\n"),
        id="insert in front",
    ),
    pytest.param(
        LIST,
        insert("/a", 1, 5, 6),
        LIST.replace("- x\n", "- x\n  - 5\n  - 6\n"),
        id="insert two in between",
    ),
    pytest.param(
        LIST, insert("/a", 3, "z"), LIST.replace("  - y\n", "  - y\n  - z\n"), id="append"
    ),
    pytest.param(
        LIST,
        insert("/a", 2, {"r": 1, "s": [2]}),
        LIST.replace("  - y\n", "  - r: 1\n    s:\n      - 2\n  - y\n"),
        id="insert a mapping",
    ),
    pytest.param(
        LIST,
        insert("/a", 0, [1, [2]]),
        LIST.replace("- x", "- - 1\n    - - 2\n  - x"),
        id="insert a list",
    ),
    pytest.param(LIST, drop("/a/0"), LIST.replace("  - x\n", ""), id="remove the first"),
    pytest.param(LIST, drop("/a/1"), "a:\n  - x\n  - y\nb: 1\n", id="remove in between"),
    pytest.param(LIST, drop("/a/2"), LIST.replace("  - y\n", ""), id="remove the last"),
    pytest.param(LIST, drop("/a/0", "/a/1", "/a/2"), "a: []\nb: 1\n", id="remove all"),
    pytest.param("a: []\n", put("/a", ["x", "z"]), "a:\n  - x\n  - z\n", id="empty list filled"),
    pytest.param(LIST, put("/a/0", "w"), LIST.replace("x", "w"), id="set a member"),
    pytest.param(
        LIST, put("/a/1/p", "w"), LIST.replace("p: 1", "p: w"), id="set the first key after a dash"
    ),
    pytest.param(
        LIST,
        rename("/a/1/p", "o"),
        LIST.replace("p: 1", "o: 1"),
        id="rename the first key after a dash",
    ),
    pytest.param(
        LIST,
        drop("/a/1/p"),
        LIST.replace("p: 1\n    q", "q"),
        id="remove the first key after a dash",
    ),
    pytest.param(
        LIST,
        insert_key("/a/1", 0, "o", 0),
        LIST.replace("p: 1", "o: 0\n    p: 1"),
        id="add after a dash",
    ),
    pytest.param(
        LIST,
        put("/a/0", {"r": 1, "s": 2}),
        LIST.replace("- x", "- r: 1\n    s: 2"),
        id="scalar to mapping",
    ),
    pytest.param(
        LIST, put("/a/0", [1, 2]), LIST.replace("- x", "- - 1\n    - 2"), id="scalar to list"
    ),
    pytest.param(LIST, put("/a/1", "w"), "a:\n  - x\n  - w\n  - y\nb: 1\n", id="mapping to scalar"),
    pytest.param(LIST, put("/a", "w"), "a: w\nb: 1\n", id="list to scalar"),
    pytest.param(
        FLUSH, insert("/a", 1, "z"), "a:\n- x\n- z\n- p: 1\n  q: 2\nb: 1\n", id="flush list, insert"
    ),
    pytest.param(FLUSH, drop("/a/0"), "a:\n- p: 1\n  q: 2\nb: 1\n", id="flush list, remove"),
    pytest.param(FLUSH, put("/a", "w"), "a: w\nb: 1\n", id="flush list to scalar"),
    pytest.param(
        FLUSH, put("/c", [1]), FLUSH + "c:\n- 1\n", id="a new list is flush where lists are"
    ),
    pytest.param(
        FLUSH,
        put("/a/0", [1, 2]),
        FLUSH.replace("- x", "- - 1\n  - 2"),
        id="flush list, member to list",
    ),
    pytest.param(
        NESTED,
        drop("/a/0/0"),
        NESTED.replace("- - p\n    - q", "- - q"),
        id="nested, remove the first",
    ),
    pytest.param(
        NESTED, drop("/a/1/0"), "a:\n  - - p\n    - q\n  - - t\n", id="nested, remove a list"
    ),
    pytest.param(
        NESTED, drop("/a/1/0/1"), NESTED.replace("      - s\n", ""), id="nested, remove the last"
    ),
    pytest.param(
        NESTED,
        insert("/a/0", 0, 5),
        NESTED.replace("- - p", "- - 5\n    - p"),
        id="nested, insert in front",
    ),
    pytest.param(
        NESTED,
        insert("/a/1/0", 2, 5),
        NESTED.replace("- s\n", "- s\n      - 5\n"),
        id="nested, append",
    ),
    pytest.param(
        NESTED,
        put("/a/0", 5),
        "a:\n  - 5\n  - - - r\n      - s\n    - t\n",
        id="nested, list to scalar",
    ),
    pytest.param(
        "a:\n  -\n    b: 1\n  -\n    - c\n",
        put("/a/0/d", 2),
        "a:\n  -\n    b: 1\n    d: 2\n  -\n    - c\n",
        id="dash on a line of its own",
    ),
    pytest.param(
        "a:\n  -\n  - x\n", put("/a/0", {"b": 1}), "a:\n  - b: 1\n  - x\n", id="empty member filled"
    ),
    pytest.param("-   a: 1\n    b: 2\n", drop("/0/a"), "-   b: 2\n", id="wide dash"),
    pytest.param("- 1\n- 2\n- 3\n", lambda tree: tree[::-1], "- 3\n- 2\n- 1\n", id="reversed"),
]


@pytest.mark.parametrize(("before", "edit", "after"), MAPPINGS)
def test_a_mapping(before: str, edit: Edit, after: str) -> None:
    check(before, edit, after)


@pytest.mark.parametrize(("before", "edit", "after"), LISTS)
def test_a_list(before: str, edit: Edit, after: str) -> None:
    check(before, edit, after)


@pytest.mark.parametrize(("before", "edit", "after"), [*MAPPINGS, *LISTS])
def test_line_breaks_of_the_text_are_those_of_its_edits(
    before: str, edit: Edit, after: str
) -> None:
    check(before.replace("\n", "\r\n"), edit, after.replace("\n", "\r\n"))


@pytest.mark.parametrize(("before", "edit", "after"), [*MAPPINGS, *LISTS])
def test_edits_stand_at_their_places_behind_a_byte_order_mark(
    before: str, edit: Edit, after: str
) -> None:
    check("\ufeff" + before, edit, "\ufeff" + after)


@pytest.mark.parametrize(("before", "edit", "after"), [*MAPPINGS, *LISTS])
def test_document_markers_stay(before: str, edit: Edit, after: str) -> None:
    check(f"%YAML 1.2\n---\n{before}...\n", edit, f"%YAML 1.2\n---\n{after}...\n")


@pytest.mark.parametrize(
    ("before", "edit", "after"),
    [
        pytest.param("a: 1\nb: 2", put("/b", 3), "a: 1\nb: 3", id="set"),
        pytest.param("a: 1\nb: 2", put("/c", 3), "a: 1\nb: 2\nc: 3", id="add"),
        pytest.param("a: 1\nb: 2", drop("/a"), "b: 2", id="remove"),
        pytest.param("a: 1\nb:", put("/b", [1]), "a: 1\nb:\n  - 1", id="fill"),
        pytest.param("a:\n  - x", insert("/a", 1, "z"), "a:\n  - x\n  - z", id="append"),
        pytest.param("a: 1 # x", put("/b", 2), "a: 1 # x\nb: 2", id="add behind a comment"),
        pytest.param(
            "a: |\n  x\n  y", put("/b", 2), "a: |-\n  x\n  y\nb: 2", id="add behind a block scalar"
        ),
        pytest.param(
            "a: 1",
            put("/a", "x\ny\n"),
            "a: |\n  x\n  y\n",
            id="a block scalar that needs its line break",
        ),
        pytest.param(
            "a: 1", put("/a", "x\ny"), "a: |-\n  x\n  y", id="a block scalar that needs none"
        ),
    ],
)
def test_a_text_without_a_final_line_break(before: str, edit: Edit, after: str) -> None:
    check(before, edit, after)
