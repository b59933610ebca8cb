"""Strings of several lines stand in literal blocks where every reader gives them back unchanged."""

from __future__ import annotations

import io

import pytest
import yaml
from ruamel.yaml import YAML

from specmend.document.text.editing.block import write_after_key, write_item
from specmend.document.text.editing.literal import can_be_literal, write_literal
from specmend.document.text.style import Style


@pytest.mark.parametrize("indent", [1, 2, 7])
@pytest.mark.parametrize(
    "text",
    ["a\nb", "a\nb\n", "a\n\n  b\n\tc \n \nd", "# a\n- b: c\n", "é\n😀", "a\n---\n...\nb\n"],
    ids=repr,
)
def test_a_literal_block_reads_back(text: str, indent: int) -> None:
    assert can_be_literal(text)
    written = f"k: {write_literal(text, indent)}\n"
    assert yaml.safe_load(written) == {"k": text}
    assert YAML(typ="safe", pure=True).load(io.StringIO(written)) == {"k": text}


@pytest.mark.parametrize(
    "text",
    [
        "\na",
        " a\nb",
        "\ta\nb",
        "a\n\n",
        "a\n ",
        "\n",
        "",
        "a\rb\n",
        "a\x07\n",
        "a\u2028\nb",
        "\ufeffa\nb",
    ],
)
def test_what_a_literal_block_cannot_hold_is_told(text: str) -> None:
    assert not can_be_literal(text)


def test_a_value_is_laid_out_in_blocks() -> None:
    value = {"a": ["x", {"b": 1, "c": "p\nq\n"}, [], [1, 2]], "d": {}}
    style = Style(indent=4, dash=2)
    assert yaml.safe_load(f"k:{write_after_key(value, 0, style)}\n") == {"k": value}
    assert yaml.safe_load(f"{write_item(value, 0, style)}\n") == [value]
    assert write_after_key({"a": ["x"]}, 0, style) == "\n    a:\n      - x"
