"""JSON text sequences into records: the same from any pieces, as soon as they are there."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specmend.generate.runtime._sequence import SequenceRecords

LIMIT = 100_000_000
JSON = st.recursive(
    st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
)
CUTS = st.lists(st.integers(min_value=0, max_value=400), max_size=12)


def cut(content: bytes, places: list[int]) -> list[bytes]:
    marks = [0, *sorted(min(place, len(content)) for place in places), len(content)]
    return [content[start:end] for start, end in pairwise(marks)]


def read(splitter: SequenceRecords, pieces: list[bytes]) -> list[bytes]:
    return [record for piece in pieces for record in splitter.feed(piece)] + splitter.finish()


@given(st.lists(JSON), CUTS, st.sampled_from([None, 1]))
def test_sequences_are_the_same_however_they_are_cut(
    values: list[object], places: list[int], indent: int | None
) -> None:
    records = [json.dumps(value, indent=indent).encode() for value in values]
    content = b"".join(b"\x1e" + record + b"\n" for record in records)
    splitter = SequenceRecords(LIMIT)
    assert read(splitter, cut(content, places)) == records
    assert splitter.cut is None


SEQUENCES = [
    pytest.param([b'\x1e{"a": 1}\n'], [b'{"a": 1}'], None, id="one record"),
    pytest.param([b"\x1e\x1e\n\x1e[]\n"], [b"[]"], None, id="separators in a row are one"),
    pytest.param([b"\x1e[1]\x1e[2]"], [b"[1]", b"[2]"], None, id="no line feed"),
    pytest.param([b"\x1etr", b"ue"], [b"true"], b"true", id="a literal that may go on"),
    pytest.param([b"\x1e12", b"\x1e3\n"], [b"12", b"3"], b"12", id="a number that may go on"),
]


@pytest.mark.parametrize(("pieces", "records", "cut_off"), SEQUENCES)
def test_a_sequence_is_cut_at_its_separators(
    pieces: list[bytes], records: list[bytes], cut_off: bytes | None
) -> None:
    splitter = SequenceRecords(LIMIT)
    assert read(splitter, pieces) == records
    assert splitter.cut == cut_off


def test_a_record_is_there_as_soon_as_its_line_ends() -> None:
    splitter = SequenceRecords(LIMIT)
    assert splitter.feed(b'\x1e{"a":\n') == []
    assert splitter.feed(b'1, "b": "long"}\n') == [b'{"a":\n1, "b": "long"}']
    assert splitter.feed(b"\x1e[") == []
    assert splitter.feed(b"]\n") == [b"[]"]


def test_a_record_beyond_the_limit_ends_the_records() -> None:
    splitter = SequenceRecords(3)
    assert splitter.feed(b"\x1e[]\n\x1e[1234]\n") == [b"[]"]
    assert splitter.overflow
    assert splitter.finish() == []
