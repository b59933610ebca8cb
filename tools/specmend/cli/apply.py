"""The command `apply`: the steps made on the upstream document, or on another one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from specmend.cli import show
from specmend.cli.options import HERE, Apis, AsJson, ProjectFolder, Target
from specmend.errors import Problem, RepositoryError
from specmend.places import Api, find_project

if TYPE_CHECKING:
    from specmend.cli.line import Sanitized
    from specmend.steps.apply import Applied


def apply(
    apis: Apis = None,
    project: ProjectFolder = HERE,
    target: Target = None,
    document: Annotated[
        Path | None,
        typer.Option(
            "--document", metavar="FILE", help="Apply to this document; expectations are not held against it."
        ),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", metavar="FILE", help="Write the result here, not to sanitized.yaml.")
    ] = None,
    partial: Annotated[
        bool, typer.Option("--partial", help="With --document: write the result of the steps that apply.")
    ] = False,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace a file that was edited by hand.")] = False,
    as_json: AsJson = False,
) -> None:
    """Apply the steps and write the sanitized documents.

    A step that does not apply stops the run; nothing is written.
    """
    chosen = find_project(project).choose(apis)
    if (document or output) and len(chosen) != 1:
        raise RepositoryError(Problem(message="--document and --output take one API", advice="name the API"))
    reports = []
    if document:
        reports.append(_foreign(chosen[0], target, document, output, partial=partial))
    else:
        reports += _own(chosen, target, output, overwrite=overwrite)
    if as_json:
        show.data({"ok": True, "apis": reports})
        return
    for report in reports:
        show.good(
            str(report["api"]), f"{report['applied']} of {report['steps']} steps applied, wrote {report['wrote']}"
        )


def _own(apis: list[Api], target: str | None, output: Path | None, *, overwrite: bool) -> list[dict[str, object]]:
    from specmend.cli.line import sanitize
    from specmend.cli.state import remember
    from specmend.files import write_file

    faults: list[Problem] = []
    done: list[Sanitized] = []
    for api in apis:
        try:
            done.append(sanitize(api, target))
            faults += [] if overwrite or output else _hand_edit(done[-1])
        except RepositoryError as error:
            faults += error.problems
    if faults:
        raise RepositoryError(*faults)
    for one in done:
        write_file(output or one.api.sanitized, one.applied.document.encode())
        if output is None:
            remember(one.api, one.target, built=False)
    return [_report(one.api, one.applied, output or one.api.sanitized) for one in done]


def _hand_edit(sanitized: Sanitized) -> list[Problem]:
    from specmend.cli.differences import sanitized_edit
    from specmend.cli.state import written_before

    data = sanitized.applied.document.encode()
    return sanitized_edit(sanitized.api, data, written_before(sanitized.api))


def _foreign(api: Api, target: str | None, document: Path, output: Path | None, *, partial: bool) -> dict[str, object]:
    from specmend.document.document import read_document
    from specmend.files import write_file
    from specmend.steps.apply import apply_steps
    from specmend.steps.read import read_steps

    if output is None:
        raise RepositoryError(Problem(message="--document needs --output", advice="say where the result shall go"))
    if not document.is_file():
        raise RepositoryError(Problem(message="there is no such document", file=str(document)))
    chosen = target or api.settings.target
    steps = [step for step in read_steps(api.steps, api.show(api.steps)) if step.takes_part(chosen)]
    applied = apply_steps(read_document(document.read_bytes(), str(document)), steps, enforce=False)
    if applied.problems and not partial:
        raise RepositoryError(*applied.problems)
    for problem in applied.problems:
        show.warn(f"{problem.place}: {problem.message}")
    write_file(output, applied.document.encode())
    return _report(api, applied, output)


def _report(api: Api, applied: Applied, wrote: Path) -> dict[str, object]:
    return {
        "api": api.name,
        "steps": len(applied.outcomes),
        "applied": sum(outcome.verdict == "applies" for outcome in applied.outcomes),
        "outcomes": [
            {"step": o.step.number, "title": o.step.title, "verdict": str(o.verdict)} for o in applied.outcomes
        ],
        "wrote": api.show(wrote),
    }
