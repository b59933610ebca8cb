"""An API that is built but not written: every fault of every API is known before that."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from specmend.errors import Problem, ProblemList
from specmend.progress import SILENT, Progress, phase
from specmend.project.cache import remember, written_before
from specmend.project.differences import changed_files, hand_edits
from specmend.project.pipeline import (
    Built,
    Sanitized,
    build_or_propose,
    refuse_invalid,
    sanitize_with,
    warnings_of,
)
from specmend.project.skip_failing import Skipped, build_without_failing, without_record
from specmend.settings.layout import ApiLayout
from specmend.steps.series import read_series
from specmend.storage.read import is_there, read_file
from specmend.storage.transaction import Changes, write_files
from specmend.storage.write import write_folder
from specmend.validate.finding import Finding


@dataclass(frozen=True, kw_only=True, slots=True)
class Candidate:
    """One API, sanitized and built, before anything is written.

    `warnings` are the faults that upstream has itself, which `faults` counts, and what the
    generators say. `skipped` is what was left out because it cannot be generated, where the build
    looked for that.
    """

    sanitized: Sanitized
    built: Built
    warnings: tuple[str, ...]
    faults: int = 0
    skipped: Skipped | None = None

    @property
    def api(self) -> ApiLayout:
        """The API itself."""
        return self.sanitized.api

    @property
    def notes(self) -> tuple[Problem, ...]:
        """What a person should know about steps that did nothing and were allowed to."""
        outcomes = self.sanitized.applied.outcomes
        return tuple(note for outcome in outcomes for note in outcome.notes)


def build_candidates(
    apis: Sequence[ApiLayout],
    generator: str | None = None,
    *,
    overwrite: bool,
    skip_failing: Collection[ApiLayout] = (),
    progress: Progress = SILENT,
) -> list[Candidate]:
    """Sanitize, validate and generate each API, and write nothing.

    Of the APIs of `skip_failing`, the operations that cannot be generated are left out.

    Raises RepositoryError or OutsideError with every problem of every API.
    """
    candidates: list[Candidate] = []
    faults = ProblemList()
    for api in apis:
        with faults.collect():
            candidate = _build(api, generator, progress, skip=api in skip_failing)
            if not overwrite:
                faults.add(*hand_edits(api, candidate.built, written_before(api)))
            candidates.append(candidate)
    faults.raise_all()
    return candidates


def write_candidate(candidate: Candidate) -> int:
    """Write the files that differ, remember what was written, and count them.

    All of them are written or, when one cannot be, none.
    """
    api, built, skipped = candidate.api, candidate.built, candidate.skipped
    changed = {change.file for change in changed_files(api, built)}
    document = api.show(api.sanitized)
    steps = _changed_steps(api, skipped.changes if skipped else {})
    files = {path: data for path, data in steps.items() if data is not None}
    files |= {api.sanitized: built.sanitized} if document in changed else {}
    removed = [path for path, data in steps.items() if data is None]

    def write_package() -> None:
        if changed - {document}:
            write_folder(api.generated, built.files)

    write_files(files, removed, write_package)
    remember(api, candidate.sanitized.series.generator, built=True, skip=skipped is not None)
    return len(changed)


def _changed_steps(api: ApiLayout, changes: Changes) -> dict[Path, bytes | None]:
    """The step files that are not yet what they are to be, the new ones first."""
    paths = {api.root / name: data for name, data in changes.items()}
    now = {path: read_file(path, api.show(path)) if is_there(path) else None for path in paths}
    return {path: data for path, data in paths.items() if data != now[path]}


def _build(api: ApiLayout, generator: str | None, progress: Progress, *, skip: bool) -> Candidate:
    series = read_series(api, generator)
    sanitized = sanitize_with(api, without_record(series) if skip else series)
    faults = ProblemList()
    made: list[tuple[Sanitized, Built, Skipped | None]] = []
    findings: list[Finding] = []
    with faults.collect():
        findings += refuse_invalid(sanitized)
    with faults.collect(), phase(progress, api.name, "generating the client"):
        if skip:
            made.append(build_without_failing(sanitized, series))
        else:
            made.append((sanitized, build_or_propose(sanitized), None))
    faults.raise_all()
    sanitized, built, skipped = made[0]
    if skipped and skipped.left_out:
        # What was left out is no fault of the document any more.
        findings = list(refuse_invalid(sanitized))
    return Candidate(
        sanitized=sanitized,
        built=built,
        warnings=(*warnings_of(findings), *built.warnings),
        faults=sum(finding.level == "error" for finding in findings),
        skipped=skipped,
    )
