"""New step files: every reader takes them for what was given, and people can read them."""

from __future__ import annotations

from typing import Any

import pytest
import yaml as yaml_11
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from specmend.document.text.document import parse_document
from specmend.document.tree.values import same
from specmend.steps.step_yaml import WIDTH, write_step_yaml


def step(value: Any, reason: str = "It is needed.") -> dict[str, Any]:
    """A step file with a value."""
    return {
        "overlay": "1.1.0",
        "info": {"title": "T", "version": "1.0.0", "x-reason": reason},
        "actions": [{"target": "$", "update": value}],
    }


def written(value: Any) -> str:
    """How a value is written after `update:`."""
    return write_step_yaml(step({"a": value})).partition("      a:")[2].rstrip("\n")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("plain words", " plain words"),
        ("yes", ' "yes"'),
        ("0o17", ' "0o17"'),
        ("12:30", ' "12:30"'),
        ("2020-01-01", ' "2020-01-01"'),
        ("", ' ""'),
        ("a: b", ' "a: b"'),
        (" a", ' " a"'),
        ("a\tb", ' "a\\tb"'),
        ("one\ntwo\n", " |\n        one\n        two"),
        ("one\ntwo", " |-\n        one\n        two"),
        ("x" * 150 + " y", " " + "x" * 150 + " y"),
        (None, " null"),
        (True, " true"),
        (1e100, " 1.0e+100"),
        ([], " []"),
        ({}, " {}"),
        ([1, {"b": 2}], "\n        - 1\n        - b: 2"),
        ({"200": 1}, '\n        "200": 1'),
    ],
)
def test_a_value_is_written_as_in_documents(value: Any, text: str) -> None:
    assert written(value) == text


STRINGS = st.text() | st.sampled_from(
    ["yes", "~", "1_0", "a\nb", "#", "- a", "\x85", "\u2028", "a "]
)
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | STRINGS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(STRINGS, inner, max_size=3),
    max_leaves=8,
)


@given(VALUES)
def test_what_is_written_reads_back_by_every_reader(value: Any) -> None:
    tree = step(value)
    text = write_step_yaml(tree)
    assert same(parse_document(text, "0001-a.yaml").tree, tree)
    assert same(yaml_11.safe_load(text), tree)
    assert same(YAML(typ="safe", pure=True).load(text), tree)


@pytest.mark.parametrize(
    "reason", ["word " * 40 + "end", "a: b # c " * 20 + "end", "long-" * 60, "x " * 99 + "x"]
)
def test_a_long_reason_is_folded_and_reads_back(reason: str) -> None:
    text = write_step_yaml(step(1, reason))
    assert parse_document(text, "0001-a.yaml").tree["info"]["x-reason"] == reason
    assert "x-reason: >-\n" in text
    assert all(len(line) <= WIDTH or " " not in line.strip() for line in text.splitlines())


@pytest.mark.parametrize("reason", ["two" + "  two" * 60, " lead " * 30, "a\n" * 60])
def test_a_reason_that_folding_would_change_stays_as_it_is(reason: str) -> None:
    text = write_step_yaml(step(1, reason))
    assert ">-" not in text
    assert parse_document(text, "0001-a.yaml").tree["info"]["x-reason"] == reason
