"""What is added looks like what is there: indentation, quotes, space."""

from __future__ import annotations

import pytest
from tests.document.text.edits import Edit, both, check, insert, nothing, put, rename

from specmend.document.text.document import parse_document
from specmend.document.text.style import observe

WIDE = "a:\n    b:\n        c: 1\n    d:\n        - x\n"
REFS = 'a:\n  $ref: \'#/x\'\nb:\n  c: "p q"\n  d: "r"\n'


@pytest.mark.parametrize(
    ("before", "edit", "after"),
    [
        pytest.param(WIDE, nothing, WIDE, id="nothing to do"),
        pytest.param(
            WIDE, put("/a/e", {"f": [1]}), WIDE + "    e:\n        f:\n            - 1\n", id="wide"
        ),
        pytest.param(
            "a:\n- b:\n  - c\n",
            put("/d", {"e": [1]}),
            "a:\n- b:\n  - c\nd:\n  e:\n  - 1\n",
            id="flush lists",
        ),
        pytest.param(
            REFS,
            put("/e", {"$ref": "#/z"}),
            REFS + "e:\n  $ref: '#/z'\n",
            id="the quote of references",
        ),
        pytest.param(
            REFS, put("/e", {"f": "#/z"}), REFS + 'e:\n  f: "#/z"\n', id="the quote of other values"
        ),
        pytest.param(
            REFS,
            put("/a/$ref", "#/z"),
            REFS.replace("#/x", "#/z"),
            id="the quote of this reference",
        ),
        pytest.param("a: 'b'\n", put("/c", ["yes"]), "a: 'b'\nc:\n  - 'yes'\n", id="single quotes"),
        pytest.param("a: b\n", put("/c", "yes"), 'a: b\nc: "yes"\n', id="no quotes to go by"),
        pytest.param(
            "'200': a\n", put("/404", "b"), "'200': a\n'404': b\n", id="quoted numbers as keys"
        ),
        pytest.param(
            "200: a\n'x': b\n",
            put("/404", "b"),
            "200: a\n'x': b\n404: b\n",
            id="plain numbers as keys",
        ),
        pytest.param("200: a\n", rename("/200", "201"), "201: a\n", id="a plain number renamed"),
        pytest.param(
            "200: a\n", rename("/200", "yes"), '"yes": a\n', id="a plain number renamed to a word"
        ),
        pytest.param("'a b': 1\n", put("/no", 2), "'a b': 1\n'no': 2\n", id="quoted keys"),
        pytest.param(
            "a: {200: b}\n",
            put("/a/404", "c"),
            "a: {200: b, 404: c}\n",
            id="plain numbers in flow style",
        ),
        pytest.param(
            "a: []\nb:\n  c: 1\n",
            both(insert("/a", 0, {"d": 1, "e": [2]}), put("/b/f", ["g"])),
            "a:\n  - d: 1\n    e:\n      - 2\nb:\n  c: 1\n  f:\n    - g\n",
            id="two spaces where nothing tells",
        ),
    ],
)
def test_the_style_of_what_is_added(before: str, edit: Edit, after: str) -> None:
    check(before, edit, after)


@pytest.mark.parametrize(
    ("text", "unit", "colon", "multiline"),
    [
        pytest.param('{\n  "a": 1\n}', "  ", ": ", True, id="two spaces"),
        pytest.param('{\n\t"a": 1\n}', "\t", ": ", True, id="tabs"),
        pytest.param('{"a":1}', "  ", ":", False, id="compact"),
        pytest.param('{"a": 1}', "  ", ": ", False, id="one line"),
        pytest.param("{}", "  ", ": ", True, id="empty"),
    ],
)
def test_the_layout_of_json(text: str, unit: str, colon: str, multiline: bool) -> None:
    style = observe(parse_document(text, "api.json"))
    assert (style.unit, style.colon, style.multiline) == (unit, colon, multiline)
