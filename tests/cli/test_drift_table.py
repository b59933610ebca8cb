"""The table of the steps on several documents, as a terminal shows it."""

from __future__ import annotations

import pytest
from tests.report.drifts import report

from specmend.cli.drift_table import print_matrix
from specmend.steps.step import Verdict

A, U = Verdict.APPLIES, Verdict.ALREADY_UPSTREAM


@pytest.mark.parametrize(("number", "tables"), [(2, 1), (25, 1), (45, 1), (46, 2), (100, 3)])
def test_every_version_has_a_symbol_and_no_line_is_too_long(
    capsys: pytest.CaptureFixture[str], number: int, tables: int
) -> None:
    reports = [report(A, document="old.yaml"), *[report(U, document="a.yaml")] * (number - 1)]
    print_matrix("pets", reports)
    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines)) <= 100
    rows = [line for line in lines if line.startswith("0001")]
    assert len(rows) == tables
    assert "".join(rows).count("A") == number - 1 + tables
    assert all("A step" in row and f"2-{number}".startswith(row.split()[-1][:2]) for row in rows)
