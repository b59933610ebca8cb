"""The command `build`: apply, validate, normalize, generate, for what changed."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from specmend.cli import console as show
from specmend.cli import files as standalone
from specmend.cli.options import HERE, Apis, AsJson, Generator, ProjectFolder
from specmend.settings.layout import Api, find_project


def build(
    apis: Apis = None,
    project: ProjectFolder = HERE,
    generator: Generator = None,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Replace files that were edited by hand.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Apply the steps, validate the result, generate the clients.

    Builds only what changed. If anything fails, nothing is written, for any API.
    """
    from specmend.project.cache import is_current

    chosen = find_project(project).choose(apis)
    stale = [api for api in chosen if not is_current(api, generator or api.settings.generator)]
    reports = {api.name: {"api": api.name, "status": "up to date"} for api in chosen}
    for report in _build(stale, generator, overwrite=overwrite, quiet=as_json):
        reports[report["api"]] = report
    if as_json:
        show.data({"ok": True, "apis": list(reports.values())})
        return
    width = max(len(name) for name in reports)
    for name, report in reports.items():
        show.good(name.ljust(width), _sentence(report))


def _build(
    apis: list[Api], generator: str | None, *, overwrite: bool, quiet: bool
) -> list[dict[str, Any]]:
    if not apis:
        return []
    from specmend.project.build import make, write

    made = make(apis, generator, overwrite=overwrite, progress=show.progress(quiet=quiet))
    if not quiet:
        standalone.tell_warnings(made)
    return [write(one) for one in made]


def _sentence(report: dict[str, Any]) -> str:
    if report["status"] == "up to date":
        return "up to date, nothing to do"
    steps, files = report["steps"], report["files"]
    written = (
        f"{report['changed']} of {files} files changed"
        if report["changed"]
        else f"all {files} files unchanged"
    )
    changed = (
        f"{show.counted(steps, 'step')} applied, {show.counted(report['places'], 'place')} changed"
    )
    return f"{changed}, valid, client generated: {written}"
