"""The command `log`: the steps as a table, or as a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from specmend.cli import console as show
from specmend.cli.options import HERE, Apis, AsJson, Generator, ProjectFolder
from specmend.settings.layout import Api, find_project
from specmend.steps.step_name import digits_of

if TYPE_CHECKING:
    from specmend.report.steps import StepRecord
    from specmend.source.pin import Pin

_HEADINGS = ("step", "title", "generator", "places", "before → after")


def log(
    apis: Apis = None,
    project: ProjectFolder = HERE,
    generator: Generator = None,
    markdown: Annotated[
        bool,
        typer.Option(
            "--markdown", help="Print a page with the original value, the new one and the reason."
        ),
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Show the steps and what each of them changes.

    For each step: number, title, generator, the number of places it changes, and the first
    place before and after.
    """
    from specmend.project.releases import retired_count
    from specmend.report.steps_markdown import record_page

    reports = []
    for api in find_project(project).choose(apis):
        pin, records = _records(api, generator)
        if markdown:
            show.line(record_page(api.name, pin, records).rstrip("\n"))
        elif as_json:
            steps = [_data(record) for record in records]
            reports.append({"api": api.name, "steps": steps, "retired": retired_count(api)})
        else:
            retired = retired_count(api)
            show.good(
                api.name,
                show.counted(len(records), "step") + (f", {retired} retired" if retired else ""),
            )
            show.table(_HEADINGS, [row for record in records for row in _rows(record)])
    if as_json and not markdown:
        show.data({"ok": True, "apis": reports})


def _records(api: Api, generator: str | None) -> tuple[Pin, tuple[StepRecord, ...]]:
    from specmend.report.steps import record_of
    from specmend.source.pin import read_upstream
    from specmend.steps.read import read_steps

    pin, upstream = read_upstream(api)
    steps = read_steps(api.steps, api.show(api.steps))
    return pin, record_of(
        upstream, steps, generator or api.settings.generator, reserialize=api.settings.reserialize
    )


def _rows(record: StepRecord) -> list[tuple[str, str, str, str, str]]:
    from specmend.document.text.one_line import one_line

    step = record.step
    audience = step.generator or "all"
    if step.applies_to.words:
        audience += f" for {step.applies_to.words}"
    if not record.is_active:
        audience += " (not applicable)"
    elif record.problems:
        audience += f" ({record.verdict})"
    first = record.rows[0] if record.rows else None
    change = f"{one_line(first.before, 40)} → {one_line(first.after, 40)}" if first else ""
    if len(record.rows) > 1:
        change += f"  (and {len(record.rows) - 1} more)"
    return [(digits_of(step.number), step.title, audience, str(len(record.rows)), change)]


def _data(record: StepRecord) -> dict[str, Any]:
    from specmend.document.tree.values import MISSING

    step = record.step
    places = [
        {"path": row.path}
        | ({} if row.before is MISSING else {"before": row.before})
        | ({} if row.after is MISSING else {"after": row.after})
        for row in record.rows
    ]
    return {
        "number": step.number, "title": step.title, "generator": step.generator, "reason": step.reason,
        "link": step.link, "until": step.until, "for": step.applies_to.words,
        "file": step.source.name, "takes_part": record.is_active,
        "verdict": str(record.verdict), "places": places, "problems": [show.problem_data(p) for p in record.problems],
    }  # fmt: skip
