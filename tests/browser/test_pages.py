"""The pages of `diff` and `drift` in a real browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.browser.looks import check
from tests.diff.pairs import api, entries
from tests.report.drifts import CHANGE, action, report, step_verdict
from tests.report.histories import HISTORIES

from specmend.report.changes_pages import changes_html
from specmend.report.drift import DriftReport
from specmend.report.drift_html import drift_html
from specmend.report.review_html import review_html
from specmend.steps.step import Verdict

if TYPE_CHECKING:
    from playwright.sync_api import Browser

LONG = "x" * 300


def test_changes(browser: Browser) -> None:
    found = entries(api({"x-a": LONG}), api({"operationId": LONG, "deprecated": True}))
    check(browser, changes_html("old.yaml → new.yaml", found))


def test_drift_on_many_documents(browser: Browser) -> None:
    many = [action(Verdict.ALREADY_UPSTREAM, message=f"place {index}") for index in range(9)]
    first = DriftReport(document=LONG, steps=(step_verdict(*many),) * 7, untouched=(CHANGE,))
    reports = [report(*Verdict, document=f"{number}.yaml") for number in range(24)]
    check(browser, drift_html("pets", [first, *reports]))


@pytest.mark.parametrize("name", HISTORIES)
def test_a_review(browser: Browser, name: str) -> None:
    check(browser, review_html(HISTORIES[name]))
