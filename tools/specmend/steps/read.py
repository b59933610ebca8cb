"""The step files of an API, read and put in order; every fault of all of them at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from specmend.document.text.document import Document, read_document
from specmend.document.tree.values import MISSING
from specmend.errors import Problem, RepositoryError
from specmend.steps.applies_to import read_applies_to
from specmend.steps.check_shape import shape_problems
from specmend.steps.positional import indexed_places
from specmend.steps.step import Action, Expectation, Open, Step, Verdict
from specmend.storage.read import list_files, read_file

FILE_NAME = re.compile(r"(\d{4})-([a-z0-9]+(?:-[a-z0-9]+)*)\.(?:yaml|yml|json)")


def read_steps(folder: Path, show: str) -> tuple[Step, ...]:
    """The steps of a folder by number; `show` is how messages name the folder.

    A folder that does not exist holds no steps. Raises RepositoryError with every fault.
    """
    steps: list[Step] = []
    problems: list[Problem] = []
    for file in list_files(folder, show):
        name = f"{show}/{file.name}"
        number = FILE_NAME.fullmatch(file.name)
        if not number:
            problems.append(
                Problem(message="this is not the name of a step file", file=name,
                        expected="four digits and words, as 0001-move-api-prefix.yaml", advice="rename or move it")
            )  # fmt: skip
            continue
        try:
            steps.append(read_step(read_document(read_file(file, name), name), int(number[1])))
        except RepositoryError as error:
            problems += error.problems
    problems += _twice(steps)
    if problems:
        raise RepositoryError(*problems)
    return tuple(sorted(steps, key=lambda step: step.number))


def read_step(document: Document, number: int) -> Step:
    """One step from its file; raises RepositoryError with every fault of the file."""
    found = [*shape_problems(document), *indexed_places(document)]
    problems = sorted(found, key=lambda problem: (problem.line, problem.column))
    if problems:
        raise RepositoryError(*problems)
    info = document.tree["info"]
    return Step(
        number=number,
        title=info["title"],
        reason=info["x-reason"].strip(),
        generator=info.get("x-generator", ""),
        link=info.get("x-link", ""),
        until=info.get("x-until", ""),
        actions=read_actions(document.tree),
        source=document,
        applies_to=read_applies_to(info.get("x-applies-to", {})),
    )


def read_actions(tree: Mapping[str, Any]) -> tuple[Action, ...]:
    """The actions of an overlay whose shape was checked."""
    primitives = not tree["overlay"].startswith("1.0")
    return tuple(
        _action(index, action, primitives=primitives)
        for index, action in enumerate(tree["actions"])
    )


def _action(index: int, action: Mapping[str, Any], *, primitives: bool) -> Action:
    edit = dict(action.get("x-edit", {}))
    return Action(
        index=index,
        target=action["target"],
        description=action.get("description", ""),
        update=action.get("update", MISSING),
        copy=action.get("copy", ""),
        remove=action.get("remove", False),
        edit=edit.pop("name", ""),
        parameters=edit,
        optional=action.get("x-optional", ""),
        primitives=primitives,
        expect=_expectation(action["x-expect"]) if "x-expect" in action else None,
        open=_open(action["x-conflict"]) if "x-conflict" in action else None,
    )


def _expectation(value: Mapping[str, Any]) -> Expectation:
    return Expectation(
        matches=value["matches"],
        before=value.get("before", MISSING),
        digest=value.get("digest", ""),
    )


def _open(value: Mapping[str, Any]) -> Open:
    return Open(verdict=Verdict(value["verdict"]), message=value["words"])


def _twice(steps: Iterable[Step]) -> list[Problem]:
    first: dict[int, Step] = {}
    problems = []
    for step in steps:
        known = first.setdefault(step.number, step)
        if known is not step:
            problems.append(
                Problem(
                    message=f"the number {step.number:04} is taken", file=step.source.name, line=1, column=1,
                    found=known.source.name, expected="one step for each number",
                    advice="rename one of the two files; the numbers give the order",
                )
            )  # fmt: skip
    return problems
