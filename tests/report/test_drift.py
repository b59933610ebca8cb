"""What becomes of the steps on a new upstream document, and what else upstream changed."""

from __future__ import annotations

import pytest
from tests.report.drifts import report
from tests.steps.series import make_document, make_step

from specmend.report.drift import drift_report, needless_on
from specmend.steps.step import Verdict

A, U, C = Verdict.APPLIES, Verdict.ALREADY_UPSTREAM, Verdict.CONFLICT
OLD = make_document("""
    openapi: 3.1.0
    info: {title: Pets, version: "1"}
    paths: {}
""")
STEP = make_step("- {target: $.info.title, update: Dogs, x-expect: {matches: 1, before: Pets}}")

MOVES: list[tuple[str, Verdict, list[str]]] = [
    # What upstream has for `info`, the verdict, and the changes that no step touches.
    ('{title: Pets, version: "1"}', A, []),
    ('{title: Dogs, version: "2"}', U, ['document: info.version "1" → "2"']),
    ('{title: Cats, version: "1"}', C, []),
]


@pytest.mark.parametrize(("info", "verdict", "untouched"), MOVES)
def test_each_change_belongs_to_a_step_or_is_listed(
    info: str, verdict: Verdict, untouched: list[str]
) -> None:
    new = make_document(f"openapi: 3.1.0\ninfo: {info}\npaths: {{}}\n")
    result = drift_report(OLD, new, [STEP])
    assert result.document == new.name
    assert [step.verdict for step in result.steps] == [verdict]
    assert [change.line for change in result.untouched] == untouched
    assert result.needs_person is (verdict is C)


RUNS: list[tuple[list[Verdict], str]] = [
    ([A, A], ""),
    ([A, U], "2"),
    ([U, U, U, A], "1-3"),
    ([U, A, U, U, A, U], "1, 3-4, 6"),
]


@pytest.mark.parametrize(("verdicts", "numbers"), RUNS)
def test_the_documents_that_make_a_step_needless(verdicts: list[Verdict], numbers: str) -> None:
    reports = [report(verdict) for verdict in verdicts]
    assert needless_on(reports, 0) == numbers
