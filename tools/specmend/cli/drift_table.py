"""The table of the steps on several documents, as a terminal shows it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from specmend.cli import console
from specmend.report.drift import DriftReport
from specmend.report.matrix import MatrixRow, heads_of, legend, matrix_rows, spaced

_WIDTH: Final = 100
_MOST: Final = 45
"""Versions that stand beside each other; further ones have a table of their own below."""


def print_matrix(api: str, reports: Sequence[DriftReport]) -> None:
    """A row for each step; documents are numbers and verdicts are symbols, so that many fit."""
    steps = console.counted(len(reports[0].steps), "step")
    console.good(api, f"{steps} on {len(reports)} documents")
    digits = len(str(len(reports)))
    for number, report in enumerate(reports, 1):
        console.line(f"  {number:>{digits}}  {report.document}")
    console.line(f"  {legend()}")
    rows = matrix_rows(reports)
    for start in range(0, len(reports), _MOST):
        if start:
            console.line()
        _print_versions(rows, start, min(start + _MOST, len(reports)))


def _print_versions(rows: Sequence[MatrixRow], start: int, end: int) -> None:
    """The table of the versions from one index to another."""
    cells = [(row.number, row.title, spaced(row.symbols[start:end]), row.needless) for row in rows]
    headings = ("step", "title", heads_of(start + 1, end), "not needed on")
    console.table(headings, cells, whole=(0, 2), most=_WIDTH)
