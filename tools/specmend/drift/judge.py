"""Every action of a series judged on a new upstream document: (old, new, steps) to verdicts, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable

from specmend.document.document import Document
from specmend.drift.verdicts import StepVerdict
from specmend.steps.step import Step


def judge_series(old: Document, new: Document, steps: Iterable[Step]) -> tuple[StepVerdict, ...]:
    """One verdict for every action of every step, in order.

    `old` is the document that the steps were recorded on, `new` the one that upstream has now. The caller leaves
    out steps of other targets. A step of which an action needs a person changes nothing for the steps after it, but
    for one whose target moved: that is followed.
    """
    raise NotImplementedError
