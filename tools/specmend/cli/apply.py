"""The command `apply`: the steps made on the upstream document, or on another one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from specmend.cli import console, files
from specmend.cli.options import HERE, Apis, AsJson, Generator, ProjectFolder
from specmend.document.text.collector import collector_paused
from specmend.document.text.document import Document
from specmend.errors import Problem, ProblemList, UsageError
from specmend.progress import Progress
from specmend.project.api import Api
from specmend.project.overlay import overlay_document
from specmend.project.repository import Project
from specmend.settings.layout import ApiLayout
from specmend.steps.apply import Applied
from specmend.steps.check_shape import overlay_problems
from specmend.steps.exchange.plain_overlay import OverlayResult
from specmend.steps.step import Outcome
from specmend.storage.write import write_file

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
        target = _needed(document, "--document")
        result_file = _needed(output, "--output")
        result = _overlay(target, overlay, allow_no_match=allow_no_match, reserialize=reserialize)
        _deliver(result, target, result_file, as_json=as_json)
        return
    _refuse_needless(document, allow_no_match=allow_no_match, reserialize=reserialize)
    found = Project.find(project)
    chosen = found.choose(apis or None, generator)
    if (document or output) and len(chosen) != 1:
        message = "--document and --output take one API"
        raise UsageError(Problem(message=message, advice="name the API"))
    if document:
        result_file = _where(output)
        applied = chosen[0].apply_to(
            files.read(document), generator, partial=partial, reserialize=reserialize
        )
        reports = [_write(chosen[0], applied, result_file)]
    elif output:
        reports = [_write(chosen[0], chosen[0].sanitize(generator).applied, output)]
    else:
        reports = _apply(
            found,
            apis or None,
            generator,
            overwrite=overwrite,
            progress=console.progress(quiet=as_json),
        )
    _print(reports, as_json=as_json)


def _needed(path: Path | None, option: str) -> Path:
    if path is None:
        message = f"--overlay needs {option}"
        raise UsageError(Problem(message=message, advice="- stands for a standard stream"))
    return path


def _where(output: Path | None) -> Path:
    if output is None:
        message = "--document needs --output"
        raise UsageError(Problem(message=message, advice="name the file to write"))
    return output


def _refuse_needless(document: Path | None, *, allow_no_match: bool, reserialize: bool) -> None:
    if allow_no_match:
        advice = "a step says x-optional instead"
        raise UsageError(Problem(message="--allow-no-match needs --overlay", advice=advice))
    if reserialize and not document:
        advice = "say reserialize = true in the settings of the API"
        raise UsageError(Problem(message="--reserialize needs --document", advice=advice))


def _apply(
    project: Project,
    names: list[str] | None,
    generator: str | None,
    *,
    overwrite: bool,
    progress: Progress,
) -> list[dict[str, Any]]:
    results = project.apply(names, generator, overwrite=overwrite, progress=progress)
    return [_report(result.api, result.applied, result.api.sanitized) for result in results]


def _write(api: Api, applied: Applied, output: Path) -> dict[str, Any]:
    console.warn_of(applied.problems)
    write_file(output, applied.document.encode())
    return _report(api, applied, output)


def _report(api: ApiLayout, applied: Applied, wrote: Path) -> dict[str, Any]:
    outcomes = applied.outcomes
    console.warn_of(note for outcome in outcomes for note in outcome.notes)
    return {
        "api": api.name,
        "steps": len(outcomes),
        "applied": sum(outcome.verdict == "applies" for outcome in outcomes),
        "outcomes": [
            {
                "step": outcome.step.number,
                "title": outcome.step.title,
                "verdict": str(outcome.verdict),
            }
            for outcome in outcomes
        ],
        "wrote": api.show(wrote),
    }


def _print(reports: Sequence[dict[str, Any]], *, as_json: bool) -> None:
    if as_json:
        console.data({"ok": True, "apis": reports})
        return
    for report in reports:
        steps = f"{report['applied']} of {console.counted(report['steps'], 'step')} applied"
        console.good(report["api"], f"{steps}, wrote {report['wrote']}")


def _overlay(
    document: Path, overlays: Sequence[Path], *, allow_no_match: bool, reserialize: bool
) -> OverlayResult:
    if [str(path) for path in (document, *overlays)].count(files.STREAM) > 1:
        message = "the standard input can be read once"
        raise UsageError(Problem(message=message, advice="give the other as a file"))
    with collector_paused(keep=True):
        target, *others = _read_all(document, overlays)
        return overlay_document(
            target, others, allow_no_match=allow_no_match, reserialize=reserialize
        )


def _read_all(document: Path, overlays: Sequence[Path]) -> list[Document]:
    """The document and the overlays; raises RepositoryError with the faults of all of them."""
    documents: list[Document] = []
    faults = ProblemList()
    for path in (document, *overlays):
        with faults.collect():
            documents.append(files.read(path))
            if path is not document:
                faults.add(*overlay_problems(documents[-1]))
    faults.raise_all()
    return documents


def _deliver(result: OverlayResult, document: Path, output: Path, *, as_json: bool) -> None:
    """Write the result of overlays, and say what was done."""
    outcomes, reserialized = result.outcomes, result.reserialized
    console.warn_of(note for outcome in outcomes for note in outcome.notes)
    if reserialized:
        console.warn(reserialized.sentence)
    files.write(output, result.document.encode())
    if str(output) == files.STREAM:
        return
    if as_json:
        more = {"reserialized": console.problem_data(reserialized)} if reserialized else {}
        overlays = [_overlay_data(outcome) for outcome in outcomes]
        console.data({"ok": True, "overlays": overlays, "wrote": str(output), **more})
        return
    applied = sum(bool(action.touches) for outcome in outcomes for action in outcome.actions)
    console.good(str(document), f"{console.counted(applied, 'action')} applied, wrote {output}")


def _overlay_data(outcome: Outcome) -> dict[str, Any]:
    return {
        "file": outcome.step.source.name,
        "title": outcome.step.title,
        "actions": len(outcome.actions),
        "places": len(outcome.touches),
        "notes": [console.problem_data(note) for note in outcome.notes],
    }
