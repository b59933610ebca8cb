"""The step files of an API, read and put in order; every fault of all of them at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from msgspec import UNSET

from specmend.document.text.document import Document, read_document
from specmend.errors import Problem, RepositoryError
from specmend.steps.action_number import numbers_of
from specmend.steps.applies_to import AppliesTo
from specmend.steps.check_shape import shape_problems
from specmend.steps.fields import (
    ActionFields,
    ConflictFields,
    ExpectFields,
    action_fields,
    step_fields,
)
from specmend.steps.merge import as_entry
from specmend.steps.positional import indexed_places
from specmend.steps.step import Action, Expectation, Open, Step, Verdict
from specmend.steps.step_name import digits_of, number_of
from specmend.storage.read import list_files, read_file


def read_steps(folder: Path, show: str, *, with_gaps: bool = False) -> tuple[Step, ...]:
    """The steps of a folder by number; `show` is how messages name the folder.

    A folder that does not exist holds no steps. `with_gaps` lets reasons be gaps still. Raises
    RepositoryError with every fault.
    """
    steps: list[Step] = []
    problems: list[Problem] = []
    for file in list_files(folder, show):
        try:
            steps.append(_read_file(file, f"{show}/{file.name}", with_gaps=with_gaps))
        except RepositoryError as error:
            problems += error.problems
    problems += _twice(steps)
    if problems:
        raise RepositoryError(*problems)
    return tuple(sorted(steps, key=lambda step: step.number))


def read_step(document: Document, number: int, *, with_gaps: bool = False) -> Step:
    """One step from its file; raises RepositoryError with every fault of the file."""
    faults = [*shape_problems(document, with_gaps=with_gaps), *indexed_places(document)]
    fields = step_fields(document.tree)
    if faults or fields is None:
        raise RepositoryError(*sorted(faults, key=lambda fault: (fault.line, fault.column)))
    info = fields.info
    return Step(
        number=number,
        title=info.title,
        reason=info.reason.strip(),
        generator=info.generator,
        link=info.link,
        until=info.until,
        actions=read_actions(document.tree),
        source=document,
        applies_to=AppliesTo(
            versions=tuple(info.applies_to.versions), digests=tuple(info.applies_to.digests)
        ),
    )


def read_actions(tree: Mapping[str, Any]) -> tuple[Action, ...]:
    """The actions of an overlay whose shape was checked."""
    # Overlay 1.0 section 4.4.3 lets a target select objects and arrays only.
    primitives = not tree["overlay"].startswith("1.0")
    return tuple(
        _action(index, number, action_fields(action), primitives=primitives)
        for index, (action, number) in enumerate(
            zip(tree["actions"], numbers_of(tree["actions"]), strict=True)
        )
    )


def _action(index: int, number: int, fields: ActionFields, *, primitives: bool) -> Action:
    edit = {} if fields.edit is UNSET else dict(fields.edit)
    return Action(
        index=index,
        number=number,
        target=fields.target,
        description=fields.description,
        update=fields.update if primitives else as_entry(fields.update),
        copy=fields.copy,
        remove=fields.remove,
        edit=edit.pop("name", ""),
        parameters=edit,
        optional=fields.optional,
        primitives=primitives,
        expect=None if fields.expect is UNSET else _expectation(fields.expect),
        open=None if fields.conflict is UNSET else _open(fields.conflict),
    )


def _expectation(fields: ExpectFields) -> Expectation:
    return Expectation(matches=fields.matches, before=fields.before, digest=fields.digest)


def _open(fields: ConflictFields) -> Open:
    verdict = Verdict(fields.verdict)
    return Open(verdict=verdict, message=fields.message, is_joined=bool(fields.kept))


def _read_file(file: Path, name: str, *, with_gaps: bool) -> Step:
    number = number_of(file.name)
    if number is None:
        raise RepositoryError(
            Problem(
                message="this is not the name of a step file",
                file=name,
                expected="four digits and words, as 0001-move-api-prefix.yaml",
                advice="rename or move it",
            )
        )
    document = read_document(read_file(file, name), name)
    return read_step(document, number, with_gaps=with_gaps)


def _twice(steps: Iterable[Step]) -> list[Problem]:
    """The steps whose number an earlier file has."""
    first: dict[int, Step] = {}
    problems = []
    for step in steps:
        known = first.setdefault(step.number, step)
        if known is not step:
            problems.append(_taken(step, known))
    return problems


def _taken(step: Step, known: Step) -> Problem:
    return Problem(
        message=f"the number {digits_of(step.number)} is taken",
        file=step.source.name,
        line=1,
        column=1,
        found=known.source.name,
        expected="one step for each number",
        advice="rename one of the two files; the numbers give the order",
    )
