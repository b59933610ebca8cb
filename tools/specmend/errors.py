"""The error tree: every expected fault, where it is and what to do about it.

SpecmendError
├─ RepositoryError    exit 1: something in the repository needs a person
│  └─ EditRefused     a construct of the text that cannot be edited in place
└─ OutsideError       exit 2: the outside failed (network, generator)

Anything else that is raised is a bug of specmend: exit 3, with a log.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, kw_only=True, slots=True)
class Problem:
    """One fault: where it is, what was found, what was expected, what to do.

    `file` is shown as given; `line` and `column` count from 1.
    """

    message: str
    file: str = ""
    line: int = 0
    column: int = 0
    found: str = ""
    expected: str = ""
    advice: str = ""

    @property
    def location(self) -> str:
        """The place as `file:line:column`, as much of it as is known."""
        if not self.line:
            return self.file
        return f"{self.file}:{self.line}:{self.column or 1}"


class SpecmendError(Exception):
    """Root of all expected faults; carries every problem of the run.

    Raised with one problem or many; never with none.
    """

    exit_code = 1

    def __init__(self, *problems: Problem) -> None:
        if not problems:
            raise ValueError("a SpecmendError needs at least one problem")
        super().__init__(
            "; ".join(f"{p.location}: {p.message}" if p.location else p.message for p in problems)
        )
        self.problems = problems


class RepositoryError(SpecmendError):
    """Something in the repository is wrong and needs a person."""


class EditRefused(RepositoryError):
    """The text holds a construct that cannot be edited in place."""


class OutsideError(SpecmendError):
    """Something outside the repository failed: the network, a generator."""

    exit_code = 2


def did_you_mean(word: str, known: Iterable[str], likeness: float = 0.6) -> str:
    """A hint naming the known word nearest to a mistyped one; empty where none is as near as `likeness`."""
    close = get_close_matches(word, list(known), n=1, cutoff=likeness)
    return f"did you mean {close[0]!r}?" if close else ""
