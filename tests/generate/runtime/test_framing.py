"""Bytes into records: the same records from any pieces, in linear time, within the limit."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specmend.generate.runtime import _framing
from specmend.generate.runtime._framing import EventRecords, Framing, LineRecords, RecordTooLongError

RECORDS = st.lists(st.binary(min_size=1).filter(lambda record: not set(record) & {10, 13} and not record.isspace()))
CUTS = st.lists(st.integers(min_value=0, max_value=400), max_size=12)


def cut(content: bytes, places: list[int]) -> list[bytes]:
    marks = [0, *sorted(min(place, len(content)) for place in places), len(content)]
    return [content[start:end] for start, end in pairwise(marks)]


def read(splitter: LineRecords | EventRecords, pieces: list[bytes]) -> list[bytes]:
    return [record for piece in pieces for record in splitter.feed(piece)] + splitter.finish()


@given(RECORDS, CUTS, st.booleans())
def test_lines_are_the_same_however_they_are_cut(records: list[bytes], places: list[int], last: bool) -> None:
    content = b"\n".join(records) + (b"\n" if last else b"")
    assert read(LineRecords(), cut(content, places)) == records


@given(RECORDS, CUTS, st.sampled_from([b"\n", b"\r\n", b"\r"]))
def test_events_are_the_same_however_they_are_cut(records: list[bytes], places: list[int], end: bytes) -> None:
    content = b"".join(b": note" + end + b"data: " + record + end * 2 for record in records)
    assert read(EventRecords(), cut(content, places)) == records


def test_one_giant_record_takes_linear_time() -> None:
    piece = b"x" * 1000

    def seconds(number: int) -> float:
        start = time.perf_counter()
        assert [len(record) for record in read(LineRecords(), [piece] * number)] == [number * 1000]
        return time.perf_counter() - start

    seconds(1000)
    assert seconds(40_000) < 1


@pytest.mark.parametrize("content", [b"12345678", b"12345678\n", b"data: 1234\ndata: 5678\n\n"])
@pytest.mark.parametrize("size", [1, 3, 100])
def test_a_record_beyond_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch, content: bytes, size: int) -> None:
    monkeypatch.setattr(_framing, "MAX_RECORD", 7)
    pieces = [content[place : place + size] for place in range(0, len(content), size)]
    splitter = Framing(kind="sse" if content.startswith(b"data") else "ndjson").splitter()
    with pytest.raises(RecordTooLongError, match="longer than 7 bytes"):
        read(splitter, pieces)


def test_a_framing_makes_a_fresh_splitter_each_time() -> None:
    framing = Framing(kind="sse")
    assert isinstance(framing.splitter(), EventRecords)
    assert framing.splitter() is not framing.splitter()
    assert isinstance(framing.without_events().splitter(), LineRecords)
