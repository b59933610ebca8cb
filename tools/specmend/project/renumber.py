"""The step files of an API given other numbers, where the series still applies then."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from specmend.errors import Problem, RepositoryError
from specmend.steps.step_name import with_number
from specmend.storage.read import read_file
from specmend.storage.transaction import write_files

if TYPE_CHECKING:
    from collections.abc import Sequence

    from specmend.settings.layout import Api
    from specmend.steps.order import Numbers
    from specmend.steps.step import Step

_HIGHEST = 9999


def read_series(api: Api) -> tuple[Step, ...]:
    """The steps of an API."""
    from specmend.steps.read import read_steps

    return read_steps(api.steps, api.show(api.steps))


def reorder(api: Api, steps: Sequence[Step], numbers: Numbers) -> dict[str, str]:
    """Rename the files, and give their old names with the new ones.

    Raises RepositoryError, and changes nothing, when a step would no longer apply.
    """
    from specmend.source.pin import read_upstream
    from specmend.steps.order import newly_broken, with_numbers

    if any(not 1 <= number <= _HIGHEST for number in numbers.values()):
        raise RepositoryError(
            Problem(message="numbers of steps have four digits", expected=f"1 to {_HIGHEST}")
        )
    settings = api.settings
    after = with_numbers(steps, numbers)
    broken = newly_broken(
        read_upstream(api)[1], steps, after, settings.generator, reserialize=settings.reserialize
    )
    if broken:
        raise RepositoryError(*(said_of(problem, "in the new order") for problem in broken))
    files = {step.number: step.source.name.rpartition("/")[2] for step in steps}
    names = {files[old]: with_number(files[old], new) for old, new in sorted(numbers.items())}
    rename_files(api.steps, names)
    return names


def said_of(problem: Problem, when: str) -> Problem:
    """The problem of a step that would no longer apply."""
    return Problem(
        message=f"{when}, this step no longer applies: {problem.message}", file=problem.file, line=problem.line,
        column=problem.column, found=problem.found, expected=problem.expected, advice="mend or move this step first",
    )  # fmt: skip


def rename_files(folder: Path, names: Mapping[str, str]) -> None:
    """Give files other names, which may be names that others of them had: all of them or none.

    Raises RepositoryError when a name is taken.
    """
    taken = [new for new in names.values() if new not in names and (folder / new).exists()]
    if taken:
        raise RepositoryError(*(Problem(message="this name is taken", file=name) for name in taken))
    renamed = {folder / new: read_file(folder / old, old) for old, new in names.items()}
    write_files(renamed, [folder / old for old in names if folder / old not in renamed])
