"""Bytes into records: the same records from any pieces, in linear time, within the limit."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.counted import memory_of

from specmend.generate.runtime._framing import EventRecords, Framing, LineRecords

LIMIT = 100_000_000
RECORDS = st.lists(
    st.binary(min_size=1).filter(lambda record: not set(record) & {10, 13} and not record.isspace())
)
CUTS = st.lists(st.integers(min_value=0, max_value=400), max_size=12)


def cut(content: bytes, places: list[int]) -> list[bytes]:
    marks = [0, *sorted(min(place, len(content)) for place in places), len(content)]
    return [content[start:end] for start, end in pairwise(marks)]


def read(splitter: LineRecords | EventRecords, pieces: list[bytes]) -> list[bytes]:
    return [record for piece in pieces for record in splitter.feed(piece)] + splitter.finish()


@given(RECORDS, CUTS, st.booleans())
def test_lines_are_the_same_however_they_are_cut(
    records: list[bytes], places: list[int], last: bool
) -> None:
    content = b"\n".join(records) + (b"\n" if last else b"")
    assert read(LineRecords(LIMIT), cut(content, places)) == records


@given(RECORDS, CUTS, st.sampled_from([b"\n", b"\r\n", b"\r"]))
def test_events_are_the_same_however_they_are_cut(
    records: list[bytes], places: list[int], end: bytes
) -> None:
    content = b"".join(b": note" + end + b"data: " + record + end * 2 for record in records)
    assert read(EventRecords(LIMIT), cut(content, places)) == records


def test_a_piece_of_a_giant_record_costs_no_more_than_itself() -> None:
    records = LineRecords(LIMIT)
    piece = b"x" * 1000
    copied = max(memory_of(lambda: records.feed(piece)) for _ in range(2000))
    assert copied < 50 * len(piece), "what came before is not copied again"
    assert [len(record) for record in records.finish()] == [2000 * len(piece)]


@pytest.mark.parametrize(
    "content", [b"ab\n12345678", b"ab\n12345678\ncd\n", b"data: ab\n\ndata: 1234\ndata: 5678\n\n"]
)
@pytest.mark.parametrize("size", [1, 3, 100])
def test_a_record_beyond_the_limit_ends_the_records_after_those_before_it(
    content: bytes, size: int
) -> None:
    pieces = [content[place : place + size] for place in range(0, len(content), size)]
    splitter = Framing(kind="sse" if content.startswith(b"data") else "ndjson").splitter(7)
    found = []
    for piece in pieces:
        found += splitter.feed(piece)
        if splitter.overflow:
            break
    assert splitter.overflow
    assert found == [b"ab"]


@pytest.mark.parametrize("size", [1, 5, 1000])
def test_fields_of_events_other_than_data_are_told_apart(size: int) -> None:
    content = (
        b"\xef\xbb\xbfid: 1\nevent: token\ndata:a\ndata: b\n\n: note\nretry: 9\n\n"
        b"event:error\ndata: c\nx\n\ndata\n\n"
    )
    splitter = EventRecords(LIMIT)
    assert read(
        splitter, [content[place : place + size] for place in range(0, len(content), size)]
    ) == [b"a\nb", b"c"]
    assert splitter.reported == b"c"
    assert read(splitter, [b'{"error": "late"}\n']) == []
    assert splitter.stray == b'{"error": "late"}'


def test_whole_events_are_read_the_short_way_as_the_long_one() -> None:
    content = b"data: {}\n\ndata: {1}\n\n"
    short, long = EventRecords(LIMIT), EventRecords(LIMIT)
    assert short.feed(b"data: first\n\n") == [b"first"]
    assert short.feed(content) == [b"{}", b"{1}"]
    assert read(long, [b"data: first\n\n" + content.replace(b"\n", b"\r\n")]) == [
        b"first",
        b"{}",
        b"{1}",
    ]


def test_a_framing_makes_a_fresh_splitter_each_time() -> None:
    framing = Framing(kind="sse")
    assert isinstance(framing.splitter(9), EventRecords)
    assert framing.splitter(9) is not framing.splitter(9)
    assert isinstance(framing.without_events().splitter(9), LineRecords)
