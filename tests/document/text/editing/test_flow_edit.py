"""Flow-style YAML and JSON before and after edits of their mappings and lists."""

from __future__ import annotations

import json
from typing import Any

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

FLOW = "a: {b: 1, c: [x, y], d: {}}\ne: []\n"
LINES = "a: {\n  b: 1, # one\n  c: 2\n}\nd: [\n  x,\n  y,\n]\n"


@pytest.mark.parametrize(
    ("before", "edit", "after"),
    [
        pytest.param(FLOW, nothing, FLOW, id="nothing to do"),
        pytest.param(FLOW, put("/a/b", 2), FLOW.replace("b: 1", "b: 2"), id="set"),
        pytest.param(
            FLOW, put("/a/f", {"g": [1]}), FLOW.replace("d: {}", "d: {}, f: {g: [1]}"), id="add"
        ),
        pytest.param(
            FLOW, insert_key("/a", 0, "f", 0), FLOW.replace("{b", "{f: 0, b"), id="add in front"
        ),
        pytest.param(
            FLOW,
            insert_key("/a", 1, "f", 0),
            FLOW.replace("1, c", "1, f: 0, c"),
            id="add in the middle",
        ),
        pytest.param(FLOW, drop("/a/b"), FLOW.replace("b: 1, ", ""), id="remove the first"),
        pytest.param(
            FLOW, drop("/a/c"), FLOW.replace(" c: [x, y],", ""), id="remove in the middle"
        ),
        pytest.param(FLOW, drop("/a/d"), FLOW.replace(", d: {}", ""), id="remove the last"),
        pytest.param(FLOW, drop("/a/c/0", "/a/c/1"), FLOW.replace("[x, y]", "[]"), id="remove all"),
        pytest.param(FLOW, rename("/a/b", "f"), FLOW.replace("b: 1", "f: 1"), id="rename in place"),
        pytest.param(
            FLOW,
            rename("/a/b", "no"),
            FLOW.replace("b: 1", '"no": 1'),
            id="rename to what needs quotes",
        ),
        pytest.param(
            FLOW, insert("/a/c", 0, "z"), FLOW.replace("[x", "[z, x"), id="list, insert in front"
        ),
        pytest.param(
            FLOW,
            insert("/a/c", 1, "z"),
            FLOW.replace("x, y", "x, z, y"),
            id="list, insert in between",
        ),
        pytest.param(
            FLOW,
            insert("/a/c", 2, "z", {"p": 1}),
            FLOW.replace("y]", "y, z, {p: 1}]"),
            id="list, append",
        ),
        pytest.param(
            FLOW, put("/a/d/f", 1), FLOW.replace("{}", "{f: 1}"), id="empty mapping filled"
        ),
        pytest.param(FLOW, put("/a/c", "x"), FLOW.replace("[x, y]", "x"), id="list to scalar"),
        pytest.param(
            FLOW,
            put("/a/b", [1, {"p": None}]),
            FLOW.replace("b: 1", "b: [1, {p: null}]"),
            id="scalar to list",
        ),
        pytest.param(
            FLOW, put("/a/b", "x,y"), FLOW.replace("b: 1", 'b: "x,y"'), id="a comma needs quotes"
        ),
        pytest.param(
            FLOW, put("/a/b", "x\ny"), FLOW.replace("b: 1", 'b: "x\\ny"'), id="lines stay on one"
        ),
        pytest.param(
            LINES, put("/a/e", 3), LINES.replace("c: 2", "c: 2,\n  e: 3"), id="over lines, add"
        ),
        pytest.param(
            LINES, drop("/a/b"), LINES.replace("b: 1, # one\n  ", ""), id="over lines, remove"
        ),
        pytest.param(
            LINES,
            insert("/d", 2, "z"),
            LINES.replace("y,", "y,\n  z,"),
            id="over lines, trailing comma",
        ),
        pytest.param(
            "a: ['x', 'y']\n",
            insert("/a", 2, "z"),
            "a: ['x', 'y', 'z']\n",
            id="quotes that all members have",
        ),
        pytest.param(
            "a: {'b': x}\n",
            put("/a/c", "z"),
            "a: {'b': x, 'c': z}\n",
            id="quotes that all keys have",
        ),
        pytest.param(
            "a: [ p, q ]\n", insert("/a", 2, "r"), "a: [ p, q, r ]\n", id="space inside brackets"
        ),
        pytest.param(
            "a: {b, c: 1}\n", put("/a/b", "x"), "a: {b: x, c: 1}\n", id="key without a value"
        ),
        pytest.param(
            "a: {b: , c: 1}\n", put("/a/b", "x"), "a: {b: x, c: 1}\n", id="colon without a value"
        ),
        pytest.param(
            "--- {a: 1}\n", put("/b", 2), "--- {a: 1, b: 2}\n", id="behind a document marker"
        ),
        pytest.param(
            'a: {"b":1,"c":[1,2]}\n',
            insert("/a/c", 2, 3),
            'a: {"b":1,"c":[1,2,3]}\n',
            id="JSON in YAML",
        ),
    ],
)
def test_flow_style(before: str, edit: Edit, after: str) -> None:
    check(before, edit, after)


