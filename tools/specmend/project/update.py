"""A new upstream document taken in with its steps: all files are written, or none."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from specmend.drift.judge import judge_series
from specmend.errors import OutsideError, Problem, RepositoryError
from specmend.progress import SILENT, Progress, phase
from specmend.settings.layout import ApiLayout
from specmend.storage.read import is_there
from specmend.storage.transaction import Changes, change, finish
from specmend.update.decision import Choices
from specmend.update.files import retired_names, update_files
from specmend.update.inputs import Incoming, incoming
from specmend.update.plan import intents_of, plan_update
from specmend.update.records import UpdatePlan

Planner = Callable[[Choices], UpdatePlan]
"""Plans the update with the decisions of a person."""

Decide = Callable[[Planner, Choices], UpdatePlan]
"""Asks a person about what is open, and gives the plan with all decisions."""


@dataclass(frozen=True, kw_only=True, slots=True)
class UpdateReport:
    """What an update did, or would do.

    `changes` holds the new content of each file by its path from the project, None for a file that
    goes; `retired` says where the files of retired steps go. `is_written` is False of a dry run.
    """

    api: ApiLayout
    incoming: Incoming
    plan: UpdatePlan
    changes: Changes
    retired: Mapping[int, str]
    is_written: bool


def update_api(
    api: ApiLayout,
    to: str | None = None,
    choices: Choices | None = None,
    *,
    base: Path | None = None,
    decide: Decide | None = None,
    dry_run: bool = False,
    progress: Progress = SILENT,
) -> UpdateReport:
    """Take the new document in and bring every step along.

    `to` is an address or a file; without it, the source has the new document. `choices` decides
    about open actions by the number of the step, and of the action. `base` is the document that the
    steps were recorded on, when that is not the pinned one. `decide` is called when anything is
    open. Raises RepositoryError or OutsideError, and then nothing is written.
    """
    _refuse_interrupted(api, dry_run=dry_run)
    finish_update(api)
    found = incoming(api, to, base, progress)
    planner = _planner(api, found, progress)
    with phase(progress, api.name, "bringing steps along"):
        plan = planner(choices or {})
    if plan.open and decide:
        plan = decide(planner, choices or {})
    retired = retired_names(api, plan)
    changes = update_files(api, found, plan, retired)
    if changes and not dry_run:
        _write(api, changes)
    return UpdateReport(
        api=api,
        incoming=found,
        plan=plan,
        changes=changes,
        retired=retired,
        is_written=not dry_run,
    )


def finish_update(api: ApiLayout) -> tuple[str, ...]:
    """Do what is left of an update that was interrupted, and give the names of its files."""
    return finish(api.root, api.journal)


def _planner(api: ApiLayout, found: Incoming, progress: Progress) -> Planner:
    generator, reserialize = api.settings.generator, api.settings.reserialize
    with phase(progress, api.name, "judging steps", len(found.steps)) as advance:
        judge = partial(judge_series, advance=advance)
        intents = intents_of(found.old, found.new, found.steps, generator, judge)
    return partial(plan_update, found.new, found.steps, intents, generator, reserialize=reserialize)


def _write(api: ApiLayout, changes: Changes) -> None:
    try:
        change(api.root, api.journal, changes)
    except OutsideError as error:
        advice = "nothing was changed"
        if is_there(api.journal):
            advice = f"specmend update {api.name} finishes what is left"
        (problem,) = error.problems
        file = api.show(Path(problem.file))
        raise OutsideError(replace(problem, file=file, advice=advice)) from error


def _refuse_interrupted(api: ApiLayout, *, dry_run: bool) -> None:
    if dry_run and is_there(api.journal):
        raise RepositoryError(
            Problem(
                message=f"an update of {api.name} was interrupted",
                file=api.show(api.journal),
                advice=f"specmend update {api.name} finishes it; then try again",
            )
        )
