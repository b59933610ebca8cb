"""Hostile queries and patterns: each is refused with the limit it exceeds, or ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.hostile.measured import DOCUMENT, HEAD, apply, bomb, refused


@pytest.mark.parametrize("pattern", ["(a+)+b", "(a|aa)+c", "(a|a)*b", "(.*)*x", "((a+)+)+b"])
@pytest.mark.parametrize("function", ["match", "search"])
def test_a_pattern_that_would_never_end_is_stopped(
    tmp_path: Path, pattern: str, function: str
) -> None:
    overlay = (
        HEAD
        + f"actions:\n  - {{target: \"$.tags[?{function}(@.name, '{pattern}')]\", remove: true}}\n"
    )
    ran = apply(tmp_path, DOCUMENT + "tags:\n" + f"  - name: {'a' * 60}\n" * 40, overlay)
    refused(ran, "o.yaml:4:6")
    assert "SPECMEND_MAX_SECONDS" in ran.err or "selects nothing" in ran.err


def test_the_time_of_patterns_is_named_when_it_is_over(tmp_path: Path) -> None:
    overlay = (
        HEAD + "actions:\n  - {target: \"$.tags[?match(@.name, '(a|aa)+c')]\", remove: true}\n"
    )
    ran = apply(tmp_path, DOCUMENT + f"tags: [{{name: {'a' * 60}}}]\n", overlay)
    refused(ran, "exceed the limit of 0.25 s", "set SPECMEND_MAX_SECONDS to a larger number")


@pytest.mark.parametrize("count", [2_000, 20_000, 100_000])
def test_nested_parentheses_of_a_query_or_of_its_pattern_are_refused(
    tmp_path: Path, count: int
) -> None:
    inner = "(" * count + "{}" + ")" * count
    for target in (
        f"$[?{inner.format('@.a')}]",
        f"$[?match(@.a, '{inner.format('a')}')]",
        "$" + "[?@" * count,
    ):
        overlay = HEAD + f'actions:\n  - {{target: "{target}", remove: true}}\n'
        ran = apply(tmp_path, DOCUMENT + "x: {a: a}\n", overlay)
        refused(ran, "o.yaml:4:6")


def test_a_pattern_of_many_parentheses_is_refused_by_its_length(tmp_path: Path) -> None:
    overlay = (
        HEAD + f"actions:\n  - {{target: \"$[?match(@.a, '{'(' * 9_999}')]\", remove: true}}\n"
    )
    refused(
        apply(tmp_path, DOCUMENT + "x: {a: a}\n", overlay), "limit of 1,000 characters, repetitions"
    )


QUERIES = {
    "descents": "$" + "..*" * 12,
    "descents in filters": "$..[?$..[?$..[?@.a]]]",
    "filters in filters": "$.flat[?$.flat[?$.flat[?@ == 3]]]",
    "one member many times": "$.flat[" + "*," * 9_000 + "*]",
    "one slice many times": "$.flat[" + "0:1000000000," * 1_000 + "0]",
    "the document for each member": "$.flat[?count($..*) > @]",
}


@pytest.mark.parametrize("form", ["yaml", "json"])
@pytest.mark.parametrize("name", QUERIES)
def test_a_query_that_would_never_end_is_stopped(tmp_path: Path, name: str, form: str) -> None:
    overlay = HEAD + f"actions:\n  - {{target: '{QUERIES[name]}', remove: true}}\n"
    text = json.dumps(
        {"deep": json.loads('{"a":' * 100 + "1" + "}" * 100), "flat": list(range(2_000))}
    )
    ran = apply(tmp_path, text, overlay, form=form)
    refused(
        ran, "o.yaml:4:6", "the limit of 200,000 steps", "set SPECMEND_MAX_STEPS to a larger number"
    )


def test_a_query_that_is_only_long_is_refused(tmp_path: Path) -> None:
    query = "$" + "['a']" * 200_000
    overlay = HEAD + f'actions:\n  - {{target: "{query}", remove: true}}\n'
    refused(
        apply(tmp_path, DOCUMENT, overlay),
        "o.yaml:4:6",
        "20,000 characters; SPECMEND_MAX_QUERY raises it",
    )


def test_a_slice_as_large_as_can_be_selects_what_is_there(tmp_path: Path) -> None:
    overlay = HEAD + "actions:\n  - {target: '$.tags[0:1000000000]', update: {x: 1}}\n"
    assert apply(tmp_path, '{"tags": [{}, {}]}', overlay, form="json").code == 0
    assert json.loads((tmp_path / "out.yaml").read_text()) == {"tags": [{"x": 1}, {"x": 1}]}


def test_a_pattern_that_is_large_when_it_is_written_out_is_refused(tmp_path: Path) -> None:
    overlay = (
        HEAD
        + f"actions:\n  - {{target: \"$[?match(@.a, '{'(' * 9}a{'){9}' * 9}')]\", remove: true}}\n"
    )
    refused(
        apply(tmp_path, DOCUMENT + "x: {a: a}\n", overlay),
        "repetitions written out; SPECMEND_MAX_PATTERN",
    )


def test_what_a_bomb_below_the_limit_expands_to_is_not_searched(tmp_path: Path) -> None:
    overlay = HEAD + "actions:\n  - {target: '$..[?@.nothing]', remove: true}\n"
    refused(apply(tmp_path, bomb(6), overlay), "SPECMEND_MAX_STEPS")


def test_the_limits_of_a_query_can_be_lowered_and_raised(tmp_path: Path) -> None:
    overlay = HEAD + "actions:\n  - {target: '$..[?@.title]', update: {a: 1}}\n"
    refused(
        apply(tmp_path, DOCUMENT, overlay, SPECMEND_MAX_STEPS="0", SPECMEND_MAX_QUERY="9"),
        "limit of 9 characters",
    )
    text = DOCUMENT + "a: " + "{a: " * 50 + "{title: x}" + "}" * 50 + "\n"
    deep = overlay.replace("$..[?@.title]", "$..*..*..[?@.title]")
    refused(apply(tmp_path, text, deep, SPECMEND_MAX_STEPS="10"), "the limit of 10 steps")
    assert apply(tmp_path, text, deep, SPECMEND_MAX_STEPS="1000000").code == 0
