"""Values in flow collections and in JSON: on one line or over several, as the document has them."""

from __future__ import annotations

import json

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from specmend.document.text.document import Document, parse_document
from specmend.document.text.editing.flow import write_member, write_value
from specmend.document.text.style import Style
from specmend.document.tree.values import Tree

JSON = parse_document("{}", "api.json")
YAML = parse_document("a: {}", "api.yaml")
LINES = Style(multiline=True)
TIGHT = Style(colon=":")
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=8,
)


@pytest.mark.parametrize(
    ("document", "style", "value", "written"),
    [
        pytest.param(JSON, Style(), 1, "1", id="scalar"),
        pytest.param(JSON, LINES, {}, "{}", id="empty"),
        pytest.param(JSON, Style(), {"a": [1, 2]}, '{"a": [1, 2]}', id="one line"),
        pytest.param(JSON, TIGHT, {"a": [1, 2]}, '{"a":[1,2]}', id="without spaces"),
        pytest.param(JSON, LINES, {"a": [1]}, '{\n  "a": [\n    1\n  ]\n}', id="lines"),
        pytest.param(JSON, Style(multiline=True, unit="\t"), [1], "[\n\t1\n]", id="tabs"),
        pytest.param(YAML, Style(), {"a": [1, "x"]}, "{a: [1, x]}", id="YAML"),
    ],
)
def test_a_value_is_written_as_the_document_has_them(
    document: Document, style: Style, value: Tree, written: str
) -> None:
    assert write_value(value, document, style, "") == written


@pytest.mark.parametrize(
    ("document", "name", "quotes", "written"),
    [
        pytest.param(JSON, 0, ("", ""), '"v"', id="a member of a list has no key"),
        pytest.param(JSON, "k", ("", ""), '"k": "v"', id="JSON"),
        pytest.param(YAML, "k", ("", ""), "k: v", id="YAML"),
        pytest.param(YAML, "k", ("'", '"'), "'k': \"v\"", id="with the quotes of its neighbors"),
        pytest.param(YAML, "a: b", ("", ""), '"a: b": v', id="a key that needs quotes"),
    ],
)
def test_a_member_has_its_key(
    document: Document, name: str | int, quotes: tuple[str, str], written: str
) -> None:
    assert write_member(name, "v", document, Style(), "", quotes) == written


def test_lines_are_indented_from_the_margin() -> None:
    assert write_value([1], JSON, LINES, "    ") == "[\n      1\n    ]"


@given(VALUES, st.sampled_from([Style(), LINES, TIGHT]))
def test_a_value_is_read_back(value: Tree, style: Style) -> None:
    assert json.loads(write_value(value, JSON, style, "")) == value


@given(st.lists(st.text("ab,[]{}: #'\"", max_size=5), max_size=3))
def test_a_flow_list_of_yaml_is_read_back(value: list[Tree]) -> None:
    assert yaml.safe_load(write_value(value, YAML, Style(), "")) == value
