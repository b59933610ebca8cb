"""What is committed compared with what specmend makes of its inputs; nothing is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from specmend.errors import Problem
from specmend.generate.commands.tool import forget_versions
from specmend.progress import SILENT, Progress, each_in_phase, phase
from specmend.project.ahead import begin_ahead
from specmend.project.candidate import Candidate, build_candidate
from specmend.project.chosen import apis_with, chosen_of
from specmend.project.differences import differences
from specmend.project.output_check import OutputCheck, check_output, leftovers, unused_steps
from specmend.project.pipeline import Sanitized, sanitize
from specmend.project.releases import release_documents, release_problems, retired_count
from specmend.project.workers import each_api
from specmend.settings.layout import ApiLayout
from specmend.source.original import original_problems


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckReport:
    """What a check found in one API.

    `files` counts the files that were compared, `releases` the documents of spec/API/releases, and
    `retired` the retired steps. The API is in order when there are no `problems`, and nothing
    `outside` failed. `outputs` are those of other generators; `with_client` says that the check was
    not for one of these alone.
    """

    api: ApiLayout
    files: int
    releases: int
    retired: int
    problems: tuple[Problem, ...]
    outputs: tuple[OutputCheck, ...] = ()
    with_client: bool = True
    warnings: tuple[str, ...] = ()
    notes: tuple[Problem, ...] = ()

    @property
    def outside(self) -> tuple[Problem, ...]:
        """The problems of tools that are not there, or that fail."""
        return tuple(problem for output in self.outputs for problem in output.outside)


def check_apis(
    apis: Sequence[ApiLayout],
    generator: str | None = None,
    *,
    commands: bool = True,
    jobs: int | None = None,
    progress: Progress = SILENT,
) -> tuple[CheckReport, ...]:
    """Build each API beside the repository and compare every byte; try the steps on its releases.

    Without `commands`, those of other generators are not run: their files are compared with their
    manifests. `jobs` APIs are in work at once; without it, as many as there are processors. Raises
    RepositoryError or OutsideError when one cannot be built.
    """
    forget_versions()
    work = _Check(generator=generator, commands=commands)
    return tuple(
        each_api(
            work,
            apis_with(apis, generator),
            jobs=jobs,
            name="checking",
            progress=progress,
            ahead=work.begin,
        )
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class _Check:
    """The check of one API, for whatever process does it."""

    generator: str | None
    commands: bool

    def __call__(self, api: ApiLayout, progress: Progress) -> CheckReport:
        chosen = chosen_of(api, self.generator)
        if chosen.client:
            candidate = build_candidate(api, chosen.steps_for, overwrite=True, progress=progress)
            sanitized, report = candidate.sanitized, _check(candidate, progress)
        else:
            sanitized = sanitize(api, chosen.steps_for, progress=progress)
            report = CheckReport(
                api=api, files=0, releases=0, retired=0, problems=(), with_client=False
            )
        outputs = [self._output(sanitized, name, progress) for name in chosen.others]
        found = [problem for output in outputs for problem in output.problems]
        found += leftovers(api) if self.generator is None else []
        return replace(
            report,
            outputs=tuple(outputs),
            problems=tuple(dict.fromkeys([*report.problems, *found])),
            warnings=(*report.warnings, *unused_steps(sanitized)),
        )

    def begin(self, api: ApiLayout) -> None:
        """Do ahead what needs no generator."""
        chosen = chosen_of(api, self.generator)
        if chosen.client:
            begin_ahead(api, chosen.steps_for)

    def _output(self, sanitized: Sanitized, generator: str, progress: Progress) -> OutputCheck:
        what = f"running {generator}" if self.commands else f"comparing what {generator} made"
        with phase(progress, sanitized.api.name, what):
            return check_output(sanitized, generator, run=self.commands)


def _check(candidate: Candidate, progress: Progress) -> CheckReport:
    api, series = candidate.api, candidate.sanitized.series
    releases = release_documents(api)
    sanitized = candidate.sanitized
    wrong = [*original_problems(api, sanitized.pin, sanitized.series.document)]
    with phase(progress, api.name, "comparing files"):
        wrong += differences(api, candidate.built)
    for document in each_in_phase(progress, api.name, "trying the steps on releases", releases):
        wrong += release_problems(series, document)
    return CheckReport(
        api=api,
        files=len(candidate.built.files) + 1,
        releases=len(releases),
        retired=retired_count(api),
        problems=tuple(wrong),
        warnings=candidate.warnings,
        notes=candidate.notes,
    )
