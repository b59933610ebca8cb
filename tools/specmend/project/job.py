"""What a worker process is told to do for each API, and what came of it."""

from __future__ import annotations

import pickle
import signal
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final, Generic, Protocol, TypeVar

from specmend.errors import OutsideError, Problem, RepositoryError
from specmend.generate.processes import TIMEOUT
from specmend.progress import SILENT, Event, Progress, Relay
from specmend.settings.layout import ApiLayout

GOODBYE: Final = b"goodbye"
"""What a worker hears when its work is done; without it, the end of its input is an accident."""

_MEMORY: Final = "look whether memory ran out; --jobs 1 needs the least of it"

_NAMED: Final = 3
"""How many APIs a message names."""

Say = Callable[[dict[str, Any]], None]
"""Says something to the process that gave the assignment."""

Ahead = Callable[[ApiLayout], None]
"""Does ahead what it can of the work for an API; it can be pickled."""

_T = TypeVar("_T")
_Made_co = TypeVar("_Made_co", covariant=True)


class Work(Protocol[_Made_co]):
    """What is to be done for an API; it and what it gives can be pickled."""

    def __call__(self, api: ApiLayout, progress: Progress) -> _Made_co:
        """Do it; raises RepositoryError or OutsideError with every problem."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Assignment:
    """The work for several APIs, of which at most `jobs` are in work at once.

    With `forks`, one process copies itself for each API; otherwise each job is a process. `folder`
    is for what passes between the processes. Whoever outlives the process that gave the assignment
    removes the folders in `temporary`. `ahead` may do a part of the work before the rest of it can
    be done. Where nobody is to hear of the phases of the work, it is not `is_heard`.
    """

    work: Work[Any]
    apis: tuple[ApiLayout, ...]
    jobs: int
    forks: bool
    folder: Path
    temporary: tuple[Path, ...]
    ahead: Ahead | None = None
    is_heard: bool = True

    @property
    def order(self) -> Sequence[int]:
        """The indexes of the APIs in the order of the work: the largest documents come first.

        So none of them is alone at the end. One after the other, the order is that of the settings.
        """
        indexes = range(len(self.apis))
        if self.jobs < 2:  # noqa: PLR2004 - one after the other
            return indexes
        return sorted(indexes, key=lambda index: -_size(self.apis[index].upstream))

    def write(self) -> Path:
        """Write it to its folder, for the processes that it is for."""
        file = self.folder / "assignment"
        file.write_bytes(pickle.dumps(self))
        return file

    def file(self, index: int) -> Path:
        """The file for the outcome of an API."""
        return self.folder / f"{index}.outcome"


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome(Generic[_T]):
    """What came of the work for one API: its value, or why there is none.

    `bug` is the traceback of an exception that nobody expects, `system` are the number and the
    words of a fault of the system.
    """

    value: _T | None = None
    repository: tuple[Problem, ...] = ()
    outside: tuple[Problem, ...] = ()
    system: tuple[int | None, str] | None = None
    bug: str = ""

    def take(self) -> _T:
        """The value; raises what stood in its way."""
        if self.repository:
            raise RepositoryError(*self.repository)
        if self.outside:
            raise OutsideError(*self.outside)
        if self.system:
            raise OSError(*self.system)
        if self.bug:
            error = RuntimeError(self.bug.strip().splitlines()[-1])
            error.add_note(self.bug)
            raise error
        return self.value  # type: ignore[return-value]  # None may be the value


def work_on(assignment: Assignment, index: int, say: Say) -> None:
    """Do the work for one API, tell of its phases to who hears, and write down what came of it."""
    progress = Relay(partial(_tell, say)) if assignment.is_heard else SILENT
    outcome = _outcome(assignment.work, assignment.apis[index], progress)
    assignment.file(index).write_bytes(pickle.dumps(outcome))


def outcomes_of(assignment: Assignment, codes: Mapping[int, int]) -> list[Outcome[Any]]:
    """What came of the work for each API, by the exit codes of their processes.

    There is no code where the process that would know it was stopped: that is said once, for all.
    """
    lost = [index for index in range(len(assignment.apis)) if index not in codes]
    outcomes: dict[int, Outcome[Any]] = {index: Outcome() for index in lost}
    outcomes |= {index: _outcome_of(assignment, index, code) for index, code in codes.items()}
    if lost:
        outcomes[lost[0]] = Outcome(outside=(_lost(assignment, lost),))
    return [outcome for _, outcome in sorted(outcomes.items())]


def _outcome_of(assignment: Assignment, index: int, code: int) -> Outcome[Any]:
    if code == 0:
        outcome: Outcome[Any] = pickle.loads(assignment.file(index).read_bytes())  # noqa: S301 - we wrote it
        return outcome
    return Outcome(outside=(_stopped(assignment.apis[index].name, *_ending(code)),))


def _outcome(work: Work[_T], api: ApiLayout, progress: Progress) -> Outcome[_T]:
    try:
        return Outcome(value=work(api, progress))
    except RepositoryError as error:
        return Outcome(repository=error.problems)
    except OutsideError as error:
        return Outcome(outside=error.problems)
    except MemoryError:
        return Outcome(outside=(_stopped(api.name, "no memory is left"),))
    except OSError as error:
        return Outcome(system=(error.errno, error.strerror or str(error)))
    except Exception:  # noqa: BLE001 - it is raised again by `take`
        return Outcome(bug=traceback.format_exc())


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0


def _tell(say: Say, event: Event) -> None:
    say({"event": [event.api, event.phase, event.kind, event.done, event.total]})


def _ending(code: int) -> tuple[str, str]:
    """How a process ended, and what can be done."""
    if code == -getattr(signal, "SIGPROF", 0):
        late = f"a generator computed for more than {TIMEOUT} seconds"
        return late, "report this with the document"
    return (f"signal {-code}" if code < 0 else f"exit code {code}"), _MEMORY


def _lost(assignment: Assignment, indexes: Sequence[int]) -> Problem:
    names = [assignment.apis[index].name for index in indexes]
    more = len(names) - _NAMED
    shown = ", ".join(names[:_NAMED]) + (f" and {more} more" if more > 0 else "")
    return _stopped(shown, "the process that started it is gone")


def _stopped(name: str, ending: str, advice: str = _MEMORY) -> Problem:
    return Problem(
        message=f"the process that worked on {name} was stopped before its end",
        found=ending,
        advice=advice,
    )
