"""The command `refresh`: take the expectations of steps anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from specmend.cli import console as show
from specmend.cli.options import HERE, OneApi, ProjectFolder
from specmend.errors import Problem, RepositoryError
from specmend.settings.layout import Api, find_project

if TYPE_CHECKING:
    from specmend.steps.step import Outcome, Step

Numbers = Annotated[
    list[int] | None,
    typer.Argument(metavar="[STEP]...", help="The numbers of the steps. Default: all."),
]


def refresh(api: OneApi, numbers: Numbers = None, project: ProjectFolder = HERE) -> None:
    """Record the expectations of steps again.

    Each step records what it finds now, and the changes are shown. Comments and layout of the
    step files stay. If a step does not apply, nothing is written.
    """
    from specmend.steps.write import refreshed
    from specmend.storage.write import write_file

    chosen = find_project(project).choose([api])[0]
    outcomes = _outcomes(chosen, numbers or [])
    made = [refreshed(outcome) for outcome in outcomes]
    for outcome, document in zip(outcomes, made, strict=True):
        if document.text != outcome.step.source.text:
            write_file(chosen.root / document.name, document.encode())
            _print_changes(outcome)
    show.good(api, f"{show.counted(len(outcomes), 'step')} checked")


def _outcomes(api: Api, numbers: list[int]) -> list[Outcome]:
    """What the wanted steps do now, expectations aside; raises RepositoryError with every problem of them."""
    from itertools import product

    from specmend.project.releases import release_documents
    from specmend.source.pin import read_upstream
    from specmend.steps.active import active_steps
    from specmend.steps.apply import apply_steps
    from specmend.steps.read import read_steps

    steps = read_steps(api.steps, api.show(api.steps))
    unknown = sorted(set(numbers) - {step.number for step in steps})
    if unknown:
        raise RepositoryError(
            *(Problem(message=f"{api.name} has no step {number}") for number in unknown)
        )
    outcomes: dict[int, Outcome] = {}
    generators = dict.fromkeys(
        [api.settings.generator, *(step.generator for step in steps if step.generator)]
    )
    # A step sees the first document that it holds for, as it is for the API's own target, a work-around for its own.
    for document, generator in product(
        [read_upstream(api)[1], *release_documents(api)], generators
    ):
        part = active_steps(steps, generator, document)
        applied = apply_steps(document, part, enforce=False, reserialize=api.settings.reserialize)
        for outcome in applied.outcomes:
            outcomes.setdefault(outcome.step.number, outcome)
    homeless = [step for step in steps if step.number in numbers and step.number not in outcomes]
    if homeless:
        raise RepositoryError(*(_homeless(step) for step in homeless))
    wanted = [outcomes[n] for n in outcomes if not numbers or n in numbers]
    wanted.sort(key=lambda outcome: outcome.step.number)
    problems = [problem for outcome in wanted for problem in outcome.problems]
    if problems:
        raise RepositoryError(*problems)
    return wanted


def _homeless(step: Step) -> Problem:
    return step.problem(
        ("info", "x-applies-to"), "none of the documents is one that this step holds for", found=step.applies_to.words,
        advice="put such a document into the folder releases/ beside upstream",
    )  # fmt: skip


def _print_changes(outcome: Outcome) -> None:
    from specmend.steps.expectation import describe

    for result in outcome.actions:
        before = describe(result.action.expect) if result.action.expect else "none"
        if before != describe(result.found):
            name, number = outcome.step.source.name, result.action.index + 1
            show.line(f"{name}: action {number}: {before} → {describe(result.found)}")
