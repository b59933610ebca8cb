"""A new step, tried on the document as the earlier steps leave it, and written with what it found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from specmend.document.jsonpath.select import select
from specmend.document.text.document import parse_document
from specmend.document.tree.values import get
from specmend.errors import Problem, QueryError, RepositoryError
from specmend.settings.layout import Api
from specmend.source.pin import read_upstream
from specmend.steps.active import active_steps
from specmend.steps.apply import Applied, apply_steps
from specmend.steps.expectation import as_data
from specmend.steps.place_query import named
from specmend.steps.read import read_step, read_steps
from specmend.steps.step_name import digits_of, name_of
from specmend.steps.write import Draft, next_number, write_draft
from specmend.storage.write import write_file


def draft_step(
    api: Api,
    *,
    title: str,
    reason: str,
    target: str,
    verb: Mapping[str, Any],
    description: str = "",
    number: int | None,
    info: Mapping[str, Any],
) -> tuple[str, str]:
    """Write the file of a new step, and give its name and the target that it has.

    Raises RepositoryError when the step cannot be made.
    """
    steps = read_steps(api.steps, api.show(api.steps))
    chosen = next_number(steps) if number is None else number
    taken = next((step.source.name for step in steps if step.number == chosen), "")
    if taken:
        raise RepositoryError(
            Problem(message=f"the number {digits_of(chosen)} is taken", file=taken)
        )
    generator = info.get("generator") or api.settings.generator
    upstream = read_upstream(api)[1]
    earlier = [step for step in active_steps(steps, generator, upstream) if step.number < chosen]
    applied = apply_steps(upstream, earlier, reserialize=api.settings.reserialize)
    if applied.problems:
        raise RepositoryError(*applied.problems)
    name = f"{api.show(api.steps)}/{name_of(chosen, title)}"
    words = {"description": description} if description else {}
    made = named(
        applied.document.tree,
        {"target": target, **words, **(verb or {"update": _gap(applied, target)})},
    )
    draft = Draft(
        title=title, reason=reason, target=made["target"], verb=_beside_target(made), **info
    )
    step = read_step(parse_document(write_draft(draft), name), chosen)
    if verb:
        outcome = apply_steps(
            applied.document, [step], enforce=False, reserialize=api.settings.reserialize
        ).outcomes[0]
        if outcome.problems:
            raise RepositoryError(*outcome.problems)
        expect = as_data(outcome.actions[0].found)
        draft = replace(draft, expect=expect)
    write_file(api.root / name, write_draft(draft).encode())
    return name, made["target"]


def _beside_target(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if key != "target"}


def _gap(applied: Applied, target: str) -> Any:
    """What stands in a new step's `update` until somebody fills it in: something that changes nothing."""
    try:
        places = select(target, applied.document.tree)
    except QueryError as error:
        raise RepositoryError(
            Problem(message=f"{target} is not a JSONPath of RFC 9535: {error}")
        ) from error
    if not places:
        raise RepositoryError(
            Problem(message=f"{target} selects nothing", file=applied.document.name)
        )
    value = get(applied.document.tree, places[0])
    return type(value)() if isinstance(value, dict | list) else value
