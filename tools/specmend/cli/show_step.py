"""The command `show`: one step, and what it does to the text."""

from __future__ import annotations

from typing import Any

from specmend.cli import console
from specmend.cli.options import HERE, AsJson, Generator, OneApi, ProjectFolder, StepNumber
from specmend.project.repository import Project
from specmend.steps.step_diff import StepDiff
from specmend.steps.step_name import digits_of


def show(
    api: OneApi,
    number: StepNumber,
    project: ProjectFolder = HERE,
    generator: Generator = None,
    as_json: AsJson = False,
) -> None:
    """Show one step and its diff.

    The diff compares the text before and after this step, at its place in the series. If the
    step does not apply, its problems are shown instead.
    """
    shown = Project.find(project).api(api, generator).diff(number, generator)
    if as_json:
        console.data({"ok": True, "api": api, **_data(shown)})
        return
    _print(shown)


def _data(shown: StepDiff) -> dict[str, Any]:
    step = shown.outcome.step
    return {
        "number": step.number,
        "title": step.title,
        "reason": step.reason,
        "generator": step.generator,
        "file": step.source.name,
        "verdict": str(shown.outcome.verdict),
        "diff": list(shown.lines),
        "problems": [console.problem_data(problem) for problem in shown.outcome.problems],
    }


def _print(shown: StepDiff) -> None:
    step = shown.outcome.step
    only = f", for {step.generator} only" if step.generator else ""
    console.good(digits_of(step.number), console.on_one_line(step.title))
    console.line(f"file:    {step.source.name}")
    console.line(f"verdict: {shown.outcome.verdict}{only}")
    console.line(f"reason:  {step.reason}")
    for problem in shown.outcome.problems:
        console.line(f"problem: {problem.sentence}")
    if shown.lines:
        console.line()
    for text in shown.lines:
        console.line(text)
