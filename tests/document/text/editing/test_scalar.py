"""Strings are written so that every reader of YAML takes them for the same strings."""

from __future__ import annotations

import io
import json

import pytest
import yaml
from ruamel.yaml import YAML

from specmend.document.text.editing.scalar import (
    is_plain,
    write_flow,
    write_json,
    write_key,
    write_string,
)

RESOLVED = (
    "yes no on off y N true False null Null ~ = << 012 0o17 0x1F 0b101 1_000 1:30 1e3 1. .5 +1"
    " -.inf .NaN 12,5"
)
DATES = ["2023-01-01", "2023-08-02T17:02:23.713454393-07:00", "2001-1-1", "190:20:30"]
INDICATED = [
    "-",
    "?",
    ":",
    "---",
    "...",
    "#a",
    "a:",
    "@a",
    "`a",
    "%a",
    "&a",
    "*a",
    "!a",
    "|",
    ">",
    "'a'",
    '"a"',
    "it's",
    '"',
    "\\",
    "a\\nb",
    "a,b",
    "[a]",
    "{a}",
    "a]",
    "}",
    "!",
]
SPACED = [
    "",
    " lead",
    "trail ",
    "\ttab",
    "a: b",
    "a #b",
    ": a",
    "- a",
    "? a",
    "--- a",
    "... a",
    "k: [v",
    "a\tb",
]
BROKEN = ["a\nb", "a\r\nb", "\n", "\x85", "\u2028", "a\u2029b"]
RARE = ["\x00", "\x07", "\x7f", "\ufeff", "\ufffe", "\xa0", "é", "😀"]
TRICKY = [*RESOLVED.split(), *DATES, "9" * 5000, *INDICATED, *SPACED, *BROKEN, *RARE]
PLAIN = [
    "a b",
    *[
        "a",
        "/p/{id}",
        "http://x/y",
        "a:b",
        "a#b",
        "-a",
        ":a",
        "?a",
        "1.2.3",
        "é",
        "😀",
        "v1",
        "nul",
        "yess",
        "<",
        "a'b",
    ],
]


@pytest.mark.parametrize("text", TRICKY, ids=ascii)
@pytest.mark.parametrize("flow", [False, True])
@pytest.mark.parametrize("quote", ["'", '"'])
def test_a_tricky_string_reads_back_in_yaml_1_1_and_1_2(text: str, flow: bool, quote: str) -> None:
    written = write_string(text, flow=flow, quote=quote)
    line = f"a: [{written}]\n" if flow else f"a:\n- {written}\n"
    assert yaml.safe_load(line) == {"a": [text]}
    assert YAML(typ="safe", pure=True).load(io.StringIO(line)) == {"a": [text]}


@pytest.mark.parametrize("text", TRICKY, ids=ascii)
@pytest.mark.parametrize("flow", [False, True])
def test_a_tricky_string_is_a_key_too(text: str, flow: bool) -> None:
    written = write_key(text, flow=flow)
    if len(written) < 1000:
        line = f"{{{written}: 1}}\n" if flow else f"{written}: 1\n"
        assert yaml.safe_load(line) == {text: 1}


@pytest.mark.parametrize("text", PLAIN)
def test_an_ordinary_string_stands_plain(text: str) -> None:
    assert write_string(text) == text
    assert yaml.safe_load(f"a: {text}\n") == {"a": text}


def test_nothing_tricky_stands_plain_in_flow_style() -> None:
    assert [text for text in TRICKY if is_plain(text, flow=True) and set(text) & set(",[]{}")] == []


@pytest.mark.parametrize("style", ["'", '"'])
def test_a_quote_that_stood_there_is_kept(style: str) -> None:
    assert write_string("a", style=style) == f"{style}a{style}"


def test_single_quotes_give_way_where_they_cannot_hold_the_string() -> None:
    assert write_string("a\nb", style="'") == '"a\\nb"'


@pytest.mark.parametrize(
    ("value", "written"),
    [
        pytest.param(None, "null", id="null"),
        pytest.param(True, "true", id="true"),
        pytest.param(-5, "-5", id="integer"),
        pytest.param(1.0, "1.0", id="float"),
        pytest.param(1e20, "1.0e+20", id="large float"),
        pytest.param(1.5e-7, "1.5e-07", id="small float"),
        pytest.param(float("inf"), ".inf", id="infinity"),
        pytest.param(float("-inf"), "-.inf", id="minus infinity"),
        pytest.param(float("nan"), ".nan", id="not a number"),
        pytest.param({"a": [1, "x"], "b": {}}, "{a: [1, x], b: {}}", id="collections"),
        pytest.param({"yes": "a,b"}, '{"yes": "a,b"}', id="quotes inside collections"),
    ],
)
def test_a_value_on_one_line(value: object, written: str) -> None:
    assert write_flow(value) == written


def test_a_number_as_a_key_stands_plain_only_where_numbers_do() -> None:
    assert (write_key("200", quote=""), write_key("200", quote="'"), write_key("200")) == (
        "200",
        "'200'",
        '"200"',
    )


@pytest.mark.parametrize("text", ["é", "😀", "\ud83d", "\udc00x", '"\\', "\x00\n"], ids=ascii)
def test_json_strings_can_be_encoded_and_read_back(text: str) -> None:
    assert json.loads(write_json(text).encode()) == text
