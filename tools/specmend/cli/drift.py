"""The command `drift`: what becomes of the steps on another version of the upstream document."""

from __future__ import annotations

from typing import Annotated

import typer

from specmend.cli import console, files
from specmend.cli.drift_table import print_matrix
from specmend.cli.options import (
    HERE,
    AsJson,
    Generator,
    Html,
    Markdown,
    OneApi,
    ProjectFolder,
    refuse_two_formats,
)
from specmend.diff.api_change import ApiChange
from specmend.document.text.collector import collector_paused
from specmend.drift.verdicts import ActionVerdict
from specmend.project.drift import Source
from specmend.project.repository import Project
from specmend.report.drift import DriftReport
from specmend.report.drift_data import report_data
from specmend.report.drift_html import drift_html
from specmend.report.drift_markdown import drift_page
from specmend.steps.step_name import digits_of

_HEADINGS = ("step", "title", "verdict", "details")
To = Annotated[
    list[str] | None,
    typer.Option(
        "--to",
        metavar="SOURCE",
        help="The document to check against: a file, URL or git+URL. Default: the last "
        "fetched document, or else what the source has now. Repeat it for a "
        "comparison table.",
    ),
]


def drift(
    api: OneApi,
    to: To = None,
    project: ProjectFolder = HERE,
    generator: Generator = None,
    markdown: Markdown = False,
    html: Html = False,
    as_json: AsJson = False,
) -> None:
    """Check every step against a new upstream document.

    Writes nothing. Gives every action one verdict: applies, already-upstream, moved, conflict,
    gone, never-matched or blocked. Below, it lists what upstream changed that no step touches.
    The exit code is 1 if a person is needed.
    """
    refuse_two_formats(as_json=as_json, markdown=markdown, html=html)
    sources = [_source(name) for name in to or []]
    with collector_paused(keep=True):
        chosen = Project.find(project).api(api, generator)
        progress = console.progress(quiet=as_json)
        reports = chosen.drift_table(sources, generator, progress=progress)
    needs_person = any(report.needs_person for report in reports)
    if as_json:
        documents = [report_data(report) for report in reports]
        console.data({"ok": not needs_person, "api": api, "documents": documents})
    elif markdown:
        console.line(drift_page(api, reports).rstrip("\n"))
    elif html:
        console.line(drift_html(api, reports).rstrip("\n"))
    elif len(reports) > 1:
        print_matrix(api, reports)
    else:
        _print(api, reports[0])
    if needs_person:
        raise typer.Exit(1)


def _source(name: str) -> Source:
    """A document on the standard input is read here; all others are read by the library."""
    return files.read_published() if name == files.STREAM else name


def _print(api: str, report: DriftReport) -> None:
    needed = sum(step.needs_person for step in report.steps)
    people = f"{needed or 'none'} of them {'need' if needed > 1 else 'needs'} a person"
    steps = console.counted(len(report.steps), "step")
    console.good(api, f"{steps} on {report.document}, {people}")
    rows = [row for step in report.steps for row in _rows(step.step.title, step.actions)]
    console.table(_HEADINGS, rows)
    _print_changes(report.untouched, "that no step touches")
    _print_changes(report.unseen, "that no call shows")


def _print_changes(changes: tuple[ApiChange, ...], which: str) -> None:
    if not changes:
        return
    console.line()
    console.good("upstream", f"{console.counted(len(changes), 'change')} {which}")
    for change in changes:
        console.line(f"  {change.line}")


def _rows(title: str, actions: tuple[ActionVerdict, ...]) -> list[tuple[str, str, str, str]]:
    """A row for each action; the title stands in the first one."""
    return [
        (
            _number(action, is_only=len(actions) == 1),
            "" if action.index else title,
            str(action.verdict),
            action.message,
        )
        for action in actions
    ]


def _number(action: ActionVerdict, *, is_only: bool) -> str:
    """The number of an action, as `update` takes it; that of its step where it is the only one."""
    step, number = digits_of(action.step), action.action.number
    return step if is_only and number == 1 else f"{step}.{number}"
