"""The drift report as a page for a browser, with all that it needs inside."""

from __future__ import annotations

from collections.abc import Sequence

from specmend.report.drift import DriftReport
from specmend.report.drift_markdown import MOST_DETAILS
from specmend.report.matrix import KINDS, SYMBOLS, matrix_rows
from specmend.report.pages import environment
from specmend.steps.step_name import digits_of


def drift_html(api: str, reports: Sequence[DriftReport]) -> str:
    """The page of one document, or a table of the steps on several with a section for each."""
    pages = environment(is_html=True)
    pages.filters["digits"] = digits_of
    return pages.get_template("drift.html.jinja").render(
        api=api,
        reports=reports,
        rows=matrix_rows(reports) if len(reports) > 1 else [],
        symbols=SYMBOLS,
        kinds=KINDS,
        most=MOST_DETAILS,
    )
