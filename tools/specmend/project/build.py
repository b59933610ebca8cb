"""APIs built together: all faults at once, and nothing is written until all is well."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from specmend.errors import Problem, ProblemList
from specmend.progress import SILENT, Progress
from specmend.project.cache import is_current, remember, written_before
from specmend.project.differences import changed_files, hand_edits
from specmend.project.pipeline import Built, Sanitized, build, refuse_invalid, sanitize
from specmend.settings.layout import ApiLayout
from specmend.storage.write import write_file, write_folder


@dataclass(frozen=True, kw_only=True, slots=True)
class Candidate:
    """One API, sanitized and built, before anything is written.

    `warnings` are the faults that upstream has itself, and what the generators say.
    """

    sanitized: Sanitized
    built: Built
    warnings: tuple[str, ...]

    @property
    def api(self) -> ApiLayout:
        """The API itself."""
        return self.sanitized.api

    @property
    def notes(self) -> tuple[Problem, ...]:
        """What a person should know about steps that did nothing and were allowed to."""
        outcomes = self.sanitized.applied.outcomes
        return tuple(note for outcome in outcomes for note in outcome.notes)


@dataclass(frozen=True, kw_only=True, slots=True)
class BuildReport:
    """What a build wrote for one API; `is_current` says that there was nothing to do.

    `places` counts the places that the steps changed, `files` the files of the result, and
    `changed` those of them that were written because they differed.
    """

    api: ApiLayout
    generator: str
    is_current: bool = False
    steps: int = 0
    places: int = 0
    files: int = 0
    changed: int = 0
    warnings: tuple[str, ...] = ()
    notes: tuple[Problem, ...] = ()


def build_apis(
    apis: Sequence[ApiLayout],
    generator: str | None = None,
    *,
    force: bool = False,
    overwrite: bool = False,
    progress: Progress = SILENT,
) -> tuple[BuildReport, ...]:
    """Sanitize, validate and generate each API of which something changed; with `force`, each API.

    Raises RepositoryError or OutsideError with every problem, and then nothing is written. Files
    that a person edited are problems too, unless `overwrite` is given.
    """
    stale = [api for api in apis if force or not is_current(api, _generator(api, generator))]
    candidates = build_candidates(stale, generator, overwrite=overwrite, progress=progress)
    written = {candidate.api.name: write_candidate(candidate) for candidate in candidates}
    return tuple(written.get(api.name) or _current(api, generator) for api in apis)


def build_candidates(
    apis: Sequence[ApiLayout],
    generator: str | None = None,
    *,
    overwrite: bool,
    progress: Progress = SILENT,
) -> list[Candidate]:
    """Sanitize, validate and generate each API, and write nothing.

    Raises RepositoryError or OutsideError with every problem of every API.
    """
    candidates: list[Candidate] = []
    faults = ProblemList()
    for api in apis:
        with faults.collect():
            candidate = _build(api, generator, progress)
            if not overwrite:
                faults.add(*hand_edits(api, candidate.built, written_before(api)))
            candidates.append(candidate)
    faults.raise_all()
    return candidates


def write_candidate(candidate: Candidate) -> BuildReport:
    """Write the files that differ, and remember what was written."""
    api, built, sanitized = candidate.api, candidate.built, candidate.sanitized
    changed = {change.file for change in changed_files(api, built)}
    document = api.show(api.sanitized)
    if document in changed:
        write_file(api.sanitized, built.sanitized)
    if changed - {document}:
        write_folder(api.generated, built.files)
    remember(api, sanitized.series.generator, built=True)
    outcomes = sanitized.applied.outcomes
    return BuildReport(
        api=api,
        generator=sanitized.series.generator,
        steps=len(outcomes),
        places=sum(len(outcome.touches) for outcome in outcomes),
        files=len(built.files) + 1,
        changed=len(changed),
        warnings=candidate.warnings,
        notes=candidate.notes,
    )


def _build(api: ApiLayout, generator: str | None, progress: Progress) -> Candidate:
    sanitized = sanitize(api, generator)
    warnings = refuse_invalid(sanitized)
    with progress.step(api.name, "generating the client"):
        built = build(sanitized)
    return Candidate(sanitized=sanitized, built=built, warnings=(*warnings, *built.warnings))


def _generator(api: ApiLayout, generator: str | None) -> str:
    return generator or api.settings.generator


def _current(api: ApiLayout, generator: str | None) -> BuildReport:
    return BuildReport(api=api, generator=_generator(api, generator), is_current=True)
