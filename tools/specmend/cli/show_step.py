"""The command `show`: one step, and what it does to the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from specmend.cli.console import data, good, line, problem_data
from specmend.cli.options import HERE, AsJson, Generator, OneApi, ProjectFolder
from specmend.settings.layout import find_project
from specmend.steps.step_name import digits_of

if TYPE_CHECKING:
    from specmend.steps.step_diff import StepDiff

Number = Annotated[int, typer.Argument(metavar="STEP", help="The step's number.")]


def show(
    api: OneApi,
    number: Number,
    project: ProjectFolder = HERE,
    generator: Generator = None,
    as_json: AsJson = False,
) -> None:
    """Show one step and its diff.

    The diff compares the text before and after this step, at its place in the series. If the
    step does not apply, its problems are shown instead.
    """
    from specmend.source.pin import read_upstream
    from specmend.steps.order import numbered
    from specmend.steps.read import read_steps
    from specmend.steps.step_diff import step_diff

    chosen = find_project(project).choose([api])[0]
    steps = read_steps(chosen.steps, chosen.show(chosen.steps))
    step = numbered(steps, number, api)
    settings, name = chosen.settings, chosen.show(chosen.sanitized)
    upstream = read_upstream(chosen)[1]
    shown = step_diff(
        upstream,
        steps,
        step,
        generator or settings.generator,
        name,
        reserialize=settings.reserialize,
    )
    if as_json:
        data({"ok": True, "api": api, **_data(shown)})
        return
    _print(shown)


def _data(shown: StepDiff) -> dict[str, Any]:
    step = shown.outcome.step
    return {
        "number": step.number, "title": step.title, "reason": step.reason, "generator": step.generator,
        "file": step.source.name, "verdict": str(shown.outcome.verdict), "diff": list(shown.lines),
        "problems": [problem_data(problem) for problem in shown.outcome.problems],
    }  # fmt: skip


def _print(shown: StepDiff) -> None:
    step = shown.outcome.step
    only = f", for {step.generator} only" if step.generator else ""
    good(digits_of(step.number), step.title)
    line(f"file:    {step.source.name}")
    line(f"verdict: {shown.outcome.verdict}{only}")
    line(f"reason:  {step.reason}")
    for problem in shown.outcome.problems:
        line(f"problem: {problem.location}: {problem.message}")
    if shown.lines:
        line()
    for text in shown.lines:
        line(text)
