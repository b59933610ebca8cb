"""APIs built together: all faults at once, and nothing is written until all is well."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from specmend.errors import Problem
from specmend.progress import SILENT, Progress
from specmend.project.cache import inputs_digest, is_current
from specmend.settings.layout import ApiLayout
from specmend.storage.staging import Staged, put_in_place, staging_folder

if TYPE_CHECKING:
    from specmend.project.candidate import Candidate
    from specmend.project.skip_failing import LeftOut


@dataclass(frozen=True, kw_only=True, slots=True)
class BuildReport:
    """What a build wrote for one API; `is_current` says that there was nothing to do.

    `places` counts the places that the steps changed, `files` the files of the result, and
    `changed` those of them that were written because they differed. `faults` counts what is not
    valid, because upstream has it and no step corrects it. `left_out` are the operations that
    cannot be generated, by cause, and `step` is the file that records them; `mended`
    is one that did so, and went because all can be generated.
    """

    api: ApiLayout
    generator: str
    is_current: bool = False
    steps: int = 0
    places: int = 0
    files: int = 0
    changed: int = 0
    faults: int = 0
    warnings: tuple[str, ...] = ()
    notes: tuple[Problem, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    step: str = ""
    mended: str = ""


def build_apis(
    apis: Sequence[ApiLayout],
    generator: str | None = None,
    *,
    force: bool = False,
    overwrite: bool = False,
    skip_failing: bool = False,
    jobs: int | None = None,
    progress: Progress = SILENT,
) -> tuple[BuildReport, ...]:
    """Sanitize, validate and generate each API of which something changed; with `force`, each API.

    With `skip_failing`, or where the settings say so, operations that cannot be generated are left
    out and recorded. `jobs` APIs are in work at once; without it, as many as there are processors.

    Raises RepositoryError or OutsideError with every problem, and then nothing is written. Files
    that a person edited are problems too, unless `overwrite` is given.
    """
    skipping = frozenset(api.name for api in apis if skip_failing or api.settings.skip_failing)
    stale = [
        api
        for api in apis
        if force or not is_current(api, _generator(api, generator), skip=api.name in skipping)
    ]
    written: Mapping[str, BuildReport] = {}
    if stale:
        # A build with nothing to do loads none of what builds: it is done in a tenth of a second.
        from specmend.project.workers import each_api

        with staging_folder(stale[0].state.parent) as staging:
            work = _Build(
                generator=generator, overwrite=overwrite, skipping=skipping, staging=staging
            )
            made = each_api(work, stale, jobs=jobs, progress=progress, temporary=[staging])
            put_in_place(staged for one in made for staged in one.staged)
        written = {one.report.api.name: one.report for one in made}
    return tuple(written.get(api.name) or _current(api, generator) for api in apis)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Made:
    """What a build made of one API: the files that wait for their places, and the report."""

    report: BuildReport
    staged: tuple[Staged, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class _Build:
    """The build of one API, for whatever process does it."""

    generator: str | None
    overwrite: bool
    skipping: frozenset[str]
    staging: Path

    def __call__(self, api: ApiLayout, progress: Progress) -> _Made:
        from specmend.project.candidate import build_candidate, stage_candidate

        # What changes while it is built is built again.
        inputs = inputs_digest(api, _generator(api, self.generator))
        candidate = build_candidate(
            api,
            self.generator,
            overwrite=self.overwrite,
            skip_failing=api.name in self.skipping,
            progress=progress,
        )
        if candidate.skipped and candidate.skipped.changes:
            inputs = inputs_digest(api, _generator(api, self.generator), candidate.skipped.changes)
        staged, changed = stage_candidate(candidate, self.staging, inputs)
        return _Made(report=_report(candidate, changed), staged=staged)


def _report(candidate: Candidate, changed: int) -> BuildReport:
    outcomes = candidate.sanitized.applied.outcomes
    return BuildReport(
        api=candidate.api,
        generator=candidate.sanitized.series.generator,
        steps=len(outcomes),
        places=sum(len(outcome.touches) for outcome in outcomes),
        files=len(candidate.built.files) + 1,
        changed=changed,
        faults=candidate.faults,
        warnings=candidate.warnings,
        notes=candidate.notes,
        left_out=candidate.skipped.left_out if candidate.skipped else (),
        step=candidate.skipped.step if candidate.skipped else "",
        mended=candidate.skipped.mended if candidate.skipped else "",
    )


def _generator(api: ApiLayout, generator: str | None) -> str:
    return generator or api.settings.generator


def _current(api: ApiLayout, generator: str | None) -> BuildReport:
    return BuildReport(api=api, generator=_generator(api, generator), is_current=True)
