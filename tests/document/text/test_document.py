"""A document is read by its name's ending, knows its lines, and gives back its bytes."""

from __future__ import annotations

import pickle
from dataclasses import fields, replace
from typing import Any

import pytest

from specmend.document.text.document import Document, parse_document, read_document
from specmend.errors import RepositoryError

TEXT = "openapi: 3.1.0\npaths:\n  /a:\n    get: {x: &x 1, y: *x}\n"


def spans(document: Document) -> list[Any]:
    """The parts of the root, with their places in the text."""
    parts = [(entry.name, entry.value) for entry in document.root.entries]
    return [(name, node.kind, node.value, node.start, node.end) for name, node in parts]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"a: 1\n", id="plain"),
        pytest.param(b"\xef\xbb\xbfa: 1\n", id="byte order mark"),
        pytest.param(b"a: 1\r\nb: 2\n", id="mixed line breaks"),
        pytest.param("é: 😀\u2028".encode(), id="beyond ASCII"),
        pytest.param(b"a: 1", id="no final line break"),
    ],
)
def test_a_document_gives_back_its_bytes(data: bytes) -> None:
    assert read_document(data, "api.yaml").encode() == data


@pytest.mark.parametrize(
    ("name", "text", "form"),
    [
        ("a.yaml", '{"a": 1}', "yaml"),
        ("a.yml", "a: 1", "yaml"),
        ("a.json", '{"a": 1}', "json"),
        ("openapi", ' {"a": 1}', "json"),
        ("openapi", "[1]", "json"),
        ("openapi", "a: 1", "yaml"),
    ],
)
def test_the_format_is_told_by_the_name_and_else_by_the_text(
    name: str, text: str, form: str
) -> None:
    assert parse_document(text, name).format == form


def test_a_format_that_is_given_wins() -> None:
    with pytest.raises(RepositoryError):
        parse_document("a: 1", "a.yaml", "json")


@pytest.mark.parametrize(
    ("text", "newline"),
    [("a: 1\n", "\n"), ("a: 1\r\nb: 2\n", "\r\n"), ("\na: 1\r\n", "\n"), ("a", "\n")],
)
def test_the_line_break_is_that_of_the_first_line(text: str, newline: str) -> None:
    assert parse_document(text, "a.yaml").newline == newline


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("a.yaml", "a: {b: [1, é]}\r\nc: 2\n", id="YAML"),
        pytest.param("a.yaml", TEXT, id="anchors"),
        pytest.param("a.json", '\ufeff{"a": [1, {"b": 1.50}]}', id="JSON"),
    ],
)
def test_a_document_is_the_same_in_another_process(name: str, text: str) -> None:
    document = parse_document(text, name)
    line = document.place(())
    again = pickle.loads(pickle.dumps(document))  # noqa: S301 - we wrote it
    assert again == document
    assert set(vars(again)) == {field.name for field in fields(document)}
    assert (again.place(()), again.encode()) == (line, document.encode())
    assert again.root.value is again.tree
    assert spans(again) == spans(document)


def test_lines_and_columns_count_from_one() -> None:
    document = parse_document("ab: 1\n\nc: 2", "a.yaml")
    offsets = [0, 3, 5, 6, 7, len(document.text)]
    assert [document.position(offset) for offset in offsets] == [
        (1, 1),
        (1, 4),
        (1, 6),
        (2, 1),
        (3, 1),
        (3, 5),
    ]


@pytest.mark.parametrize(
    ("address", "place"),
    [
        pytest.param((), (1, 1), id="root"),
        pytest.param(("paths", "/a"), (3, 3), id="key"),
        pytest.param(("paths", "/a", "get", "y"), (4, 20), id="key in flow style"),
        pytest.param(("paths", "/b", "get"), (2, 1), id="nearest place above what is not there"),
        pytest.param(
            ("paths", "/a", "get", "y", "z"), (4, 20), id="nearest place above what an alias holds"
        ),
    ],
)
def test_the_place_of_an_address(address: tuple[str, ...], place: tuple[int, int]) -> None:
    assert parse_document(TEXT, "a.yaml").place(address) == place


ANEW = [
    pytest.param("b: {k: 1}\n", (1, 5), id="ordinary"),
    pytest.param("a: &x {k: 1}\nb: *x\n", (2, 1), id="alias"),
    pytest.param("a: &x {k: 1}\nb: {<<: *x, l: 2}\n", (2, 1), id="merge key"),
    pytest.param("b:\n  k: !!str 1\n", (2, 3), id="tag"),
    pytest.param("b:\n  ? k\n  : &y 1\n", (2, 5), id="anchor without an alias"),
    pytest.param("# \u2028\nb: {k: 1}\n", (2, 5), id="old line break"),
]


@pytest.mark.parametrize(("text", "place"), ANEW)
def test_a_document_under_another_name_has_its_places(text: str, place: tuple[int, int]) -> None:
    renamed = replace(parse_document(text, "a.yaml"), name="b.yaml")
    assert renamed.place(("b", "k")) == place
    assert renamed.root.value == renamed.tree


def test_a_problem_stands_at_its_address() -> None:
    problem = parse_document(TEXT, "a.yaml").problem(
        ("paths", "/a"), "wrong", found="x", expected="y", advice="z"
    )
    assert problem.location == "a.yaml:3:3"
    assert (problem.message, problem.found, problem.expected, problem.advice) == (
        "wrong",
        "x",
        "y",
        "z",
    )
