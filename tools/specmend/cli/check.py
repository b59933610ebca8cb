"""The command `check`: rebuild everything beside the repository and compare the bytes."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from specmend.cli import console
from specmend.cli.options import HERE, Apis, AsJson, Jobs, OneOutput, ProjectFolder
from specmend.errors import OutsideError, RepositoryError
from specmend.project.check import CheckReport
from specmend.project.output_check import OutputCheck
from specmend.project.repository import Project

NoCommands = Annotated[
    bool,
    typer.Option(
        "--no-commands",
        help="Do not run other generators; compare their files with their manifests.",
    ),
]


def check(
    apis: Apis = None,
    project: ProjectFolder = HERE,
    generator: OneOutput = None,
    no_commands: NoCommands = False,
    jobs: Jobs = None,
    as_json: AsJson = False,
) -> None:
    """Rebuild everything and compare with what is committed.

    Also runs the steps on the documents in spec/API/releases. Writes nothing. Lists every
    difference with its place; the exit code is then 1.
    """
    progress = console.progress(quiet=as_json)
    reports = Project.find(project).check(
        apis or None, generator, commands=not no_commands, jobs=jobs, progress=progress
    )
    if not as_json:
        _warn(reports)
    problems = [problem for report in reports for problem in report.problems]
    outside = [problem for report in reports for problem in report.outside]
    if problems:
        raise RepositoryError(*problems, *outside)
    if outside:
        raise OutsideError(*outside)
    if as_json:
        console.data(_data(reports))
        return
    for report in reports:
        if report.with_client:
            console.good(report.api.name, _sentence(report))
        for output in report.outputs:
            console.good(f"{report.api.name} {output.generator}", _sentence_of(output))


def _data(reports: tuple[CheckReport, ...]) -> dict[str, Any]:
    return {
        "ok": True,
        "apis": [report.api.name for report in reports],
        "releases": {report.api.name: report.releases for report in reports},
        "retired": {report.api.name: report.retired for report in reports},
        "outputs": {
            report.api.name: [
                {"generator": output.generator, "files": output.files, "ran": output.ran}
                for output in report.outputs
            ]
            for report in reports
        },
    }


def _warn(reports: tuple[CheckReport, ...]) -> None:
    for report in reports:
        console.warn_of(report.notes)
        for warning in report.warnings:
            console.warn(f"{report.api.name}: {warning}")


def _sentence(report: CheckReport) -> str:
    sentence = f"{report.files} files are exactly what specmend makes"
    if report.releases:
        sentence += f"; the steps fit {console.counted(report.releases, 'further document')}"
    if report.retired:
        sentence += f"; {console.counted(report.retired, 'step')} retired"
    return sentence


def _sentence_of(output: OutputCheck) -> str:
    if output.ran:
        return f"{output.files} files are exactly what {output.generator} makes"
    return f"{output.files} files are those of the manifest; {output.generator} was not run"
