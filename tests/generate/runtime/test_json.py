"""JSON that other readers take: what a strict reader gets in its place."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import from_json

from specmend.generate.runtime._json import load_json, mended_json, whole_text

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
)

TABLE = [
    pytest.param(b'{"a": "x"}', "", {"a": "x"}, id="as it should be"),
    pytest.param(b'\xef\xbb\xbf{"a": "x"}', "", {"a": "x"}, id="a byte order mark"),
    pytest.param('["ü"]'.encode("utf-16"), "", ["ü"], id="UTF-16 with a mark"),
    pytest.param('["ü"]'.encode("utf-16-le"), "", ["ü"], id="UTF-16 without one"),
    pytest.param('["ü"]'.encode("utf-32"), "", ["ü"], id="UTF-32"),
    pytest.param('["ü"]'.encode("latin-1"), "ISO-8859-1", ["ü"], id="a charset"),
    pytest.param('["ü"]'.encode(), "iso-8859-1", ["ü"], id="UTF-8 with a wrong charset"),
    pytest.param(rb'"\ud83d"', "", "\ufffd", id="the first half of a pair"),
    pytest.param(rb'"\uDE00x"', "", "\ufffdx", id="the second half of a pair"),
    pytest.param(rb'{"\ud83d": ["\ude00"]}', "", {"\ufffd": ["\ufffd"]}, id="a key"),
    pytest.param(rb'"\ud83d\ude00"', "", "\U0001f600", id="a pair"),
    pytest.param(rb'"\\ud83d"', "", "\\ud83d", id="what only looks like a half"),
    pytest.param(b'"\xed\xa0\xbd"', "", "\ufffd", id="a half in three octets"),
    pytest.param(b"[1e400, -Infinity]", "", [float("inf"), float("-inf")], id="no numbers"),
]


@pytest.mark.parametrize(("content", "charset", "value"), TABLE)
def test_a_strict_reader_takes_it(content: bytes, charset: str, value: object) -> None:
    mended = mended_json(content, charset)
    assert mended is not None
    assert from_json(mended) == value
    assert load_json(content, charset) == value


@pytest.mark.parametrize(
    ("content", "charset"),
    [
        (b"", ""),
        (b"{", ""),
        (b"hello", ""),
        (b'"\xff"', ""),
        (b'"\xff"', "utf-8"),
        (b'"\xff"', "no-such-charset"),
        (b"[" * 100_000 + b"]" * 100_000, ""),
    ],
    ids=["nothing", "a piece", "words", "no UTF-8", "no UTF-8 as told", "no charset", "too deep"],
)
def test_what_is_no_json_is_none(content: bytes, charset: str) -> None:
    assert mended_json(content, charset) is None
    with pytest.raises(ValueError, match=r"[a-z]"):
        load_json(content, charset)


def test_octets_that_are_no_utf_8_are_replaced_where_that_is_asked_for() -> None:
    assert mended_json(b'"a\xf0\x9f"', lossy=True) == '"a\ufffd"'.encode()


@given(VALUES)
def test_what_is_well_stays(value: object) -> None:
    content = json.dumps(value).encode()
    mended = mended_json(content)
    assert mended is not None
    assert json.loads(mended) == load_json(content) == value


@given(st.text(st.characters()))
def test_a_whole_text_can_be_sent(text: str) -> None:
    assert len(whole_text(text).encode().decode()) == len(text)
