"""An API that is built but not written: every fault of every API is known before that."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from specmend.errors import Problem, ProblemList, RepositoryError
from specmend.progress import SILENT, Progress
from specmend.project.ahead import begin
from specmend.project.cache import digest_of_outputs, state_of, written_before
from specmend.project.differences import changed_files, hand_edits
from specmend.project.pipeline import (
    Built,
    Sanitized,
    build_or_propose,
    refuse_invalid,
    warnings_of,
)
from specmend.project.skip_failing import Skipped, build_without_failing
from specmend.settings.layout import ApiLayout
from specmend.storage.read import is_there, read_file
from specmend.storage.staging import Staged, stage_file, stage_folder
from specmend.storage.transaction import Changes
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


def build_candidate(
    api: ApiLayout,
    generator: str | None = None,
    *,
    overwrite: bool,
    skip_failing: bool = False,
    inputs: str = "",
    progress: Progress = SILENT,
) -> Candidate:
    """Sanitize, validate and generate an API, and write nothing.

    With `skip_failing`, the operations that cannot be generated are left out. `inputs` is the
    digest of what it is made of, where that is known.

    Raises RepositoryError or OutsideError with every problem of the API.
    """
    candidate = _build(api, generator, inputs, progress, skip=skip_failing)
    if not overwrite:
        edits = hand_edits(api, candidate.built, written_before(api))
        if edits:
            raise RepositoryError(*edits)
    return candidate


def stage_candidate(
    candidate: Candidate, staging: Path, inputs: str
) -> tuple[tuple[Staged, ...], int]:
    """Let the files that differ wait in a folder, with what is recorded of them; count them.

    `inputs` is the digest of what they were made of.
    """
    api, built, skipped = candidate.api, candidate.built, candidate.skipped
    changed = {change.file for change in changed_files(api, built)}
    document = api.show(api.sanitized)
    files = _changed_steps(api, skipped.changes if skipped else {})
    if document in changed:
        files[api.sanitized] = built.sanitized
    staged = [stage_file(staging, path, data) for path, data in files.items()]
    if changed - {document}:
        staged.append(stage_folder(staging, api.generated, built.files))
    outputs = digest_of_outputs(built.sanitized, built.files)
    state = state_of(built.sanitized, inputs, outputs, skip=skipped is not None)
    staged.append(stage_file(staging, api.state, state))
    return tuple(staged), len(changed)


def _changed_steps(api: ApiLayout, changes: Changes) -> dict[Path, bytes | None]:
    """The step files that are not yet what they are to be, the new ones first."""
    paths = {api.root / name: data for name, data in changes.items()}
    now = {path: read_file(path, api.show(path)) if is_there(path) else None for path in paths}
    return {path: data for path, data in paths.items() if data != now[path]}


def _build(
    api: ApiLayout, generator: str | None, inputs: str, progress: Progress, *, skip: bool
) -> Candidate:
    begun = begin(api, generator, progress, skip=skip, inputs=inputs)
    sanitized = begun.sanitized
    faults = ProblemList()
    made: list[tuple[Sanitized, Built, Skipped | None]] = []
    findings: list[Finding] = []
    with faults.collect():
        done = begun.findings
        findings += refuse_invalid(sanitized, progress) if done is None else done
    with faults.collect():
        if skip:
            made.append(build_without_failing(sanitized, begun.series, progress))
        else:
            made.append((sanitized, build_or_propose(sanitized, progress), None))
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
