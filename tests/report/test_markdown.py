"""Markdown pages made from templates, and how values stand in them."""

from __future__ import annotations

from typing import Any

import pytest
from jinja2 import UndefinedError
from tests.steps.series import make_step

from specmend.document.tree.values import MISSING
from specmend.report.markdown import (
    SHORT,
    has_short_values,
    render,
    unbroken,
    value_as_block,
    value_in_cell,
)
from specmend.report.steps import Row, StepRecord
from specmend.steps.step import Verdict

VALUES: list[tuple[Any, str]] = [
    (1, "`1`"),
    (MISSING, "absent"),
    ("a|b", '<code>"a&#124;b"</code>'),
    ("`a`", '<code>"&#96;a&#96;"</code>'),
    ("x" * 70, '`"' + "x" * (SHORT - 2) + "…`"),
]
BLOCKS: list[tuple[Any, str]] = [
    ({"a": 1}, "\n\n```yaml\na: 1\n```"),
    (MISSING, " absent"),
    ("x ``` y", "\n\n````yaml\nx ``` y\n````"),
]


def test_text_that_stays_on_one_line() -> None:
    assert unbroken("a <b>&c|d") == "a&nbsp;&lt;b&gt;&amp;c&#124;d"


@pytest.mark.parametrize(("value", "written"), VALUES)
def test_a_value_in_a_cell(value: Any, written: str) -> None:
    assert value_in_cell(value) == written


@pytest.mark.parametrize(("value", "written"), BLOCKS)
def test_a_value_as_a_block(value: Any, written: str) -> None:
    assert value_as_block(value) == written


SHORT_VALUES: list[tuple[Any, Any, bool]] = [
    (1, 2, True),
    (MISSING, "x" * (SHORT - 2), True),
    (1, "x" * (SHORT - 1), False),
    ("x" * SHORT, MISSING, False),
]


@pytest.mark.parametrize(("before", "after", "expected"), SHORT_VALUES)
def test_whether_all_values_fit_a_table(before: Any, after: Any, expected: bool) -> None:
    rows = (Row(path="$.a", before=1, after=2), Row(path="$.b", before=before, after=after))
    step = make_step("- {target: $.a, update: 1, x-expect: {matches: 1}}")
    record = StepRecord(step=step, verdict=Verdict.APPLIES, is_active=True, rows=rows, problems=())
    assert has_short_values(record) is expected


def test_a_template_without_its_values_is_refused() -> None:
    with pytest.raises(UndefinedError):
        render("drift_matrix.md.jinja", api="pets", reports=[])
