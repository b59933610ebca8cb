"""The command `build`: apply, validate, normalize and generate whatever changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from specmend.cli import console
from specmend.cli.options import HERE, Apis, AsJson, Jobs, OneOutput, ProjectFolder
from specmend.project.build import BuildReport
from specmend.project.output_report import OutputReport
from specmend.project.repository import Project

if TYPE_CHECKING:
    from specmend.project.skip_failing import LeftOut

Force = Annotated[
    bool, typer.Option("--force", help="Build everything again, whether it changed or not.")
]
Overwrite = Annotated[
    bool, typer.Option("--overwrite", help="Replace files that were edited by hand.")
]
SkipFailing = Annotated[
    bool,
    typer.Option(
        "--skip-failing",
        help="Leave out operations that cannot be generated, and record them as a step.",
    ),
]


def build(
    apis: Apis = None,
    project: ProjectFolder = HERE,
    generator: OneOutput = None,
    force: Force = False,
    overwrite: Overwrite = False,
    skip_failing: SkipFailing = False,
    jobs: Jobs = None,
    as_json: AsJson = False,
) -> None:
    """Apply the steps, validate the result, generate the clients.

    Runs other generators of the settings too. Builds only what changed. If anything fails,
    nothing is written, for any API. With --skip-failing, operations that cannot be generated do
    not fail: the last step leaves them out, with the reason.
    """
    reports = Project.find(project).build(
        apis or None,
        generator,
        force=force,
        overwrite=overwrite,
        skip_failing=skip_failing,
        jobs=jobs,
        progress=console.progress(quiet=as_json),
    )
    if as_json:
        console.data({"ok": True, "apis": [_data(report) for report in reports]})
        return
    for report in reports:
        console.warn_of(report.notes)
        for warning in report.warnings:
            console.warn(f"{report.api.name}: {warning}")
        _tell_left_out(report)
    _tell(reports)


def _tell(reports: Sequence[BuildReport]) -> None:
    """A line for each client, and below it one for each output of another generator."""
    lines: list[tuple[str, str]] = []
    for report in reports:
        if report.with_client:
            lines.append((report.api.name, _sentence(report)))
        lines += [(f"{report.api.name} {o.generator}", _of_output(o)) for o in report.outputs]
    width = max(len(name) for name, _ in lines)
    for name, sentence in lines:
        console.good(name.ljust(width), sentence)


def _data(report: BuildReport) -> dict[str, Any]:
    outputs = {"outputs": [_output(output) for output in report.outputs]}
    return _client(report) | (outputs if report.outputs else {})


def _output(output: OutputReport) -> dict[str, Any]:
    data = {"generator": output.generator, "folder": output.folder, "status": "up to date"}
    if output.is_current:
        return data
    made = {"tool": output.tool, "files": output.files, "changed": output.changed}
    return {**data, "status": "built", **made}


def _of_output(output: OutputReport) -> str:
    if output.is_current:
        return "up to date, nothing to do"
    return f"run ({output.tool}): {_files(output.changed, output.files)}"


def _files(changed: int, files: int) -> str:
    if changed > files:
        return f"{changed} files written or removed"
    return f"{changed} of {files} files changed" if changed else f"all {files} files unchanged"


def _client(report: BuildReport) -> dict[str, Any]:
    if not report.with_client:
        return {"api": report.api.name}
    if report.is_current:
        return {"api": report.api.name, "status": "up to date"}
    return {
        "api": report.api.name,
        "status": "built",
        "generator": report.generator,
        "steps": report.steps,
        "places": report.places,
        "files": report.files,
        "changed": report.changed,
        "left_out": [_left_out(cause) for cause in report.left_out],
        "step": report.step,
        "mended": report.mended,
    }


def _left_out(cause: LeftOut) -> dict[str, Any]:
    return {
        "operations": list(cause.operations),
        "problems": [console.problem_data(problem) for problem in cause.problems],
    }


def _tell_left_out(report: BuildReport) -> None:
    """The operations that were left out, cause by cause, and the file that records them."""
    for cause in report.left_out:
        console.left_out(cause.problems, cause.operations)
    if report.mended:
        console.warn(
            f"{report.api.name}: every operation can be generated; {report.mended} is gone"
        )
    if report.step:
        console.warn(f"{report.api.name}: {_count(report)} left out, as {report.step} records")


def _count(report: BuildReport) -> str:
    names = {name for cause in report.left_out for name in cause.operations}
    return console.counted(len(names), "operation")


def _sentence(report: BuildReport) -> str:
    if report.is_current:
        return "up to date, nothing to do"
    steps = console.counted(report.steps, "step")
    places = console.counted(report.places, "place")
    files = _files(report.changed, report.files)
    validity = (
        f"upstream has {console.counted(report.faults, 'fault')}" if report.faults else "valid"
    )
    left_out = f", {_count(report)} left out" if report.left_out else ""
    made = "client generated" if report.api.settings.package else "no package in the settings"
    return f"{steps} applied, {places} changed, {validity}, {made}{left_out}: {files}"
