"""The change of one step as a diff, after the steps before it that are active."""

from __future__ import annotations

import pytest
from tests.steps.series import make_document, make_step

from specmend.errors import RepositoryError
from specmend.steps.series import Series
from specmend.steps.step import Verdict
from specmend.steps.step_diff import step_diff

TEXT = """
    openapi: 3.0.3
    info:
      title: Pets
      version: "1"
    paths: {}
"""
STEPS = (
    make_step(
        "- {target: $.info, update: {title: Cats}, x-expect: {matches: 1, before: {title: Pets}}}"
    ),
    make_step(
        "- {target: $.info, update: {title: Dogs}, x-expect: {matches: 1, before: {title: Cats}}}",
        number=2,
    ),
    make_step("- {target: $.nowhere, remove: true}", number=3),
)


def series(text: str = TEXT) -> Series:
    return Series(api="api", document=make_document(text), steps=STEPS, generator="python")


def test_the_diff_is_against_the_text_that_the_earlier_steps_leave() -> None:
    found = step_diff(series(), 2, "spec/api/sanitized.yaml")
    assert found.outcome.verdict is Verdict.APPLIES
    assert found.lines[:2] == (
        "--- spec/api/sanitized.yaml (before step 2)",
        "+++ spec/api/sanitized.yaml (after step 2)",
    )
    assert [line for line in found.lines[2:] if line[0] in "+-"] == [
        "-  title: Cats",
        "+  title: Dogs",
    ]


def test_line_breaks_of_windows_are_no_part_of_a_line() -> None:
    text = make_document(TEXT).text.replace("\n", "\r\n")
    windows = Series(api="api", document=make_document(text), steps=STEPS[:1], generator="python")
    found = step_diff(windows, 1, "a")
    assert not any(line.endswith("\r") for line in found.lines)
    assert "+  title: Cats" in found.lines


def test_a_step_that_does_not_apply_has_no_lines() -> None:
    found = step_diff(series(), 3, "a")
    assert (found.outcome.verdict, found.lines) == (Verdict.GONE, ())


def test_a_number_that_no_step_has_is_refused() -> None:
    with pytest.raises(RepositoryError, match="api has no step 4"):
        step_diff(series(), 4, "a")
