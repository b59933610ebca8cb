"""What becomes of the steps on a new upstream document, and what else upstream changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass

from specmend.diff.api_change import ApiChange
from specmend.diff.api_changes import api_diff
from specmend.document.text.document import Document
from specmend.document.tree.values import Tree
from specmend.drift.judge import judge_series
from specmend.drift.verdicts import StepVerdict
from specmend.errors import ActionFailed
from specmend.progress import Advance, nothing
from specmend.report.touched import touched_by
from specmend.steps.apply_action import apply_action
from specmend.steps.step import Step, Verdict


@dataclass(
    frozen=True,
    kw_only=True,
    slots=True,
)
class DriftReport:
    """The verdicts on one document, by its name, and the changes that no step touches.

    `unseen` are further changes of upstream's that no call shows: names of components, the version
    of OpenAPI.
    """

    document: str
    steps: tuple[StepVerdict, ...]
    untouched: tuple[ApiChange, ...]
    unseen: tuple[ApiChange, ...] = ()

    @property
    def needs_person(self) -> bool:
        """Whether a person must look at a step."""
        return any(step.needs_person for step in self.steps)


def drift_report(
    old: Document,
    new: Document,
    steps: Iterable[Step],
    advance: Advance = nothing,
) -> DriftReport:
    """The report on a new document; `old` is the one that the steps were recorded on.

    `advance` is called for each step.
    """
    verdicts = judge_series(old, new, steps, advance)
    touched = touched_by(verdicts)
    found = api_diff(_with_renames(old.tree, verdicts), new.tree)
    return DriftReport(
        document=new.name,
        steps=verdicts,
        untouched=tuple(change for change in found.changes if not touched.holds(change)),
        unseen=tuple(change for change in found.unseen if not touched.holds(change)),
    )


def _with_renames(tree: Tree, verdicts: Iterable[StepVerdict]) -> Tree:
    """The old document with the names that steps wanted and upstream has given by itself.

    What else upstream changed in what it renamed can be told then.
    """
    for step in verdicts:
        for verdict in step.actions:
            is_done = verdict.verdict is Verdict.ALREADY_UPSTREAM
            if is_done and any(place.renamed for place in verdict.places):
                with suppress(ActionFailed):
                    tree = apply_action(tree, verdict.action).tree
    return tree


def needless_on(
    reports: Sequence[DriftReport],
    index: int,
) -> str:
    """The numbers of the documents, from 1, that make a step needless, as in `3-5, 8`."""
    runs: list[list[int]] = []
    for number, report in enumerate(reports, 1):
        verdict = report.steps[index].verdict
        if verdict is not Verdict.ALREADY_UPSTREAM:
            continue
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(map(_run, runs))


def _run(numbers: Sequence[int]) -> str:
    first = numbers[0]
    last = numbers[-1]
    if first == last:
        return str(first)
    return f"{first}-{last}"
