"""Values as lines of block YAML: laid out as the style says, and read back as the same values."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from specmend.document.text.editing.block import write_after_key, write_item, write_pair
from specmend.document.text.style import Style
from specmend.document.tree.values import Tree

KEYS = st.text("abc: #-\n", max_size=5)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text("ab: #'\n-", max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)
STYLES = st.builds(Style, indent=st.integers(1, 4), dash=st.integers(0, 4))


@pytest.mark.parametrize(
    ("value", "style", "written"),
    [
        pytest.param(1, Style(), "k: 1", id="scalar"),
        pytest.param({}, Style(), "k: {}", id="empty mapping"),
        pytest.param([], Style(), "k: []", id="empty list"),
        pytest.param({"a": {"b": 1}}, Style(), "k:\n  a:\n    b: 1", id="mappings"),
        pytest.param({"a": {"b": 1}}, Style(indent=4), "k:\n    a:\n        b: 1", id="wider"),
        pytest.param([1, [2]], Style(), "k:\n  - 1\n  - - 2", id="lists"),
        pytest.param([1], Style(dash=0), "k:\n- 1", id="dashes under the key"),
        pytest.param([{"a": 1, "b": 2}], Style(), "k:\n  - a: 1\n    b: 2", id="list of mappings"),
        pytest.param("x\ny\n", Style(), "k: |\n  x\n  y", id="lines"),
        pytest.param("x: y", Style(), 'k: "x: y"', id="quoted where it must be"),
        pytest.param("x: y", Style(quotes={"k": "'"}), "k: 'x: y'", id="with the key's quotes"),
        pytest.param({"200": 1}, Style(key_quote="'"), "k:\n  '200': 1", id="keys as others are"),
    ],
)
def test_a_pair_is_laid_out_as_the_style_says(value: Tree, style: Style, written: str) -> None:
    assert write_pair("k", value, 0, style) == written
    assert f"k:{write_after_key(value, 0, style, 'k')}" == written


def test_a_key_that_is_too_long_for_readers_is_marked() -> None:
    key = "k" * 1001
    assert write_pair(key, 1, 0, Style()).startswith("? kkk")
    assert yaml.safe_load(write_pair(key, {"a": 1}, 0, Style())) == {key: {"a": 1}}


@given(KEYS, VALUES, STYLES)
def test_a_pair_is_read_back(key: str, value: Tree, style: Style) -> None:
    assert yaml.safe_load(write_pair(key, value, 0, style) + "\n") == {key: value}


@given(VALUES, STYLES, st.integers(0, 4))
def test_a_member_is_read_back_at_any_column(value: Tree, style: Style, column: int) -> None:
    text = f"{' ' * column}{write_item(value, column, style)}\n"
    assert yaml.safe_load(text) == [value]
