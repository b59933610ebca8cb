"""Values of `enum` that are there twice, or not at all."""

from __future__ import annotations

from typing import Any

import pytest
from tests.validate.rules.documents import VERSIONS, document, levels, told

AT = "/components/schemas/A/enum"


def tree(version: str, values: Any) -> Any:
    return document(version, components={"schemas": {"A": {"enum": values}}})


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize(
    "values", [["a", "b"], [1, "1", True, 1.5], [None], [{"a": 1}, {"a": 2}], 5]
)
def test_each_value_once(version: str, values: Any) -> None:
    assert told("enums", tree(version, values)) == []


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize(
    ("values", "shown"),
    [
        (["a", "b", "a", "a"], '"a"'),
        ([1, 2, 1.0], "1.0"),
        ([0, -0.0], "-0.0"),
        ([{"a": [1]}, {"a": [1.0]}], '{"a": [1.0]}'),
        ([{"a": 1, "b": 2}, {"b": 2, "a": 1}], '{"b": 2, "a": 1}'),
    ],
)
def test_a_value_twice_is_a_warning(version: str, values: Any, shown: str) -> None:
    assert told("enums", tree(version, values)) == [(AT, f"'enum' lists {shown} twice")]
    assert levels("enums", tree(version, values)) == ["warning"]


def test_no_values() -> None:
    assert told("enums", tree("3.1.0", [])) == [
        (AT, "'enum' has no values, so nothing is allowed here")
    ]
    # The JSON Schema of 3.0 finds it.
    assert told("enums", tree("3.0.3", [])) == []
