"""The command `build`: apply, validate, normalize and generate whatever changed."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from specmend.cli import console
from specmend.cli.options import HERE, Apis, AsJson, Generator, ProjectFolder
from specmend.project.build import BuildReport
from specmend.project.repository import Project

Force = Annotated[
    bool, typer.Option("--force", help="Build everything again, whether it changed or not.")
]
Overwrite = Annotated[
    bool, typer.Option("--overwrite", help="Replace files that were edited by hand.")
]


def build(
    apis: Apis = None,
    project: ProjectFolder = HERE,
    generator: Generator = None,
    force: Force = False,
    overwrite: Overwrite = False,
    as_json: AsJson = False,
) -> None:
    """Apply the steps, validate the result, generate the clients.

    Builds only what changed. If anything fails, nothing is written, for any API.
    """
    reports = Project.find(project).build(
        apis or None,
        generator,
        force=force,
        overwrite=overwrite,
        progress=console.progress(quiet=as_json),
    )
    if as_json:
        console.data({"ok": True, "apis": [_data(report) for report in reports]})
        return
    for report in reports:
        console.warn_of(report.notes)
        for warning in report.warnings:
            console.warn(f"{report.api.name}: {warning}")
    width = max(len(report.api.name) for report in reports)
    for report in reports:
        console.good(report.api.name.ljust(width), _sentence(report))


def _data(report: BuildReport) -> dict[str, Any]:
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
    }


def _sentence(report: BuildReport) -> str:
    if report.is_current:
        return "up to date, nothing to do"
    steps = console.counted(report.steps, "step")
    places = console.counted(report.places, "place")
    files = f"all {report.files} files unchanged"
    if report.changed:
        files = f"{report.changed} of {report.files} files changed"
    validity = (
        f"upstream has {console.counted(report.faults, 'fault')}" if report.faults else "valid"
    )
    return f"{steps} applied, {places} changed, {validity}, client generated: {files}"
