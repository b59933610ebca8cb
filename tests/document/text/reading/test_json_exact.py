"""JSON is read by RFC 8259, faults have their places, and nothing makes the reader hang."""

from __future__ import annotations

import json
import sys

import pytest
from tests.counted import calls_of

from specmend.document.text.document import parse_document
from specmend.document.text.node import find_entry
from specmend.errors import RepositoryError

TRAILING_COMMA = f"1:{8 if sys.version_info >= (3, 13) else 9} this is not JSON"
"""From Python 3.13 on, the comma is the fault, and no more what follows it."""

TEXT = '{"a": [1, 2.50, {"b": "\\ud83d\\ude00"}], "c": {"d": null, "e": true}, "\\u00e9": "}]"}'


def test_a_document_says_what_the_standard_library_says() -> None:
    assert parse_document(TEXT, "api.json").tree == json.loads(TEXT)


@pytest.mark.parametrize(
    ("address", "written"),
    [
        pytest.param((), TEXT, id="root"),
        pytest.param(("a",), '[1, 2.50, {"b": "\\ud83d\\ude00"}]', id="list"),
        pytest.param(("a", 1), "2.50", id="number"),
        pytest.param(("a", 2, "b"), '"\\ud83d\\ude00"', id="surrogate pair"),
        pytest.param(("c", "e"), "true", id="constant"),
        pytest.param(("é",), '"}]"', id="string with brackets"),
    ],
)
def test_a_node_knows_its_stretch_of_the_text(address: tuple[str | int, ...], written: str) -> None:
    document = parse_document(f"\n {TEXT}\n", "api.json")
    _, node = find_entry(document.root, address)
    assert document.text[node.start : node.end] == written


def test_the_nodes_hold_the_values_of_the_tree_themselves() -> None:
    document = parse_document(TEXT, "api.json")
    _, node = find_entry(document.root, ("a", 2))
    assert node.value is document.tree["a"][2]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        pytest.param(
            '{"a": 1,\n "a": 2,\n "b": {"c": 1, "c": 2}}',
            ["2:2 the name 'a'", "3:16 the name 'c'"],
            id="duplicates",
        ),
        pytest.param(
            '{"a": {"x": {"y": 1, "y": 2}},\n "a": {"z": 1}}',
            ["1:22 the name 'y'", "2:2 the name 'a'"],
            id="nested",
        ),
        pytest.param('{"a": [1], "a": [1, 2, {}]}', ["1:12 the name 'a'"], id="duplicate lists"),
        pytest.param(
            '{"NaN": "NaN",\n "a": NaN}', ["2:7 NaN is not a JSON value"], id="not a number"
        ),
        pytest.param(
            '["Infinity", "\\"", -Infinity]', ["1:20 -Infinity is not a JSON value"], id="infinity"
        ),
        pytest.param('{"a": 1,\n "b": }', ["2:7 this is not JSON"], id="missing value"),
        pytest.param('{"a": 1,}', [TRAILING_COMMA], id="trailing comma"),
        pytest.param("{'a': 1}", ["1:2 this is not JSON"], id="single quotes"),
        pytest.param('{"a": 1} {"b": 2}', ["1:10 this is not JSON"], id="second document"),
        pytest.param("", ["1:1 this is not JSON"], id="empty"),
        pytest.param("9" * 5000, ["1:1 a number cannot be read"], id="number without end"),
    ],
)
def test_every_fault_is_told_with_its_place(text: str, places: list[str]) -> None:
    with pytest.raises(RepositoryError) as caught:
        parse_document(text, "api.json")
    problems = caught.value.problems
    assert [problem.location for problem in problems] == [
        f"api.json:{place.split()[0]}" for place in places
    ]
    for problem, expected in zip(problems, places, strict=True):
        assert problem.message.startswith(expected.partition(" ")[2])


@pytest.mark.parametrize("depth", [201, 5_000, 100_000])
@pytest.mark.parametrize(("opened", "closed"), [("[", "]"), ('{"a":', "}")])
def test_deep_nesting_is_refused_at_once(depth: int, opened: str, closed: str) -> None:
    text = opened * depth + "1" + closed * depth
    with pytest.raises(RepositoryError, match="limit of 200 for depth"):
        parse_document(text, "api.json")
    # A few calls a level, for as many levels as the interpreter lets nest.
    assert calls_of(lambda: parse_document(text, "api.json")) < 50_000


def test_nesting_up_to_the_limit_is_read() -> None:
    tree = parse_document("[" * 200 + "]" * 200, "api.json").tree
    for _ in range(199):
        [tree] = tree
    assert tree == []
