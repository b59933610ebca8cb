"""Parts of a text whose aliases name anchors of other parts."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.document.text.reading.yaml_part import place_part


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        pytest.param("a: 1\nb: [x, {c: null}]\n", {"a": 1, "b": ["x", {"c": None}]}, id="plain"),
        pytest.param("a: *far\nb: 2\n", {"a": {"x": 1}, "b": 2}, id="an anchor elsewhere"),
        pytest.param("a: &x 1\nb: *x\n", {"a": 1, "b": 1}, id="an anchor of the part"),
        pytest.param("a: {<<: *far, b: 1}\n", {"a": {"c": 2, "b": 1}}, id="a merge key"),
    ],
)
def test_a_part_that_says_a_tree_is_placed(text: str, meant: Any) -> None:
    root = place_part(text, meant)
    assert root is not None
    assert root.value is meant
    assert [entry.value.value for entry in root.entries] == list(meant.values())


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        pytest.param("a: 1\n", {"a": True}, id="another value"),
        pytest.param("a: 1\nb: *far\n", {"b": 2, "a": 1}, id="another order of keys"),
        pytest.param("a: 1\n", {"a": 1, "b": 2}, id="a key is missing"),
        pytest.param("a: {<<: *far, b: 1}\n", {"a": {"c": 2}}, id="a key beside a merge key"),
        pytest.param("a: [*far]\n", {"a": [1, 2]}, id="a shorter list"),
        pytest.param("a: [*far]\n", {"a": {"b": 1}}, id="a list for a mapping"),
        pytest.param("a: {b: *far}\n", {"a": [1]}, id="a mapping for a list"),
        pytest.param("a: [\n", {"a": []}, id="no YAML"),
        pytest.param("a: *far\na: *far\n", {"a": 1}, id="a key twice"),
    ],
)
def test_any_other_part_is_not(text: str, meant: Any) -> None:
    assert place_part(text, meant) is None
