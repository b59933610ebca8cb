"""The edit set-value: documents before and after, and documents that it must leave alone."""

from __future__ import annotations

from textwrap import dedent

import pytest
from tests.steps.series import after, refusal

from specmend.steps.step import Verdict

DOCUMENT = """
    a:
      x: 1  # one
      y: [1, 2]
    b:
      x: 1
"""


def setting(target: str, value: str) -> str:
    """The action that sets a value, both in YAML."""
    return f"- target: {target}\n  x-edit: {{name: set-value, value: {value}}}"


def test_a_document_that_already_says_so_stays_as_it_is() -> None:
    verdict, problem = refusal(DOCUMENT, setting("$..x", "1"))
    assert verdict is Verdict.ALREADY_UPSTREAM
    assert problem.message == "this action changes nothing: the document already says so"


def test_a_target_that_selects_nothing_is_refused() -> None:
    verdict, _ = refusal(DOCUMENT, setting("$.c", "1"))
    assert verdict is Verdict.GONE


CHANGED = [
    pytest.param("$.a.x", "two", "a:\n  x: two  # one\n  y: [1, 2]\nb:\n  x: 1\n", id="a scalar"),
    pytest.param(
        "$..x", "2", "a:\n  x: 2  # one\n  y: [1, 2]\nb:\n  x: 2\n", id="every place of a rule"
    ),
    pytest.param(
        "$.b",
        "{z: 3}",
        "a:\n  x: 1  # one\n  y: [1, 2]\nb:\n  z: 3\n",
        id="a mapping whole, not merged",
    ),
    pytest.param(
        "$.a.y", "[3]", "a:\n  x: 1  # one\n  y: [3]\nb:\n  x: 1\n", id="a list whole, not joined"
    ),
    pytest.param(
        "$.a.y[?@ == 1]",
        "9",
        "a:\n  x: 1  # one\n  y: [9, 2]\nb:\n  x: 1\n",
        id="a member of a list",
    ),
    pytest.param(
        "$.b", "null", "a:\n  x: 1  # one\n  y: [1, 2]\nb: null\n", id="null over a mapping"
    ),
    pytest.param(
        "$.b", "false", "a:\n  x: 1  # one\n  y: [1, 2]\nb: false\n", id="false over a mapping"
    ),
]


@pytest.mark.parametrize(("target", "value", "expected"), CHANGED)
def test_the_value_stands_in_the_place_of_the_old_one(
    target: str, value: str, expected: str
) -> None:
    assert after(DOCUMENT, setting(target, value)) == expected


def test_a_rule_that_selects_a_place_inside_another_is_refused() -> None:
    verdict, problem = refusal(DOCUMENT, setting("$..*", "1"))
    assert verdict is Verdict.CONFLICT
    assert problem.message == "the rule selects a place inside another place that it selects"
    assert problem.found.endswith("upstream.yaml:2:3")


def test_the_whole_document_can_be_set() -> None:
    assert after(DOCUMENT, setting("$", "{c: 1}")) == "c: 1\n"


def test_the_lines_that_are_not_set_keep_their_bytes() -> None:
    text = dedent(DOCUMENT).lstrip("\n")
    assert after(DOCUMENT, setting("$.b.x", "7")) == text.replace("b:\n  x: 1", "b:\n  x: 7")
