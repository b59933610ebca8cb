"""The change that one step makes to the text, at its place in the series."""

from __future__ import annotations

import pytest
from tests.steps.series import make_document, make_series, make_step

from specmend.errors import RepositoryError
from specmend.steps.step import Verdict
from specmend.steps.step_diff import step_diff

FIRST = make_step("- {target: $.a, update: 2, x-expect: {matches: 1, before: 1}}", 1)
SECOND = make_step("- {target: $.b, update: 2, x-expect: {matches: 1, before: 1}}", 2)
WRONG = make_step("- {target: $.b, update: 3, x-expect: {matches: 1, before: 9}}", 3)
SERIES = make_series(make_document("a: 1\r\nb: 1\r\n"), [FIRST, SECOND, WRONG])


def test_only_the_steps_before_it_are_in_the_text() -> None:
    diff = step_diff(SERIES, 2, "a.yaml")
    assert diff.outcome.verdict is Verdict.APPLIES
    assert diff.lines == (
        "--- a.yaml (before step 2)",
        "+++ a.yaml (after step 2)",
        "@@ -1,2 +1,2 @@",
        " a: 2",
        "-b: 1",
        "+b: 2",
    )


def test_a_step_that_does_not_apply_has_problems_and_no_lines() -> None:
    diff = step_diff(SERIES, 3, "a.yaml")
    assert diff.lines == ()
    assert diff.outcome.problems


def test_there_must_be_such_a_step() -> None:
    with pytest.raises(RepositoryError, match="api has no step 7"):
        step_diff(SERIES, 7, "a.yaml")
