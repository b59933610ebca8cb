"""What is committed compared with what specmend makes of its inputs; nothing is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from specmend.errors import Problem
from specmend.progress import SILENT, Progress
from specmend.project.candidate import Candidate, build_candidate
from specmend.project.differences import differences
from specmend.project.releases import release_documents, release_problems, retired_count
from specmend.project.workers import each_api
from specmend.settings.layout import ApiLayout
from specmend.source.original import original_problems


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckReport:
    """What a check found in one API.

    `files` counts the files that were compared, `releases` the documents of spec/API/releases, and
    `retired` the retired steps. The API is in order when there are no `problems`.
    """

    api: ApiLayout
    files: int
    releases: int
    retired: int
    problems: tuple[Problem, ...]
    warnings: tuple[str, ...] = ()
    notes: tuple[Problem, ...] = ()


def check_apis(
    apis: Sequence[ApiLayout],
    generator: str | None = None,
    *,
    jobs: int | None = None,
    progress: Progress = SILENT,
) -> tuple[CheckReport, ...]:
    """Build each API beside the repository and compare every byte; try the steps on its releases.

    `jobs` APIs are in work at once; without it, as many as there are processors. Raises
    RepositoryError or OutsideError when one cannot be built.
    """
    return tuple(each_api(_Check(generator=generator), apis, jobs=jobs, progress=progress))


@dataclass(frozen=True, kw_only=True, slots=True)
class _Check:
    """The check of one API, for whatever process does it."""

    generator: str | None

    def __call__(self, api: ApiLayout, progress: Progress) -> CheckReport:
        return _check(build_candidate(api, self.generator, overwrite=True, progress=progress))


def _check(candidate: Candidate) -> CheckReport:
    api, series = candidate.api, candidate.sanitized.series
    releases = release_documents(api)
    sanitized = candidate.sanitized
    wrong = [*original_problems(api, sanitized.pin, sanitized.series.document)]
    wrong += differences(api, candidate.built)
    wrong += [problem for document in releases for problem in release_problems(series, document)]
    return CheckReport(
        api=api,
        files=len(candidate.built.files) + 1,
        releases=len(releases),
        retired=retired_count(api),
        problems=tuple(wrong),
        warnings=candidate.warnings,
        notes=candidate.notes,
    )
