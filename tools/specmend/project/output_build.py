"""The outputs of other generators of an API, built and waiting for their places."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from specmend.errors import ProblemList
from specmend.progress import Progress, phase
from specmend.project.output_check import leftovers, unused_steps
from specmend.project.output_report import OutputReport
from specmend.project.output_state import output_inputs_digest, output_state
from specmend.project.outputs import Output, build_output
from specmend.project.pipeline import Sanitized
from specmend.settings.layout import ApiLayout
from specmend.storage.staging import Staged, stage_file, stage_folder


@dataclass(frozen=True, kw_only=True, slots=True)
class StagedOutputs:
    """Outputs that wait for their places, what is told of each, and the warnings of all."""

    reports: tuple[OutputReport, ...]
    staged: tuple[Staged, ...]
    warnings: tuple[str, ...]


def build_outputs(
    sanitized: Sanitized,
    generators: Iterable[str],
    staging: Path,
    progress: Progress,
    *,
    force: bool,
    overwrite: bool,
) -> StagedOutputs:
    """Run the commands of generators where something changed, and let their files wait.

    Raises RepositoryError or OutsideError with every problem of every generator.
    """
    api, faults = sanitized.api, ProblemList()
    made: list[Output] = []
    staged: list[Staged] = []
    for generator in generators:
        with faults.collect(), phase(progress, api.name, f"running {generator}"):
            # What changes while the command runs is built again.
            inputs = output_inputs_digest(api, generator)
            made.append(build_output(sanitized, generator, force=force, overwrite=overwrite))
            staged += _staged(made[-1], inputs, staging)
    faults.raise_all()
    return StagedOutputs(
        reports=tuple(_report(api, output) for output in made),
        staged=tuple(staged),
        warnings=tuple(
            [warning for output in made for warning in output.warnings]
            + [f"{problem.file}: {problem.message}" for problem in leftovers(api)]
            + unused_steps(sanitized)
        ),
    )


def _staged(output: Output, inputs: str, staging: Path) -> list[Staged]:
    place, state = output.place, output_state(inputs, output.files)
    waiting = [stage_file(staging, place.state, state)]
    if output.changed:
        folder = stage_folder(staging, place.folder, output.files, output.executable)
        waiting.insert(0, folder)
    return waiting


def _report(api: ApiLayout, output: Output) -> OutputReport:
    return OutputReport(
        generator=output.place.generator,
        folder=api.show(output.place.folder),
        is_current=output.is_current,
        tool=output.tool,
        files=len(output.files),
        changed=output.changed,
    )
