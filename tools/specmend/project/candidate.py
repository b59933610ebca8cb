"""An API that is built but not written: every fault of every API is known before that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from specmend.errors import Problem, ProblemList
from specmend.progress import SILENT, Progress
from specmend.project.cache import remember, written_before
from specmend.project.differences import changed_files, hand_edits
from specmend.project.pipeline import Built, Sanitized, build, refuse_invalid, sanitize
from specmend.settings.layout import ApiLayout
from specmend.storage.write import write_file, write_folder


@dataclass(frozen=True, kw_only=True, slots=True)
class Candidate:
    """One API, sanitized and built, before anything is written.

    `warnings` are the faults that upstream has itself, which `faults` counts, and what the
    generators say.
    """

    sanitized: Sanitized
    built: Built
    warnings: tuple[str, ...]
    faults: int = 0

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


def write_candidate(candidate: Candidate) -> int:
    """Write the files that differ, remember what was written, and count them."""
    api, built = candidate.api, candidate.built
    changed = {change.file for change in changed_files(api, built)}
    document = api.show(api.sanitized)
    if document in changed:
        write_file(api.sanitized, built.sanitized)
    if changed - {document}:
        write_folder(api.generated, built.files)
    remember(api, candidate.sanitized.series.generator, built=True)
    return len(changed)


def _build(api: ApiLayout, generator: str | None, progress: Progress) -> Candidate:
    sanitized = sanitize(api, generator)
    warnings = refuse_invalid(sanitized)
    with progress.step(api.name, "generating the client"):
        built = build(sanitized)
    return Candidate(
        sanitized=sanitized,
        built=built,
        warnings=(*warnings, *built.warnings),
        faults=len(warnings),
    )
