"""The work for several APIs, in several processes at once: the same results for any number."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Final, TypeVar

from specmend.errors import ProblemList
from specmend.progress import SILENT, Advance, Progress, phase
from specmend.project.job import Ahead, Assignment, Work, outcomes_of
from specmend.project.processors import usable_processors
from specmend.project.team import Team
from specmend.settings.layout import ApiLayout

_T = TypeVar("_T")

CAN_FORK: Final = hasattr(os, "fork")
"""Whether a process that has loaded everything can be copied for each API."""


def each_api(
    work: Work[_T],
    apis: Sequence[ApiLayout],
    *,
    name: str = "building",
    jobs: int | None = None,
    progress: Progress = SILENT,
    temporary: Sequence[Path] = (),
    ahead: Ahead | None = None,
    forks: bool = CAN_FORK,
) -> list[_T]:
    """What the work gives for each API, in their order; `name` is what the whole of it is called.

    At most `jobs` APIs are in work at once; without it, as many as there are processors. The
    folders `temporary` go even if this process is killed. `ahead` may do a part of the work while
    what the rest of it needs is loaded.

    Raises RepositoryError or OutsideError with every problem of every API, in their order.
    """
    results: list[_T] = []
    faults = ProblemList()
    jobs = min(jobs or usable_processors(), len(apis))
    # One alone needs no count.
    count = len(apis) if len(apis) > 1 else 0
    with (
        phase(progress, "", name, count) as advance,
        _taken(work, apis, jobs, progress, temporary, advance, ahead, forks=forks) as takes,
    ):
        for take in takes:
            with faults.collect():
                results.append(take())
    faults.raise_all()
    return results


@contextmanager
def _taken(
    work: Work[_T],
    apis: Sequence[ApiLayout],
    jobs: int,
    progress: Progress,
    temporary: Sequence[Path],
    advance: Advance,
    ahead: Ahead | None,
    *,
    forks: bool,
) -> Iterator[list[Callable[[], _T]]]:
    """What gives the result for each API, or raises; it is done here where that is no slower."""
    if len(apis) < 2 or (jobs < 2 and not forks):  # noqa: PLR2004 - one alone
        yield [partial(_here, work, api, progress, advance) for api in apis]
        return
    with tempfile.TemporaryDirectory(prefix="specmend-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        assignment = Assignment(
            work=work,
            ahead=ahead,
            is_heard=progress is not SILENT,
            apis=tuple(apis),
            jobs=jobs,
            forks=forks,
            folder=folder,
            temporary=(folder, *temporary),
        )
        with Team(assignment, progress, advance) as team:
            codes = team.work()
        yield [outcome.take for outcome in outcomes_of(assignment, codes)]


def _here(work: Work[_T], api: ApiLayout, progress: Progress, advance: Advance) -> _T:
    """The work for an API in this process."""
    try:
        return work(api, progress)
    finally:
        advance()