SMALL = {"a": 1, "b": {"c": "x", "d": [1, 2]}, "e": []}
LAYOUTS = {
    "two spaces": {"indent": 2},
    "four spaces": {"indent": 4},
    "tabs": {"indent": "\t"},
    "compact": {"separators": (",", ":")},
    "one line": {},
}
JSON_EDITS = [
    pytest.param(nothing, id="nothing to do"),
    pytest.param(put("/a", "x"), id="set"),
    pytest.param(put("/b/n", {"p": [1, {"q": None}], "r": {}}), id="add"),
    pytest.param(put("/n", [[1], {}]), id="add at the root"),
    pytest.param(insert_key("", 0, "n", 1.5), id="add in front"),
    pytest.param(insert_key("/b", 1, "n", True), id="add in the middle"),
    pytest.param(drop("/a"), id="remove the first"),
    pytest.param(drop("/b"), id="remove in the middle"),
    pytest.param(drop("/e"), id="remove the last"),
    pytest.param(drop("/b/c", "/b/d"), id="remove all"),
    pytest.param(rename("/b", 'n"\\'), id="rename"),
    pytest.param(insert("/b/d", 0, "n", {"p": 1}), id="insert in front"),
    pytest.param(insert("/b/d", 1, "n"), id="insert in between"),
    pytest.param(insert("/b/d", 2, "n"), id="append"),
    pytest.param(put("/b", [1]), id="mapping to list"),
    pytest.param(put("/a", {"p": 1}), id="scalar to mapping"),
    pytest.param(put("/b", None), id="mapping to null"),
    pytest.param(put("/a", "😀 \u2028\n\t"), id="characters"),
    pytest.param(both(drop("/a", "/b/c"), put("/b/d/0", 5), put("/f", 6)), id="several"),
]


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
@pytest.mark.parametrize("edit", JSON_EDITS)
def test_json_is_laid_out_as_a_writer_of_its_layout_would(
    layout: dict[str, Any], edit: Edit
) -> None:
    check(written(SMALL, layout), edit, written(edit(SMALL), layout), "api.json")


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
@pytest.mark.parametrize(
    "edit", [put("/e", ["n"]), put("/e", [{"p": 1}, [2]])], ids=["scalar", "collections"]
)
def test_an_empty_list_of_json_is_filled(layout: dict[str, Any], edit: Edit) -> None:
    check(written(SMALL, layout), edit, written(edit(SMALL), layout), "api.json")


@pytest.mark.parametrize(
    ("before", "edit", "after"),
    [
        pytest.param(
            '{"a": "\\ud83d\\ude00", "b": 1}',
            put("/b", 2),
            '{"a": "\\ud83d\\ude00", "b": 2}',
            id="surrogate pair",
        ),
        pytest.param(
            '{"a": 1}', put("/a", "\ud83d"), '{"a": "\\ud83d"}', id="half a surrogate pair"
        ),
        pytest.param(
            '{ "a" : 1 , "b" : 2 }',
            put("/c", 3),
            '{ "a" : 1 , "b" : 2 , "c" : 3 }',
            id="spaces of its own",
        ),
        pytest.param(
            '{"a": 1e2, "b": 1.0}',
            put("/a", 5),
            '{"a": 5, "b": 1.0}',
            id="numbers are not normalized",
        ),
        pytest.param('\ufeff{"a": 1}\r\n', put("/a", 2), '\ufeff{"a": 2}\r\n', id="BOM"),
        pytest.param(
            '{\r\n  "a": 1\r\n}\r\n', put("/b", 2), '{\r\n  "a": 1,\r\n  "b": 2\r\n}\r\n', id="CRLF"
        ),
        pytest.param(
            '{"a": "b", "c": ["\\u00e9"]}',
            insert("/c", 1, "é"),
            '{"a": "b", "c": ["\\u00e9", "é"]}',
            id="escapes",
        ),
        pytest.param("{}", put("/a", 1), '{\n  "a": 1\n}', id="empty document"),
        pytest.param("[1]", insert("", 1, 2), "[1, 2]", id="list as the document"),
        pytest.param("5", lambda _: 6, "6", id="scalar as the document"),
    ],
)
def test_json(before: str, edit: Edit, after: str) -> None:
    check(before, edit, after, "api.json")


def written(tree: Any, layout: dict[str, Any]) -> str:
    return json.dumps(tree, ensure_ascii=False, **layout)
