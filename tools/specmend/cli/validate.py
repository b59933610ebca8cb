"""The command `validate`: upstream documents and results, or any file, against the standard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from specmend.cli import console, files
from specmend.cli.options import HERE, AsJson, Generator, ProjectFolder
from specmend.document.text.collector import collector_paused
from specmend.progress import each_in_phase
from specmend.project.repository import Project
from specmend.project.validate import FileValidation, Validation, validate_file
from specmend.steps.command import new_step_command
from specmend.steps.step_name import digits_of
from specmend.validate.finding import Finding
from specmend.validate.summary import in_words, shown

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
    latter make the command fail. A fault of upstream's is printed once: at its place in the result,
    or as one that the steps mend. Given a file, it validates any OpenAPI document or overlay,
    and needs no project. A warning is a breach of the standard that specmend reads as it is
    meant; it does not make the command fail. Many warnings of one kind are said as one.
    """
    with collector_paused(keep=True):
        if names and any(map(files.is_file, names)):
            ok = _validate_files(names, as_json=as_json)
        else:
            apis = Project.find(project).choose(names or None, generator)
            progress = console.progress(quiet=as_json)
            named = each_in_phase(progress, "", "validating", apis)
            reports = [api.validate(generator, progress=progress) for api in named]
            ok = _show(reports, as_json=as_json)
    if not ok:
        raise typer.Exit(1)


def _show(reports: Sequence[Validation], *, as_json: bool) -> bool:
    """Print what was found in the documents of the APIs; gives whether all is well."""
    ok = all(report.ok for report in reports)
    if as_json:
        console.data({"ok": ok, "apis": [_data(report) for report in reports]})
        return ok
    for report in reports:
        for finding, others in shown(report.mended):
            origin = f"{finding.rule}; upstream's, which the steps mend"
            console.line(console.shown(_line(finding, others, origin)))
        told: set[str] = set()
        for finding, others in shown(report.result):
            origin = f"{finding.rule}; {_origin(finding)}"
            console.line(console.shown(_line(finding, others, origin)))
            command = _command(report.api.name, finding)
            if command and command not in told:
                told.add(command)
                console.line(console.shown(f"    step: {command}"))
        upstream, result = _count(report.upstream), _count(report.result)
        console.good(report.api.name, f"upstream: {upstream}; after the steps: {result}")
    return ok


def _data(report: Validation) -> dict[str, Any]:
    return {
        "api": report.api.name,
        "upstream": [asdict(finding) for finding in report.upstream],
        "result": [asdict(finding) for finding in report.result],
    }


def _command(api: str, finding: Finding) -> str:
    """The step that mends what upstream has wrong; a fault of a step is mended in that step."""
    mend = finding.mend
    if mend is None or finding.origin != "upstream":
        return ""
    reason = f"The document is not valid: {finding.message}."
    return new_step_command(api, mend.title, mend.target, mend.action, reason)


def _line(finding: Finding, others: int, origin: str) -> str:
    level = "warning: " if finding.level == "warning" else ""
    return f"{finding.location}: {level}{in_words(finding, others)} [{origin}]"


def _origin(finding: Finding) -> str:
    if finding.origin == "upstream":
        return "upstream has it too"
    return f"made by step {digits_of(finding.step)}"


def _count(findings: tuple[Finding, ...]) -> str:
    if not findings:
        return "valid"
    made = sum(finding.is_by_a_step for finding in findings)
    ending = f", {made} of them made by steps" if made else ""
    return _faults_and_warnings([finding.level for finding in findings], ending)


def _faults_and_warnings(levels: Sequence[str], ending: str = "") -> str:
    """How many faults and warnings there are; a document that has no fault is valid."""
    warnings = levels.count("warning")
    errors = len(levels) - warnings
    parts = [console.counted(errors, "fault") + ending if errors else "valid"]
    parts += [console.counted(warnings, "warning")] if warnings else []
    return ", ".join(parts)


def _validate_files(names: Sequence[str], *, as_json: bool) -> bool:
    """Validate files and print what was found; gives whether all is well."""
    progress = console.progress(quiet=as_json)
    named = each_in_phase(progress, "", "validating", names)
    reports = [validate_file(files.read(Path(name))) for name in named]
    ok = all(report.ok for report in reports)
    rows = {report.file: _file_findings(report) for report in reports}
    if as_json:
        listed = [
            {"file": report.file, "kind": report.kind, "findings": rows[report.file]}
            for report in reports
        ]
        console.data({"ok": ok, "files": listed})
        return ok
    for report in reports:
        for finding in rows[report.file]:
            console.line(console.shown(_file_line(finding)))
        result = _faults_and_warnings([row.get("level", "error") for row in rows[report.file]])
        console.good(report.file, f"{report.kind}: {result}")
    return ok


def _file_findings(report: FileValidation) -> list[dict[str, Any]]:
    """The findings as data, without an origin, which only a document of a project has."""
    if report.kind == "overlay":
        return [{**console.problem_data(p), "rule": "overlay"} for p in report.problems]
    own = {"origin", "step"}
    return [
        {name: value for name, value in asdict(finding).items() if name not in own}
        for finding in report.findings
    ]


def _file_line(finding: dict[str, Any]) -> str:
    location = f"{finding['file']}:{finding['line']}:{finding['column']}"
    level = "warning: " if finding.get("level") == "warning" else ""
    words = "; ".join(finding[name] for name in ("message", "advice") if finding.get(name))
    details = [f"{name} {finding[name]}" for name in ("found", "expected") if finding.get(name)]
    return f"{location}: {level}{words} [{'; '.join([finding['rule'], *details])}]"
