"""The command `log`: the steps as a table, or as a page."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from specmend.cli import console
from specmend.cli.made_of import made_of
from specmend.cli.options import (
    HERE,
    Apis,
    AsJson,
    Generator,
    ProjectFolder,
    refuse_two_formats,
)
from specmend.document.text.one_line import one_line
from specmend.document.tree.values import MISSING
from specmend.project.api import Api
from specmend.project.releases import retired_count
from specmend.project.repository import Project
from specmend.report.steps import Row, StepRecord
from specmend.report.steps_markdown import record_page
from specmend.source.pin import read_pin
from specmend.steps.step_name import digits_of

_HEADINGS = ("step", "title", "generator", "places", "before → after")
_WIDEST = 40
Markdown = Annotated[
    bool,
    typer.Option(
        "--markdown", help="Print a page with the original value, the new one and the reason."
    ),
]


def log(
    apis: Apis = None,
    project: ProjectFolder = HERE,
    generator: Generator = None,
    markdown: Markdown = False,
    as_json: AsJson = False,
) -> None:
    """Show the steps and what each of them changes.

    For each step: number, title, generator, the number of places it changes, and the first
    place before and after.
    """
    refuse_two_formats(as_json=as_json, markdown=markdown)
    reports = []
    for api in Project.find(project).choose(apis or None, generator):
        records = api.log(generator)
        if markdown:
            console.line(record_page(api.name, read_pin(api), records).rstrip("\n"))
        elif as_json:
            reports.append(_report(api, records))
        else:
            _print(api, records)
    if as_json:
        console.data({"ok": True, "apis": reports})


def _print(api: Api, records: tuple[StepRecord, ...]) -> None:
    retired = retired_count(api)
    ending = f", {retired} retired" if retired else ""
    made = made_of(read_pin(api))
    start = f"{made}, " if made else ""
    console.good(api.name, start + console.counted(len(records), "step") + ending)
    console.table(_HEADINGS, [_row(record) for record in records])


def _row(record: StepRecord) -> tuple[str, str, str, str, str]:
    step = record.step
    places = str(len(record.rows))
    title = console.on_one_line(step.title)
    return digits_of(step.number), title, _audience(record), places, _change(record)


def _audience(record: StepRecord) -> str:
    """Whom a step is for, and whether it applies there."""
    step = record.step
    audience = step.generator or "all"
    if step.applies_to.words:
        audience += f" for {step.applies_to.words}"
    if not record.is_active:
        return f"{audience} (not applicable)"
    return f"{audience} ({record.verdict})" if record.problems else audience


def _change(record: StepRecord) -> str:
    """The first place that a step changes, before and after."""
    if not record.rows:
        return ""
    first, *others = record.rows
    change = f"{one_line(first.before, _WIDEST)} → {one_line(first.after, _WIDEST)}"
    return f"{change}  (and {len(others)} more)" if others else change


def _report(api: Api, records: tuple[StepRecord, ...]) -> dict[str, Any]:
    steps = [_data(record) for record in records]
    made_by = list(read_pin(api).made_by)
    return {
        "api": api.name,
        "made_by": made_by,
        "steps": steps,
        "retired": retired_count(api),
    }


def _data(record: StepRecord) -> dict[str, Any]:
    step = record.step
    return {
        "number": step.number,
        "title": step.title,
        "generator": step.generator,
        "reason": step.reason,
        "link": step.link,
        "until": step.until,
        "for": step.applies_to.words,
        "file": step.source.name,
        "takes_part": record.is_active,
        "verdict": str(record.verdict),
        "places": [_place(row) for row in record.rows],
        "problems": [console.problem_data(problem) for problem in record.problems],
    }


def _place(row: Row) -> dict[str, Any]:
    values = {"before": row.before, "after": row.after}
    return {"path": row.path} | {
        name: value for name, value in values.items() if value is not MISSING
    }
