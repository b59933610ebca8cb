"""YAML is read by version 1.2, faults have their places, and nothing makes the reader hang."""

from __future__ import annotations

import io
from typing import Any

import pytest
from ruamel.yaml import YAML
from tests.counted import calls_of

from specmend.document.text.document import Document, parse_document, read_document
from specmend.document.text.node import find_entry
from specmend.errors import RepositoryError

CALLS = 10_000
"""Far more than it takes to find that a document is too deep or too large."""

SAME = {
    "block": "a: 1\nb:\n  - x\n  - c: 2.5\n    d: ~\n",
    "flow": "a: {b: 1, c: [x, {y: z}], d: }\ne: []\n",
    "strings": "a: 'it''s'\nb: \"q\\u00e9\\x41\\n\"\nc: plain words # comment\nd: yes\n",
    "block scalars": "a: |\n  one\n  two\n\nb: >-\n  f\n  g\n\n  h\nc: |+\n  x\n\nd: |2\n   y\n",
    "lines": "a: one\n  two\n\n  three\nb: 'x\n\n  y'\nc: \"x\\\n  y\"\n",
    "anchors": "a: &x\n  k: 1\nb: *x\nc: &y [1]\nd: [*y, *x]\n",
    "merge": "a: &x {k: 1, l: 2}\nb: {<<: *x, l: 3, m: 4}\n",
    "tags": "a: !!str 1\nb: !!int '2'\nc: !!float 3\nd: !!null ''\ne: !!bool 'true'\n",
    "verbatim tag": "a: !<tag:yaml.org,2002:str> 1\n",
    "explicit keys": "? a\n: 1\n? b\n",
    "document markers": "%YAML 1.2\n---\na: 1\n...\n# end\n",
    "carriage returns": "a: 1\r\nb: |\r\n  x\r\n  y\r\n",
    "numbers": "a: 012\nb: 0o17\nc: 0x1F\nd: 1e3\ne: .5\nf: -.inf\n",
    "anchor of nothing": "a: &x\nb: &y # why\n  c: *x\n",
    "emoji": "😀: é\nb: 😀\n",
    "nested dashes": "- - a\n  - - b\n- c\n",
    "scalar": "x\n",
    "empty document": "---\n",
}


@pytest.mark.parametrize("text", SAME.values(), ids=SAME)
def test_a_document_says_what_the_other_reader_says(text: str) -> None:
    yaml = YAML(typ="safe", pure=True)
    yaml.version = (1, 2)
    assert read(text) == yaml.load(io.StringIO(text))


def test_a_timestamp_is_a_string_to_the_last_digit() -> None:
    text = "2023-08-02T17:02:23.713454393-07:00"
    assert read(f"a: {text}\nb: 2023-01-01\n") == {"a": text, "b": "2023-01-01"}


@pytest.mark.parametrize(
    "text", ["a: [200, yes]", "200: a\ntrue: b\nnull: c\n1.50: d\n", "{200: {404: a}}"]
)
def test_keys_are_strings_as_they_are_written(text: str) -> None:
    def keys(tree: Any) -> list[Any]:
        return (
            [*tree, *(key for value in tree.values() for key in keys(value))]
            if isinstance(tree, dict)
            else []
        )

    assert all(isinstance(key, str) and key in text for key in keys(read(text)))


