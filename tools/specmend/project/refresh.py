"""The expectations of steps recorded again, as the steps find the document now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from specmend.errors import Problem, RepositoryError
from specmend.project.releases import release_documents
from specmend.settings.layout import ApiLayout
from specmend.steps.series import Series, read_series
from specmend.steps.step import Outcome, Step
from specmend.steps.write import refreshed
from specmend.storage.write import write_file


@dataclass(frozen=True, kw_only=True, slots=True)
class Refreshed:
    """A step that was looked at, what it finds now, and whether its file was written."""

    outcome: Outcome
    is_changed: bool


def refresh_steps(api: ApiLayout, numbers: Sequence[int] = ()) -> tuple[Refreshed, ...]:
    """Record again what the steps of these numbers find, or all steps; comments and layout stay.

    Raises RepositoryError when there is no such step, or one of them cannot be made; then nothing
    is written.
    """
    outcomes = _outcomes(api, numbers)
    documents = [refreshed(outcome) for outcome in outcomes]
    results = []
    for outcome, document in zip(outcomes, documents, strict=True):
        is_changed = document.text != outcome.step.source.text
        if is_changed:
            write_file(api.root / document.name, document.encode())
        results.append(Refreshed(outcome=outcome, is_changed=is_changed))
    return tuple(results)


def _outcomes(api: ApiLayout, numbers: Sequence[int]) -> list[Outcome]:
    """What the wanted steps do now, by their numbers, whatever they expected."""
    series = read_series(api)
    _refuse_unknown(series, numbers)
    wanted = set(numbers) or {step.number for step in series.steps}
    outcomes: dict[int, Outcome] = {}
    for outcome in _all_outcomes(api, series):
        if outcome.step.number in wanted:
            outcomes.setdefault(outcome.step.number, outcome)
    _refuse_homeless(series, set(numbers) - outcomes.keys())
    problems = [problem for number in sorted(outcomes) for problem in outcomes[number].problems]
    if problems:
        raise RepositoryError(*problems)
    return [outcomes[number] for number in sorted(outcomes)]


def _all_outcomes(api: ApiLayout, series: Series) -> Iterator[Outcome]:
    """The outcomes on every document and for every generator: the one that counts comes first."""
    for document in (series.document, *release_documents(api)):
        for generator in series.generators():
            yield from series.on(document).for_generator(generator).apply(enforce=False).outcomes


def _refuse_unknown(series: Series, numbers: Sequence[int]) -> None:
    unknown = sorted(set(numbers) - {step.number for step in series.steps})
    if unknown:
        raise RepositoryError(
            *(Problem(message=f"{series.api} has no step {number}") for number in unknown)
        )


def _refuse_homeless(series: Series, numbers: set[int]) -> None:
    homeless = [step for step in series.steps if step.number in numbers]
    if homeless:
        raise RepositoryError(*map(_homeless, homeless))


def _homeless(step: Step) -> Problem:
    return step.problem(
        ("info", "x-applies-to"),
        "this step applies to none of the documents",
        found=step.applies_to.words,
        advice="put such a document into the folder releases/ beside upstream",
    )
