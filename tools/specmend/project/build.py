"""Several APIs built together: all faults of all of them at once, and nothing written until all is well."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from specmend.errors import OutsideError, Problem, RepositoryError
from specmend.progress import SILENT, Progress
from specmend.project.cache import remember, written_before
from specmend.project.differences import changed_files, hand_edits
from specmend.project.pipeline import Built, Sanitized, build, refuse_invalid, sanitize
from specmend.settings.layout import Api
from specmend.storage.write import write_file, write_folder


@dataclass(frozen=True, kw_only=True, slots=True)
class BuildResult:
    """One API, sanitized and built; `warnings` are faults of upstream's and what the generators say."""

    sanitized: Sanitized
    built: Built
    warnings: tuple[str, ...]

    @property
    def api(self) -> Api:
        """The API itself."""
        return self.sanitized.api


def make(
    apis: list[Api], generator: str | None, *, overwrite: bool, progress: Progress = SILENT
) -> list[BuildResult]:
    """Sanitize, validate and generate each API; raises with every problem of every one.

    Without `overwrite`, files that a person edited are problems too.
    """
    made: list[BuildResult] = []
    faults: list[Problem] = []
    outside: list[Problem] = []
    for api in apis:
        try:
            one = _make(api, generator, progress)
            faults += [] if overwrite else hand_edits(api, one.built, written_before(api))
            made.append(one)
        except RepositoryError as error:
            faults += error.problems
        except OutsideError as error:
            outside += error.problems
    if faults:
        raise RepositoryError(*faults, *outside)
    if outside:
        raise OutsideError(*outside)
    return made


def write(made: BuildResult) -> dict[str, Any]:
    """Write what was made where it differs, remember it, and report."""
    api, built, applied = made.api, made.built, made.sanitized.applied
    changed = {changed.file for changed in changed_files(api, built)}
    if api.show(api.sanitized) in changed:
        write_file(api.sanitized, built.sanitized)
    if changed - {api.show(api.sanitized)}:
        write_folder(api.generated, built.files)
    remember(api, made.sanitized.generator, built=True)
    return {
        "api": api.name,
        "status": "built",
        "target": made.sanitized.generator,
        "steps": len(applied.outcomes),
        "places": sum(len(outcome.touches) for outcome in applied.outcomes),
        "files": len(built.files) + 1,
        "changed": len(changed),
    }


def _make(api: Api, generator: str | None, progress: Progress) -> BuildResult:
    sanitized = sanitize(api, generator)
    warnings = refuse_invalid(sanitized)
    with progress.step(api.name, "generating the client"):
        built = build(sanitized)
    return BuildResult(sanitized=sanitized, built=built, warnings=(*warnings, *built.warnings))
