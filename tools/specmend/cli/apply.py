"""The command `apply`: the steps made on the upstream document, or on another one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from specmend.cli import console as show
from specmend.cli import files as standalone
from specmend.cli.options import HERE, Apis, AsJson, Generator, ProjectFolder
from specmend.errors import Problem, RepositoryError
from specmend.settings.layout import Api, find_project

if TYPE_CHECKING:
    from specmend.project.pipeline import Sanitized
    from specmend.steps.apply import Applied


OtherDocument = Annotated[
    Path | None,
    typer.Option(
        "--document",
        metavar="FILE",
        help="Apply the steps to this document. Their expectations are not checked.",
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output", metavar="FILE", help="Write the result here instead of sanitized.yaml."
    ),
]
Overlays = Annotated[
    list[Path] | None,
    typer.Option(
        "--overlay",
        metavar="FILE",
        help="Apply this overlay to --document and write --output. No project is needed.",
    ),
]
AllowNoMatch = Annotated[
    bool,
    typer.Option(
        "--allow-no-match",
        help="With --overlay: let a target select nothing, as the standard does.",
    ),
]

Reserialize = Annotated[
    bool,
    typer.Option(
        "--reserialize",
        help="With --document: write the whole document again if its text cannot be edited"
        " in place. Comments are lost. A project has a setting for this.",
    ),
]
Partial = Annotated[
    bool,
    typer.Option("--partial", help="With --document: write the result of the steps that apply."),
]
Overwrite = Annotated[
    bool, typer.Option("--overwrite", help="Replace a file that was edited by hand.")
]


def apply(
    apis: Apis = None,
    project: ProjectFolder = HERE,
    generator: Generator = None,
    document: OtherDocument = None,
    output: Output = None,
    overlay: Overlays = None,
    allow_no_match: AllowNoMatch = False,
    reserialize: Reserialize = False,
    partial: Partial = False,
    overwrite: Overwrite = False,
    as_json: AsJson = False,
) -> None:
    """Apply the steps and write the sanitized documents.

    If a step does not apply, nothing is written. With --overlay, the command applies any
    overlays to any document, and needs no project.
    """
    if overlay:
        standalone.apply(
            document,
            overlay,
            output,
            allow_no_match=allow_no_match,
            reserialize=reserialize,
            as_json=as_json,
        )
        return
    _refuse_needless(document, allow_no_match=allow_no_match, reserialize=reserialize)
    chosen = find_project(project).choose(apis)
    if (document or output) and len(chosen) != 1:
        raise RepositoryError(
            Problem(message="--document and --output take one API", advice="name the API")
        )
    if document:
        (one,) = chosen
        reports = [
            _foreign(one, generator, document, output, partial=partial, reserialize=reserialize)
        ]
    else:
        reports = _own(chosen, generator, output, overwrite=overwrite)
    if as_json:
        show.data({"ok": True, "apis": reports})
        return
    for report in reports:
        show.good(
            str(report["api"]),
            f"{report['applied']} of {report['steps']} steps applied, wrote {report['wrote']}",
        )


def _refuse_needless(document: Path | None, *, allow_no_match: bool, reserialize: bool) -> None:
    if allow_no_match:
        way = "a step says x-optional instead"
        raise RepositoryError(Problem(message="--allow-no-match needs --overlay", advice=way))
    if reserialize and not document:
        way = "say reserialize = true in the settings of the API"
        raise RepositoryError(Problem(message="--reserialize needs --document", advice=way))


def _own(
    apis: list[Api], generator: str | None, output: Path | None, *, overwrite: bool
) -> list[dict[str, object]]:
    from specmend.project.cache import remember
    from specmend.project.pipeline import sanitize
    from specmend.storage.write import write_file

    faults: list[Problem] = []
    done: list[Sanitized] = []
    for api in apis:
        try:
            done.append(sanitize(api, generator))
            faults += [] if overwrite or output else _hand_edit(done[-1])
        except RepositoryError as error:
            faults += error.problems
    if faults:
        raise RepositoryError(*faults)
    for one in done:
        write_file(output or one.api.sanitized, one.applied.document.encode())
        if output is None:
            remember(one.api, one.generator, built=False)
    return [_report(one.api, one.applied, output or one.api.sanitized) for one in done]


def _hand_edit(sanitized: Sanitized) -> list[Problem]:
    from specmend.project.cache import written_before
    from specmend.project.differences import sanitized_edit

    data = sanitized.applied.document.encode()
    return sanitized_edit(sanitized.api, data, written_before(sanitized.api))


def _foreign(
    api: Api,
    generator: str | None,
    document: Path,
    output: Path | None,
    *,
    partial: bool,
    reserialize: bool,
) -> dict[str, object]:
    from specmend.steps.active import active_steps
    from specmend.steps.apply import apply_steps
    from specmend.steps.read import read_steps
    from specmend.storage.write import write_file

    if output is None:
        raise RepositoryError(
            Problem(message="--document needs --output", advice="name the file to write")
        )
    chosen = generator or api.settings.generator
    foreign = standalone.read(document)
    steps = active_steps(read_steps(api.steps, api.show(api.steps)), chosen, foreign)
    reserialized = reserialize or api.settings.reserialize
    applied = apply_steps(foreign, steps, enforce=False, reserialize=reserialized)
    if applied.problems and not partial:
        raise RepositoryError(*applied.problems)
    for problem in applied.problems:
        show.warn(f"{problem.location}: {problem.message}")
    write_file(output, applied.document.encode())
    return _report(api, applied, output)


def _report(api: Api, applied: Applied, wrote: Path) -> dict[str, object]:
    standalone.tell_notes(applied.outcomes)
    return {
        "api": api.name,
        "steps": len(applied.outcomes),
        "applied": sum(outcome.verdict == "applies" for outcome in applied.outcomes),
        "outcomes": [
            {"step": o.step.number, "title": o.step.title, "verdict": str(o.verdict)}
            for o in applied.outcomes
        ],
        "wrote": api.show(wrote),
    }
