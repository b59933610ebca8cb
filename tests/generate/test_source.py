"""A problem has its place in the file, where there is a file."""

from __future__ import annotations

from specmend.document.text.document import parse_document
from specmend.generate.source import Source

DOCUMENT = parse_document("a:\n  b: 1\n", "x.yaml")


def test_a_place_is_that_of_the_file() -> None:
    source = Source(tree=DOCUMENT.tree, document=DOCUMENT)
    problem = source.problem(("a", "b"), "m", found="f", expected="e", advice="d")
    assert (problem.location, problem.message) == ("x.yaml:2:3", "m")
    assert (problem.found, problem.expected, problem.advice) == ("f", "e", "d")
    assert source.where(("a", "b")) == "x.yaml:2:3"


def test_without_a_file_a_place_is_a_path() -> None:
    source = Source(tree=DOCUMENT.tree)
    problem = source.problem(("a", "b"), "m", found="f", expected="e", advice="d")
    assert (problem.location, problem.found, problem.advice) == ("", "f", "d")
    assert source.where(("a", "b")) == "$.a.b"
