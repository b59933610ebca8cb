"""Steps given other numbers, or dropped, where the series still applies then."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from specmend.errors import Problem, RepositoryError
from specmend.settings.layout import ApiLayout
from specmend.steps.order import Numbers, moved, newly_broken, renumbered, with_numbers
from specmend.steps.series import Series, read_series
from specmend.steps.step_name import HIGHEST, with_number
from specmend.storage.read import read_file
from specmend.storage.transaction import write_files


@dataclass(frozen=True, kw_only=True, slots=True)
class Dropped:
    """The file of a dropped step, and the problems of later steps that no longer apply."""

    file: str
    problems: tuple[Problem, ...]


def move_step(api: ApiLayout, number: int, to: int) -> dict[str, str]:
    """Give a step another number, and so another place; steps in its way go one up or down.

    Gives the old names of the files with the new ones. Raises RepositoryError, and changes nothing,
    when there is no such step or a step would no longer apply.
    """
    series = read_series(api)
    series.step(number)
    return _reorder(api, series, moved(series.steps, number, to))


def renumber_steps(api: ApiLayout, by: int = 1) -> dict[str, str]:
    """Number all steps `by` apart in the order that they have; gives and raises as `move_step`."""
    series = read_series(api)
    return _reorder(api, series, renumbered(series.steps, by))


def drop_step(api: ApiLayout, number: int, *, force: bool = False) -> Dropped:
    """Take a step out of the series and delete its file; the others keep their numbers.

    Raises RepositoryError when there is no such step, or when later steps no longer apply without
    it; with `force`, these are in the answer instead.
    """
    series = read_series(api)
    step = series.step(number)
    left = series.with_steps(other for other in series.steps if other is not step)
    problems = [
        _broken(problem, f"without step {number}") for problem in newly_broken(series, left)
    ]
    if problems and not force:
        raise RepositoryError(*problems)
    write_files({}, [api.root / step.source.name])
    return Dropped(file=step.source.name, problems=tuple(problems))


def rename_files(folder: Path, names: Mapping[str, str]) -> None:
    """Give files other names, which may be names that others of them had: all of them or none.

    Raises RepositoryError when a name is taken.
    """
    taken = [new for new in names.values() if new not in names and (folder / new).exists()]
    if taken:
        raise RepositoryError(*(Problem(message="this name is taken", file=name) for name in taken))
    renamed = {folder / new: read_file(folder / old, old) for old, new in names.items()}
    write_files(renamed, [folder / old for old in names if folder / old not in renamed])


def _reorder(api: ApiLayout, series: Series, numbers: Numbers) -> dict[str, str]:
    if any(not 1 <= number <= HIGHEST for number in numbers.values()):
        message = "numbers of steps have four digits"
        raise RepositoryError(Problem(message=message, expected=f"1 to {HIGHEST}"))
    after = series.with_steps(with_numbers(series.steps, numbers))
    broken = newly_broken(series, after)
    if broken:
        raise RepositoryError(*(_broken(problem, "in the new order") for problem in broken))
    files = {step.number: step.source.name.rpartition("/")[2] for step in series.steps}
    names = {files[old]: with_number(files[old], new) for old, new in sorted(numbers.items())}
    rename_files(api.steps, names)
    return names


def _broken(problem: Problem, when: str) -> Problem:
    """The problem of a step that would no longer apply."""
    return Problem(
        message=f"{when}, this step no longer applies: {problem.message}",
        file=problem.file,
        line=problem.line,
        column=problem.column,
        found=problem.found,
        expected=problem.expected,
        advice="mend or move this step first",
    )
