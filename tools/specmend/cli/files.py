"""The commands `apply` and `validate` on any files, without a project; `-` is a standard stream."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from specmend.cli import console as show
from specmend.document.text.collector import collector_paused
from specmend.errors import Problem, RepositoryError

if TYPE_CHECKING:
    from specmend.document.text.document import Document
    from specmend.project.build import BuildResult
    from specmend.steps.exchange.plain_overlay import OverlayResult
    from specmend.steps.step import Outcome, Step

_STREAM = "-"


def apply(
    document: Path | None,
    overlays: list[Path],
    output: Path | None,
    *,
    allow_no_match: bool,
    reserialize: bool,
    as_json: bool,
) -> None:
    """Apply overlays to a document and write the result; nothing is written when anything fails."""
    from specmend.steps.exchange.plain_overlay import apply_overlays
    from specmend.storage.write import write_file

    if document is None or output is None:
        missing = "--document" if document is None else "--output"
        raise RepositoryError(
            Problem(message=f"--overlay needs {missing}", advice="- stands for a standard stream")
        )
    if [str(path) for path in (document, *overlays)].count(_STREAM) > 1:
        raise RepositoryError(
            Problem(
                message="the standard input can be read once", advice="give the other as a file"
            )
        )
    with collector_paused(keep=True):
        target, steps = _read_all(document, overlays, allow_no_match=allow_no_match)
        done = apply_overlays(target, steps, reserialize=reserialize)
    tell_notes(done.outcomes)
    if done.reserialized:
        show.warn(f"{done.reserialized.location}: {done.reserialized.message}")
    if str(output) == _STREAM:
        typer.echo(done.document.encode(), nl=False)
        return
    write_file(output, done.document.encode())
    if as_json:
        reserialized = (
            {"reserialized": show.problem_data(done.reserialized)} if done.reserialized else {}
        )
        show.data({"ok": True, "overlays": _report(done), "wrote": str(output), **reserialized})
        return
    made = sum(bool(action.touches) for outcome in done.outcomes for action in outcome.actions)
    show.good(str(document), f"{show.counted(made, 'action')} applied, wrote {output}")


def validate(names: list[str], *, as_json: bool) -> None:
    """Hold files against their standard; a file with the root key `overlay` is an overlay."""
    reports = [_findings(read(Path(name))) for name in names]
    failed = any(report["findings"] for report in reports)
    if as_json:
        show.data({"ok": not failed, "files": reports})
    for report in [] if as_json else reports:
        for finding in report["findings"]:
            show.line(
                f"{finding['file']}:{finding['line']}:{finding['column']}: {finding['message']}{_more(finding)}"
            )
        count = show.counted(len(report["findings"]), "fault") if report["findings"] else "valid"
        show.good(report["file"], f"{report['kind']}: {count}")
    if failed:
        raise typer.Exit(1)


def tell_notes(outcomes: Iterable[Outcome]) -> None:
    """Warn of what did nothing and was allowed to."""
    for note in (note for outcome in outcomes for note in outcome.notes):
        show.warn(f"{note.location}: {note.message}")


def tell_warnings(results: Iterable[BuildResult]) -> None:
    """Warn of what a build met and did not stop for."""
    for result in results:
        tell_notes(result.sanitized.applied.outcomes)
        for warning in result.warnings:
            show.warn(f"{result.api.name}: {warning}")


def is_file(name: str) -> bool:
    """Whether a word of the command line names a file and not an API."""
    return (
        name == _STREAM
        or "/" in name
        or name.endswith((".yaml", ".yml", ".json"))
        or Path(name).is_file()
    )


def read(path: Path) -> Document:
    """Read a document from a file or from the standard input; one that is too large is refused unread."""
    from specmend.document.text.document import read_document
    from specmend.storage.read import read_file, read_stream

    if str(path) == _STREAM:
        return read_document(read_stream(sys.stdin.buffer, "<stdin>"), "<stdin>")
    return read_document(read_file(path, str(path), pipes=True), str(path))


def _read_all(
    document: Path, overlays: list[Path], *, allow_no_match: bool
) -> tuple[Document, list[Step]]:
    """The document and the overlays; raises RepositoryError with the faults of all of them."""
    from specmend.steps.exchange.plain_overlay import read_overlay

    faults: list[Problem] = []
    steps: list[Step] = []
    for number, path in enumerate(overlays, 1):
        try:
            steps.append(read_overlay(read(path), number, allow_no_match=allow_no_match))
        except RepositoryError as error:
            faults += error.problems
    try:
        target = read(document)
    except RepositoryError as error:
        raise RepositoryError(*error.problems, *faults) from error
    if faults:
        raise RepositoryError(*faults)
    return target, steps


def _report(done: OverlayResult) -> list[dict[str, object]]:
    return [
        {
            "file": outcome.step.source.name,
            "title": outcome.step.title,
            "actions": len(outcome.actions),
            "places": len(outcome.touches),
            "notes": [show.problem_data(note) for note in outcome.notes],
        }
        for outcome in done.outcomes
    ]


def _findings(document: Document) -> dict[str, Any]:
    if isinstance(document.tree, dict) and "overlay" in document.tree:
        from specmend.steps.check_shape import overlay_problems

        found = [
            {**show.problem_data(problem), "rule": "overlay"}
            for problem in overlay_problems(document)
        ]
        return {"file": document.name, "kind": "overlay", "findings": found}
    from specmend.validate.check import validate_document

    faults = [_bare(asdict(finding)) for finding in validate_document(document)]
    return {"file": document.name, "kind": "openapi", "findings": faults}


def _bare(finding: dict[str, Any]) -> dict[str, Any]:
    """A finding without its origin, which only a document of a project has."""
    return {name: value for name, value in finding.items() if name not in {"origin", "step"}}


def _more(finding: dict[str, Any]) -> str:
    """What else there is to say of a finding, in brackets."""
    parts = [f"{name} {finding[name]}" for name in ("found", "expected") if finding.get(name)]
    return f" [{'; '.join([finding['rule'], *parts])}]"
