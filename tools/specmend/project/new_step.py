"""A new step, tried on the document that the earlier steps make, and written with what it found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from specmend.document.jsonpath.select import select
from specmend.document.text.document import parse_document
from specmend.document.tree.pointer import format_pointer
from specmend.document.tree.values import get, not_json
from specmend.errors import Address, Problem, QueryError, RepositoryError
from specmend.settings.layout import ApiLayout
from specmend.steps.apply import Applied, apply_steps
from specmend.steps.expectation import as_data
from specmend.steps.place_query import named
from specmend.steps.read import read_step
from specmend.steps.series import Series, read_series
from specmend.steps.step_name import HIGHEST, digits_of, name_of
from specmend.steps.write import Draft, next_number, write_draft
from specmend.storage.write import write_file


@dataclass(frozen=True, kw_only=True, slots=True)
class StepRequest:
    """What a new step shall do, and why.

    `action` holds the one field that says what is done: `update`, `remove`, `copy` or `x-edit`;
    without it, the step gets an `update` to be filled in. `number` is the next one when it is None.
    """

    title: str
    target: str
    reason: str
    action: Mapping[str, Any]
    description: str = ""
    number: int | None = None
    generator: str = ""
    link: str = ""
    until: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class NewStep:
    """A new step: its number, the name of its file, its target as it was written.

    The target is another one than was asked for when that counted the members of a list. `is_open`
    says that somebody must fill in what the step does.
    """

    number: int
    file: str
    target: str
    is_open: bool


def create_step(api: ApiLayout, request: StepRequest) -> NewStep:
    """Write the file of a new step.

    Raises RepositoryError when the title or the reason is empty, when the number is taken or has
    not four digits, when the earlier steps do not apply, or when the step cannot be made.
    """
    _refuse_unfit(request)
    series = read_series(api, request.generator)
    number = _number(series, request.number)
    applied = series.before(number).apply()
    if applied.problems:
        raise RepositoryError(*applied.problems)
    draft = _draft(request, applied)
    name = f"{api.show(api.steps)}/{name_of(number, request.title)}"
    expect = _tried(draft, number, series, applied) if request.action else {}
    write_file(api.root / name, write_draft(replace(draft, expect=expect)).encode())
    return NewStep(number=number, file=name, target=draft.target, is_open=not request.action)


def _refuse_unfit(request: StepRequest) -> None:
    """Raise RepositoryError with what is wrong with a request by itself."""
    problems = []
    if not request.title.strip():
        what = "a few words that say what the step does"
        problems.append(_empty("the title", what, "give TITLE"))
    if not request.reason.strip():
        what = "words that say why the step is needed"
        problems.append(_empty("the reason (x-reason)", what, "give --reason"))
    number = request.number
    if number is not None and not 1 <= number <= HIGHEST:
        message, expected = "the number (--number) is not right", f"1 to {HIGHEST}"
        problems.append(Problem(message=message, found=str(number), expected=expected))
    try:
        problems += [_no_json(place, value) for place, value in not_json(dict(request.action))]
    except RecursionError:
        problems.append(Problem(message="the action of a new step nests too deep, or holds itself"))
    if problems:
        raise RepositoryError(*problems)


def _no_json(place: Address, value: object) -> Problem:
    pointer = format_pointer(place)
    return Problem(
        message=f"the action of a new step has what JSON cannot hold at {pointer or 'its root'}",
        found=f"a value or a key of the type {type(value).__name__}",
        expected="a dict with str keys, a list, a str, a finite number, True, False or None",
    )


def _empty(what: str, expected: str, advice: str) -> Problem:
    message = f"{what} of a new step is empty"
    return Problem(message=message, expected=expected, advice=advice)


def _number(series: Series, wanted: int | None) -> int:
    number = next_number(series.steps) if wanted is None else wanted
    if number > HIGHEST:
        message = f"there is no number after {HIGHEST}"
        advice = f"specmend renumber {series.api} makes room, or choose a number with --number"
        raise RepositoryError(Problem(message=message, advice=advice))
    for step in series.steps:
        if step.number == number:
            message = f"the number {digits_of(number)} is taken"
            raise RepositoryError(Problem(message=message, file=step.source.name))
    return number


def _draft(request: StepRequest, applied: Applied) -> Draft:
    """The parts of the file, without an expectation; a counted target becomes a named one."""
    tree = applied.document.tree
    action = request.action or {"update": _gap(applied, request.target)}
    description = {"description": request.description} if request.description else {}
    fields = dict(named(tree, {"target": request.target, **description, **action}))
    return Draft(
        title=request.title,
        reason=request.reason,
        target=fields.pop("target"),
        verb=fields,
        generator=request.generator,
        link=request.link,
        until=request.until,
    )


def _tried(draft: Draft, number: int, series: Series, applied: Applied) -> Mapping[str, Any]:
    """What the step finds in the document; raises RepositoryError when it cannot be made."""
    try:
        step = read_step(parse_document(write_draft(draft), draft.title, "yaml"), number)
    except RepositoryError as error:
        raise _refusal(draft, error.problems) from error
    document, reserialize = applied.document, series.reserialize
    outcome = apply_steps(document, [step], enforce=False, reserialize=reserialize).outcomes[0]
    if outcome.problems:
        raise _refusal(draft, outcome.problems)
    return as_data(outcome.actions[0].found)


def _refusal(draft: Draft, problems: tuple[Problem, ...]) -> RepositoryError:
    """The problems under the title of the step: there is no file yet in which to look for them."""
    start = f"the step “{draft.title}” cannot be made: "
    return RepositoryError(
        *(
            replace(problem, message=start + problem.message, file="", line=0, column=0)
            for problem in problems
        )
    )


def _gap(applied: Applied, target: str) -> Any:
    """What stands under `update` until somebody fills it in: a value that changes nothing."""
    document = applied.document
    try:
        places = select(target, document.tree)
    except QueryError as error:
        message = f"{target} is not a JSONPath of RFC 9535: {error}"
        raise RepositoryError(Problem(message=message)) from error
    if not places:
        raise RepositoryError(Problem(message=f"{target} selects nothing", file=document.name))
    value = get(document.tree, places[0])
    return type(value)() if isinstance(value, dict | list) else value
