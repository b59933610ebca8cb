"""APIs built together: all faults at once, and nothing is written until all is well."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from specmend.errors import Problem, ProblemList
from specmend.progress import SILENT, Progress
from specmend.project.cache import inputs_digest, is_current
from specmend.project.chosen import Chosen, apis_with, chosen_of
from specmend.project.output_report import OutputReport
from specmend.settings.layout import ApiLayout
from specmend.storage.lock import locked
from specmend.storage.staging import Staged, put_in_place, staging_folder

if TYPE_CHECKING:
    from specmend.project.candidate import Candidate
    from specmend.project.skip_failing import LeftOut


@dataclass(frozen=True, kw_only=True, slots=True)
class BuildReport:
    """What a build wrote for one API; `is_current` says that document and client were not built.

    `places` counts the places that the steps changed, `files` the files of the result, and
    `changed` those of them that were written because they differed. `faults` counts what is not
    valid, because upstream has it and no step corrects it. `left_out` are the operations that
    cannot be generated, by cause, and `step` is the file that records them; `mended`
    is one that did so, and went because all can be generated. `outputs` are those of other
    generators; `with_client` says that the build was not for one of these alone.
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
    outputs: tuple[OutputReport, ...] = ()
    with_client: bool = True


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
    out and recorded. With a generator that has a table in the settings, its output alone is built.
    `jobs` APIs are in work at once; without it, as many as there are processors.

    Raises RepositoryError or OutsideError with every problem, and then nothing is written. Files
    that a person edited are problems too, unless `overwrite` is given.
    """
    apis = apis_with(apis, generator)
    skipping = frozenset(api.name for api in apis if skip_failing or api.settings.skip_failing)
    wanted = {api.name: chosen_of(api, generator) for api in apis}
    if any(chosen.others for chosen in wanted.values()):
        from specmend.generate.commands.tool import forget_versions

        forget_versions()
    stale = {
        api.name: wanted[api.name] if force else _stale(api, wanted[api.name], skipping)
        for api in apis
    }
    written: Mapping[str, BuildReport] = {}
    if any(not chosen.is_empty for chosen in stale.values()):
        # A build with nothing to do loads none of what builds: it is done in a tenth of a second.
        from specmend.project.workers import each_api

        busy = [api for api in apis if not stale[api.name].is_empty]
        with staging_folder(busy[0].state.parent) as staging:
            work = _Build(
                chosen=stale, force=force, overwrite=overwrite, skipping=skipping, staging=staging
            )
            made = each_api(
                work, busy, jobs=jobs, progress=progress, temporary=[staging], ahead=work.begin
            )
            with locked(busy[0].state.with_name("lock")):
                put_in_place(staged for one in made for staged in one.staged)
        written = {one.report.api.name: one.report for one in made}
    return tuple(_whole(written.get(api.name), api, wanted[api.name]) for api in apis)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Made:
    """What a build made of one API: the files that wait for their places, and the report."""

    report: BuildReport
    staged: tuple[Staged, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class _Build:
    """The build of one API, for whatever process does it."""

    chosen: Mapping[str, Chosen]
    force: bool
    overwrite: bool
    skipping: frozenset[str]
    staging: Path

    def __call__(self, api: ApiLayout, progress: Progress) -> _Made:
        chosen, faults = self.chosen[api.name], ProblemList()
        made = _Made(report=_current(api, chosen))
        candidates: list[Candidate] = []
        with faults.collect():
            if chosen.client:
                candidate, made = self._client(api, chosen, progress)
                candidates.append(candidate)
        with faults.collect():
            if chosen.others:
                made = self._others(api, chosen, candidates, made, progress)
        faults.raise_all()
        return made

    def begin(self, api: ApiLayout) -> None:
        """Do ahead what needs no generator."""
        from specmend.project.ahead import begin_ahead

        if self.chosen[api.name].client:
            skip = api.name in self.skipping
            begin_ahead(api, self.chosen[api.name].steps_for, skip=skip)

    def _client(
        self, api: ApiLayout, chosen: Chosen, progress: Progress
    ) -> tuple[Candidate, _Made]:
        from specmend.project.candidate import build_candidate, stage_candidate

        # What changes while it is built is built again.
        inputs = inputs_digest(api, chosen.steps_for)
        candidate = build_candidate(
            api,
            chosen.steps_for,
            overwrite=self.overwrite,
            skip_failing=api.name in self.skipping,
            inputs=inputs,
            progress=progress,
        )
        if candidate.skipped and candidate.skipped.changes:
            inputs = inputs_digest(api, chosen.steps_for, candidate.skipped.changes)
        staged, changed = stage_candidate(candidate, self.staging, inputs)
        return candidate, _Made(report=_report(candidate, changed), staged=staged)

    def _others(
        self,
        api: ApiLayout,
        chosen: Chosen,
        candidates: Sequence[Candidate],
        made: _Made,
        progress: Progress,
    ) -> _Made:
        """What was made with the outputs of other generators."""
        from specmend.project.output_build import build_outputs
        from specmend.project.pipeline import sanitize

        document = candidates[0].sanitized if candidates else sanitize(api, chosen.steps_for)
        others = build_outputs(
            document,
            chosen.others,
            self.staging,
            progress,
            force=self.force,
            overwrite=self.overwrite,
        )
        warnings = (*made.report.warnings, *others.warnings)
        report = replace(made.report, outputs=others.reports, warnings=warnings)
        return _Made(report=report, staged=(*made.staged, *others.staged))


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


def _stale(api: ApiLayout, chosen: Chosen, skipping: Collection[str]) -> Chosen:
    """What of a choice must be built, because something changed."""
    client = chosen.client and not is_current(api, chosen.steps_for, skip=api.name in skipping)
    others = tuple(name for name in chosen.others if not _is_output_current(api, name))
    return replace(chosen, client=client, others=others)


def _is_output_current(api: ApiLayout, generator: str) -> bool:
    from specmend.project.output_state import is_output_current

    return is_output_current(api, generator)


def _current(api: ApiLayout, chosen: Chosen) -> BuildReport:
    return BuildReport(api=api, generator=chosen.steps_for, is_current=True)


def _whole(made: BuildReport | None, api: ApiLayout, wanted: Chosen) -> BuildReport:
    """The report of an API with all outputs that were wanted, those that need no build too."""
    report = made or _current(api, wanted)
    built = {output.generator: output for output in report.outputs}
    outputs = tuple(built.get(name) or _current_output(api, name) for name in wanted.others)
    return replace(report, outputs=outputs, with_client=wanted.client)


def _current_output(api: ApiLayout, generator: str) -> OutputReport:
    folder = api.show(api.output(generator).folder)
    return OutputReport(generator=generator, folder=folder, is_current=True)
