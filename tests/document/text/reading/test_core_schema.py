"""Plain scalars mean what the core schema of YAML 1.2 says; ruamel.yaml is the other reader."""

from __future__ import annotations

import io
from typing import Any

import pytest
from ruamel.yaml import YAML

from specmend.document.text.reading.core_schema import reads_as_string, resolve

NAMES = (
    "~ null Null NULL nULL true True TRUE tRUE false False FALSE yes no on"
    " .inf -.inf +.Inf .INF .nan .NaN nan inf"
)
NUMBERS = (
    "0 -0 +1 12 012 0o17 0x1F 0xZ 1.0 -1.5 .5 1. 1e3 1E-3 +1.5e+3 1e e1 . + 1:30"
    " 190:20:30.15 1.2.3 a1"
)


@pytest.mark.parametrize("text", ["", *NAMES.split(), *NUMBERS.split()], ids=repr)
def test_a_plain_scalar_means_what_the_other_reader_says(text: str) -> None:
    value, oracle = resolve(text), read(text)
    assert type(value) is type(oracle)
    assert value == oracle or value != value  # noqa: PLR0124 - not a number


@pytest.mark.parametrize(
    "text",
    ["1_000", "0b101", "2023-01-01", "2023-08-02T17:02:23.713454393-07:00", "=", "<<", "0o8"],
)
def test_what_the_core_schema_does_not_name_is_a_string_to_the_letter(text: str) -> None:
    assert resolve(text) == text


@pytest.mark.parametrize(
    "text",
    ["y", "Yes", "off", "=", "<<", "0b1", "1_0", "1:30", "2023-01-01", "0x_f", "1e3", "", "~"],
)
def test_what_either_version_resolves_does_not_read_as_a_string(text: str) -> None:
    assert not reads_as_string(text)


@pytest.mark.parametrize(
    "text", ["a", "yess", "1.2.3", "v1", "2023-01-01x", "1:99", "nul", "<", "application/json"]
)
def test_other_words_read_as_strings(text: str) -> None:
    assert reads_as_string(text)


def read(text: str) -> Any:
    yaml = YAML(typ="safe", pure=True)
    yaml.version = (1, 2)
    return yaml.load(io.StringIO(f"- {text}\n"))[0]