@pytest.mark.parametrize("character", ["\x85", "\u2028", "\u2029"], ids=ascii)
@pytest.mark.parametrize(
    "form", ["a: x{}y\nb: 1\n", 'a: "x{}y"\nb: 1\n', "a: 'x{}y'\nb: 1\n", "a: |-\n  x{}y\nb: 1\n"]
)
def test_the_line_breaks_of_old_are_ordinary_characters(character: str, form: str) -> None:
    # They are breaks to readers of YAML 1.1; YAML 1.2 section 5.4 took that back.
    assert read(form.format(character)) == {"a": f"x{character}y", "b": 1}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        pytest.param(
            "a: 1\na: 2\nb:\n  c: 1\n  d: 2\n  c: 3\n",
            ["2:1 the key 'a'", "6:3 the key 'c'"],
            id="duplicates",
        ),
        pytest.param("200: 1\n'200': 2\n", ["2:1 the key '200'"], id="a number and the same word"),
        pytest.param(
            "a: *x\nb: [*y]\n",
            ["1:4 alias *x has no", "2:5 alias *y has no"],
            id="undefined aliases",
        ),
        pytest.param(
            "a: &x [*x]\n", ["1:8 alias *x has no anchor"], id="an alias inside its own value"
        ),
        pytest.param("a: 1\n---\nb: 2\n", ["2:1 a second document"], id="second document"),
        pytest.param("a:\n\tb: 1\n", ["2:1 a tab stands where"], id="tab as indentation"),
        pytest.param("a: [1,\nb: 2", ["2:5 this is not YAML"], id="open bracket"),
        pytest.param("a: @x\n", ["1:4 this is not YAML"], id="reserved indicator"),
        pytest.param("é: 😀\nb: x\x07\n", ["2:5 the character U+0007"], id="control character"),
        pytest.param("? [a]\n: 1\n", ["1:3 a key must be a scalar"], id="key that is a list"),
        pytest.param("<<: 1\n", ["1:5 only mappings can be merged"], id="merge of a number"),
        pytest.param("<<: {a: 1}\n<<: {b: 1}\n", ["2:1 the key '<<'"], id="two merge keys"),
        pytest.param("a: " + "9" * 5000, ["1:4 '9999"], id="number without end"),
        pytest.param("", ["1:1 the document is empty"], id="empty"),
        pytest.param("# only a comment\n", ["1:1 the document is empty"], id="comment only"),
    ],
)
def test_every_fault_is_told_with_its_place(text: str, places: list[str]) -> None:
    with pytest.raises(RepositoryError) as caught:
        parse_document(text, "api.yaml")
    problems = caught.value.problems
    assert len(problems) == len(places)
    for problem, expected in zip(problems, places, strict=True):
        place, _, message = expected.partition(" ")
        assert problem.location == f"api.yaml:{place}"
        assert problem.message.startswith(message)


def test_bytes_that_are_not_utf_8_are_told_with_their_line() -> None:
    with pytest.raises(RepositoryError) as caught:
        read_document(b"a: 1\nb: caf\xe9\n", "api.yaml")
    [problem] = caught.value.problems
    assert (problem.location, problem.found) == ("api.yaml:2:7", "byte 0xe9")


@pytest.mark.parametrize("depth", [201, 5_000, 100_000])
@pytest.mark.parametrize("unit", ["[", "{a: ", "- ", "? "], ids=repr)
def test_deep_nesting_is_refused_at_once(depth: int, unit: str) -> None:
    with pytest.raises(RepositoryError, match="limit of 200 for depth") as caught:
        parse_document(unit * depth, "api.yaml")
    assert caught.value.problems[0].advice
    assert calls_of(lambda: parse_document(unit * depth, "api.yaml")) < CALLS


def test_nesting_up_to_the_limit_is_read() -> None:
    tree = read("[" * 200 + "]" * 200)
    for _ in range(199):
        [tree] = tree
    assert tree == []


def test_an_alias_bomb_is_refused_at_once() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
    with pytest.raises(RepositoryError, match="limit of 10,000,000 for nodes"):
        parse_document("\n".join(lines), "api.yaml")
    assert calls_of(lambda: parse_document("\n".join(lines), "api.yaml")) < CALLS


@pytest.mark.parametrize(
    ("text", "pointer", "written"),
    [
        pytest.param("a: |\n  x\n  y\n\n\nb: 1\n", ("a",), "|\n  x\n  y", id="block scalar"),
        pytest.param(
            "a: |+\n  x\n\n\nb: 1\n", ("a",), "|+\n  x\n\n", id="block scalar that keeps its lines"
        ),
        pytest.param("a: |\r\n  x \r\n\r\nb: 1\r\n", ("a",), "|\r\n  x ", id="carriage returns"),
        pytest.param("a: &x !!str # why\n  b\n", ("a",), "b", id="behind properties and a comment"),
        pytest.param("a: &x # why\n  b: 1\nc: 2\n", ("a",), "b: 1", id="mapping behind an anchor"),
        pytest.param("😀: [é, 😀😀 ]\n", ("😀", 1), "😀😀", id="emoji"),
        pytest.param("a:\n- x\n# end\n", ("a",), "- x", id="list without the comment that follows"),
        pytest.param("a: [1, 2] # end\n", ("a",), "[1, 2]", id="flow list"),
        pytest.param('a: "x\n  y"\n', ("a",), '"x\n  y"', id="quoted"),
        pytest.param("\ufeffa: bc\n", ("a",), "bc", id="behind a byte order mark"),
        pytest.param("a: \u2028 b\nc: def\n", ("c",), "def", id="behind an old line break"),
    ],
)
def test_a_node_knows_its_stretch_of_the_text(
    text: str, pointer: tuple[str | int, ...], written: str
) -> None:
    document: Document = parse_document(text, "api.yaml")
    _, node = find_entry(document.root, pointer)
    assert document.text[node.start : node.end] == written


def read(text: str) -> Any:
    return parse_document(text, "api.yaml").tree
