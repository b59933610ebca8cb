"""JSON by the serializer says what JSON by the exact reader says, or is left to it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specmend.document.text.reading.json_exact import read_json
from specmend.document.text.reading.json_fast import decode_json, encode_json
from specmend.document.tree.values import identical
from specmend.limits import MAX_DEPTH

LAID_OUT = [
    ('{\n  "a": 1\n}', 2), ('{\n    "a": [\n        1\n    ]\n}\n', 4),
    ('[\n "ü \U0001f600"\n]\r\n', 1),
    ('{\n  "a": {},\n  "b": []\n}', 2), ('{\n  "a": "x\\":y"\n}', 2),
]  # fmt: skip
OTHER_LAYOUTS = [
    "{}", "[1, 2.5, -0.0, 1e2, true, null]", '{"a":1}', '{\n\t"a": 1\n}', '{\n  "a": 1 }',
    '{\r\n  "a": 1\r\n}',
    '{\n  "a": "\\u00e9"\n}', '{\n  "a": 1.50\n}', '{"a": "\\":"}', '{"a\\":b": 1}',
    "12345678901234567890123",
]  # fmt: skip
LEFT = [
    "", "{", "[1,]", "NaN", '{"a": 1, "a": 2}', '{\n  "a": 1,\n  "a": 1\n}', '{"a" :1,"b":2,"b":3}',
    '"\\ud800"',
    '{"x\\\\":1,"x\\\\":2}', "[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1), '"\x01"', "1e999",
]  # fmt: skip
TREES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@pytest.mark.parametrize(("text", "indent"), [*LAID_OUT, *[(text, None) for text in OTHER_LAYOUTS]])
def test_an_ordinary_text_says_the_same_and_its_indentation_is_known(
    text: str, indent: int | None
) -> None:
    found, (exact, problems) = decode_json(text.encode()), read_json(text, "a.json")
    assert exact is not None
    assert problems == []
    assert found is not None
    assert identical(found.tree, exact.value)
    assert found.indent == indent


@pytest.mark.parametrize("text", LEFT)
def test_any_other_text_is_left_to_the_exact_reader(text: str) -> None:
    assert decode_json(text.encode()) is None


def test_bytes_that_are_not_utf_8_are_left_to_the_exact_reader() -> None:
    assert decode_json(b'"\xff"') is None


@given(tree=TREES, indent=st.integers(min_value=1, max_value=8))
def test_what_is_written_is_read_again_as_the_same_tree(tree: object, indent: int) -> None:
    written = encode_json(tree, indent)
    if written is None:
        with pytest.raises((ValueError, UnicodeEncodeError)):
            json.dumps(tree, allow_nan=False, ensure_ascii=False).encode()
        return
    assert identical(json.loads(written), tree)


@given(text=st.text(alphabet='{}[]":,\\ab1 \n', max_size=30))
def test_no_text_is_read_otherwise_than_by_the_exact_reader(text: str) -> None:
    found = decode_json(text.encode())
    if found is not None:
        exact, problems = read_json(text, "a.json")
        assert exact is not None, problems
        assert identical(found.tree, exact.value)


@pytest.mark.parametrize(
    "value", [float("nan"), float("inf"), {"a": [float("-inf")]}, "\ud800", {"\udfff": 1}]
)
def test_a_value_that_json_cannot_hold_is_not_written(value: object) -> None:
    assert encode_json(value, 2) is None


def test_what_nests_too_deep_is_not_written() -> None:
    tree: object = 1
    for _ in range(MAX_DEPTH + 1):
        tree = [tree]
    assert encode_json(tree, 2) is None
