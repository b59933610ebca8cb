"""Codes are as short as a limit lets them be, and no code begins another one."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specmend.release.huffman import code_of, lengths_of


@pytest.mark.parametrize(
    ("counts", "limit", "lengths"),
    [
        ([], 15, []),
        ([0, 0], 15, [0, 0]),
        ([0, 7], 15, [0, 1]),
        ([1, 1], 15, [1, 1]),
        ([1, 2, 4, 8], 15, [3, 3, 2, 1]),
        ([1, 2, 4, 8], 2, [2, 2, 2, 2]),
        ([1, 1, 2, 3, 5, 8, 13], 4, [4, 4, 3, 3, 3, 2, 2]),
    ],
)
def test_what_occurs_often_has_few_bits(counts: list[int], limit: int, lengths: list[int]) -> None:
    found = lengths_of(counts, limit)
    assert sorted(zip(counts, found, strict=True)) == sorted(zip(counts, lengths, strict=True))


def test_the_codes_are_those_of_the_standard_s_example() -> None:
    # RFC 1951 section 3.2.2, with each code turned: 010 011 100 101 110 00 1110 1111.
    code = code_of([3, 3, 3, 3, 3, 2, 4, 4])
    written = [f"{value:0{length}b}"[::-1] for value, length in code]
    assert written == ["010", "011", "100", "101", "110", "00", "1110", "1111"]


@given(st.lists(st.integers(0, 10_000), min_size=2, max_size=40), st.integers(6, 15))
def test_no_code_begins_another_and_none_is_too_long(counts: list[int], limit: int) -> None:
    lengths = lengths_of(counts, limit)
    assert [bool(length) for length in lengths] == [bool(count) for count in counts]
    assert max(lengths) <= limit
    words = [f"{value:0{length}b}"[::-1] for value, length in code_of(lengths) if length]
    assert not any(
        one.startswith(other) or other.startswith(one) for one, other in combinations(words, 2)
    )
