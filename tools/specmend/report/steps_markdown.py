"""The record of the steps as a Markdown page: the original, the update and the reason of each."""

from __future__ import annotations

from collections.abc import Sequence

from specmend.report.markdown import render
from specmend.report.steps import StepRecord
from specmend.source.pin import Pin


def record_page(
    api: str,
    pin: Pin,
    records: Sequence[StepRecord],
) -> str:
    """The whole page, with a final line break."""
    return render(
        "steps.md.jinja",
        api=api,
        pin=pin,
        records=records,
    )
