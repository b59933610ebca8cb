"""The command `generate`: the client package of a sanitized document."""

from __future__ import annotations

from typing import Annotated

import typer

from specmend.cli import console as show
from specmend.cli import files as standalone
from specmend.cli.options import HERE, Apis, AsJson, Generator, ProjectFolder
from specmend.errors import Problem, RepositoryError
from specmend.settings.layout import Api, find_project
from specmend.storage.read import is_there


def generate(
    apis: Apis = None,
    project: ProjectFolder = HERE,
    generator: Generator = None,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Replace files that were edited by hand.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Generate the client packages again, changed or not.

    The sanitized document must exist. `build` does everything that is needed, and no more.
    """
    from specmend.project.build import make, write

    chosen = find_project(project).choose(apis)
    missing = [problem for api in chosen for problem in _not_applied(api)]
    if missing:
        raise RepositoryError(*missing)
    progress = show.progress(quiet=as_json)
    made = make(chosen, generator, overwrite=overwrite, progress=progress)
    if not as_json:
        standalone.tell_warnings(made)
    reports = [write(one) for one in made]
    if as_json:
        show.data({"ok": True, "apis": reports})
        return
    for report in reports:
        show.good(
            str(report["api"]), f"{report['files']} files generated, {report['changed']} changed"
        )


def _not_applied(api: Api) -> list[Problem]:
    if is_there(api.sanitized):
        return []
    return [
        Problem(
            message="there is no sanitized document yet",
            file=api.show(api.sanitized),
            advice="run specmend apply",
        )
    ]
