"""The command `check`: rebuild everything beside the repository and compare the bytes."""

from __future__ import annotations

from specmend.cli import console
from specmend.cli.options import HERE, Apis, AsJson, Generator, Jobs, ProjectFolder
from specmend.errors import RepositoryError
from specmend.project.check import CheckReport
from specmend.project.repository import Project


def check(
    apis: Apis = None,
    project: ProjectFolder = HERE,
    generator: Generator = None,
    jobs: Jobs = None,
    as_json: AsJson = False,
) -> None:
    """Rebuild everything and compare with what is committed.

    Also runs the steps on the documents in spec/API/releases. Writes nothing. Lists every
    difference with its place; the exit code is then 1.
    """
    progress = console.progress(quiet=as_json)
    reports = Project.find(project).check(apis or None, generator, jobs=jobs, progress=progress)
    if not as_json:
        _warn(reports)
    problems = [problem for report in reports for problem in report.problems]
    if problems:
        raise RepositoryError(*problems)
    if as_json:
        console.data(
            {
                "ok": True,
                "apis": [report.api.name for report in reports],
                "releases": {report.api.name: report.releases for report in reports},
                "retired": {report.api.name: report.retired for report in reports},
            }
        )
        return
    for report in reports:
        console.good(report.api.name, _sentence(report))


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
