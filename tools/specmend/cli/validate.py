"""The command `validate`: upstream documents and results, or any file, held against the standard."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from specmend.cli import console as show
from specmend.cli import files as standalone
from specmend.cli.options import HERE, AsJson, Generator, ProjectFolder
from specmend.settings.layout import find_project
from specmend.steps.step_name import digits_of

if TYPE_CHECKING:
    from specmend.validate.finding import Finding


Names = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[API|FILE]...",
        help="APIs of the project (default: all), or OpenAPI documents and overlays. A - "
        "is standard input.",
    ),
]


def validate(
    names: Names = None,
    project: ProjectFolder = HERE,
    generator: Generator = None,
    as_json: AsJson = False,
) -> None:
    """Validate upstream documents and results.

    Distinguishes faults that upstream already has from those that a step causes. Only the
    latter make the command fail. Given a file, it validates any OpenAPI document or overlay,
    and needs no project.
    """
    if names and any(standalone.is_file(name) for name in names):
        standalone.validate(names, as_json=as_json)
        return
    from specmend.project.pipeline import result_document, sanitize
    from specmend.validate.check import validate_document, validate_result

    failed = False
    reports = []
    for api in find_project(project).choose(names):
        done = sanitize(api, generator)
        upstream = validate_document(done.upstream)
        result = validate_result(done.upstream, done.applied.renamed(result_document(done)))
        failed = failed or any(finding.origin == "step" for finding in result)
        reports.append(
            {
                "api": api.name,
                "upstream": [asdict(f) for f in upstream],
                "result": [asdict(f) for f in result],
            }
        )
        if not as_json:
            _print(api.name, upstream, result)
    if as_json:
        show.data({"ok": not failed, "apis": reports})
    if failed:
        raise typer.Exit(1)


def _print(name: str, upstream: tuple[Finding, ...], result: tuple[Finding, ...]) -> None:
    for finding in upstream:
        show.line(f"{finding.location}: {finding.message} [{finding.rule}]")
    for finding in result:
        whose = (
            "upstream has it too"
            if finding.origin == "upstream"
            else f"made by step {digits_of(finding.step)}"
        )
        show.line(f"{finding.location}: {finding.message} [{finding.rule}; {whose}]")
    show.good(name, f"upstream: {_count(upstream)}; after the steps: {_count(result)}")


def _count(findings: tuple[Finding, ...]) -> str:
    if not findings:
        return "valid"
    made = sum(finding.origin == "step" for finding in findings)
    return show.counted(len(findings), "fault") + (
        f", {made} of them made by steps" if made else ""
    )
