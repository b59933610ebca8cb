"""The steps on several documents as a table: columns are versions, cells are symbols."""

from __future__ import annotations

import pytest
from tests.report.drifts import report

from specmend.report.matrix import SYMBOLS, heads_of, legend, matrix_rows, spaced
from specmend.steps.step import Verdict

A, U, C = Verdict.APPLIES, Verdict.ALREADY_UPSTREAM, Verdict.CONFLICT


def test_every_verdict_has_a_symbol_of_its_own() -> None:
    assert set(SYMBOLS) == set(Verdict)
    assert sorted(map(len, set(SYMBOLS.values()))) == [1] * len(Verdict)
    assert all(f"{symbol} {verdict}" in legend() for verdict, symbol in SYMBOLS.items())


def test_a_row_has_the_verdicts_on_each_document() -> None:
    one, two = matrix_rows([report(A, A), report(U, C)])
    assert (one.number, one.title, one.symbols, one.needless) == ("0001", "A step", (".", "A"), "2")
    assert (two.number, two.verdicts, two.needless) == ("0002", (A, C), "-")


HEADS: list[tuple[int, int, str]] = [
    (1, 3, "1 2 3"),
    (8, 11, "    1 1\n8 9 0 1"),
    (1, 18, "          1 11111 111\n12345 67890 12345 678"),
    (99, 101, "  1 1\n9 0 0\n9 0 1"),
]


@pytest.mark.parametrize(("first", "last", "head"), HEADS)
def test_the_numbers_of_versions_stand_above_their_symbols(
    first: int, last: int, head: str
) -> None:
    assert heads_of(first, last) == head


@pytest.mark.parametrize(
    ("number", "cells"), [(3, ". . ."), (17, " ".join("." * 17)), (18, "..... ..... ..... ...")]
)
def test_many_versions_stand_in_groups(number: int, cells: str) -> None:
    assert spaced("." * number) == cells
