"""The tree of exceptions: every expected fault, where it is and what to do about it.

SpecmendError             root; carries every problem of the run
├─ RepositoryError        exit 1: something in the repository needs a person
│  └─ EditRefused         the text holds a construct that cannot be edited in place
├─ OutsideError           exit 2: something outside failed (network, generator, disk)
│  ├─ NotThere            a server says that it has no such thing
│  └─ NotAllowed          a server wants credentials, or other ones
├─ UsageError             exit 2: the command line is wrong
└─ InternalError          one module tells another; it reaches the user only by a bug (exit 3)
   ├─ ActionFailed        an action of a step cannot be made; `reason` says of what kind
   ├─ MergeError          two values that Overlay does not merge
   ├─ QueryError          a JSONPath query that cannot be evaluated
   │  └─ QueryTooCostly   a query, or a pattern in it, that takes too much work
   ├─ LimitExceeded       a document beyond one of the limits of limits.py
   ├─ NotExpressible      a change that plain Overlay actions cannot make
   ├─ BrokenBody          a compressed answer that cannot be unpacked
   ├─ MarkError           a mark of an operation that the client cannot follow
   ├─ GitMissing          there is no git on this machine
   ├─ GitTooSlow          a command of git took longer than it may
   ├─ Retry                a failure of a connection that may pass
   ├─ _BadOperation       private to steps/exchange/import_patch.py
   ├─ _Constant           private to document/text/reading/json_exact.py
   ├─ _NoExpression       private to validate/rules/ecma.py
   ├─ _NotLaidOut         private to document/text/reading/json_exact.py
   └─ _NotOrdinary        private to document/text/reading/yaml_fast.py

Anything else that is raised is a bug of specmend: exit 3, with a log.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum

Address = tuple[str | int, ...]
"""A place in a document: keys and indexes from the root, as in document/tree/pointer.py."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Problem:
    """One fault: where it is, what was found, what was expected, what to do.

    `file` is shown as given; `line` and `column` count from 1. `cause` is a short name that the
    faults of one cause share; without it, faults with the same words do. `step` is a command line
    that would mend the fault. `address` is the place in the document that a client is made of,
    where that is what is at fault.
    """

    message: str
    file: str = ""
    line: int = 0
    column: int = 0
    found: str = ""
    expected: str = ""
    advice: str = ""
    cause: str = ""
    step: str = ""
    said: str = ""
    address: Address | None = None

    @property
    def location(self) -> str:
        """The place as `file:line:column`, as much of it as is known."""
        if not self.line:
            return self.file
        return f"{self.file}:{self.line}:{self.column or 1}"

    @property
    def kind(self) -> tuple[str, ...]:
        """What faults of one cause have in common: the cause, or else the same words."""
        return (self.cause,) if self.cause else (self.message, self.expected, self.advice)

    @property
    def sentence(self) -> str:
        """The message, behind the location where that is known."""
        return f"{self.location}: {self.message}" if self.location else self.message


class SpecmendError(Exception):
    """Root of all expected faults; carries every problem of the run.

    Raised with one problem or many; never with none.
    """

    exit_code = 1

    def __init__(self, *problems: Problem) -> None:
        if not problems:
            raise ValueError("a SpecmendError needs at least one problem")
        super().__init__("; ".join(problem.sentence for problem in problems))
        self.problems = problems


class RepositoryError(SpecmendError):
    """Something in the repository is wrong and needs a person."""


class EditRefused(RepositoryError):
    """The text holds a construct that cannot be edited in place."""


class OutsideError(SpecmendError):
    """Something outside the repository failed: the network, a generator, the disk."""

    exit_code = 2


class NotThere(OutsideError):
    """A server says that it has no such thing."""


class NotAllowed(OutsideError):
    """A server wants credentials, or other ones than it got."""


class UsageError(SpecmendError):
    """The command line is wrong: options that do not go together, or one that is missing."""

    exit_code = 2


class InternalError(SpecmendError):
    """One module tells another that something cannot be done; a caller always handles it.

    The one problem has no location: whoever handles the error knows the file and reports it.
    """

    exit_code = 3

    def __init__(self, message: str = "", *, expected: str = "", advice: str = "") -> None:
        super().__init__(Problem(message=message, expected=expected, advice=advice))
        self.expected = expected
        self.advice = advice


class FailureReason(StrEnum):
    """Why an action cannot be made."""

    NOTHING_SELECTED = "nothing-selected"
    """The target selects no place."""
    NO_SOURCE = "no-source"
    """The path under `copy` selects no place."""
    BAD_SOURCE = "bad-source"
    """The path under `copy` selects several places, or is no query."""
    ALREADY_DONE = "already-done"
    """The document already says what the action would make it say."""
    IMPOSSIBLE = "impossible"
    """The document holds something that stands in the way."""


class ActionFailed(InternalError):
    """An action cannot be made; `address` is the place that stands in its way, if there is one."""

    def __init__(
        self,
        message: str,
        address: Address | None = None,
        *,
        reason: FailureReason = FailureReason.IMPOSSIBLE,
        expected: str = "",
        advice: str = "",
    ) -> None:
        super().__init__(message, expected=expected, advice=advice)
        self.address = address
        self.reason = reason

    @property
    def selects_nothing(self) -> bool:
        """Whether the target, or the source of a copy, selects no place."""
        return self.reason in {FailureReason.NOTHING_SELECTED, FailureReason.NO_SOURCE}

    @property
    def already_done(self) -> bool:
        """Whether the document already says what the action would make it say."""
        return self.reason is FailureReason.ALREADY_DONE

    @property
    def concerns_source(self) -> bool:
        """Whether the fault is in the path under `copy`, and not in the target."""
        return self.reason in {FailureReason.NO_SOURCE, FailureReason.BAD_SOURCE}


class MergeError(InternalError):
    """Two values that Overlay does not merge; `address` is where, from the target down."""

    def __init__(self, message: str, address: Address) -> None:
        super().__init__(message)
        self.address = address


class QueryError(InternalError):
    """A JSONPath query that cannot be evaluated; `offset` is its first wrong character, from 0."""

    def __init__(self, message: str, offset: int = 0) -> None:
        super().__init__(message)
        self.offset = offset


class QueryTooCostly(QueryError):
    """A query, or a pattern in it, that takes more work than the limits allow."""


class LimitExceeded(InternalError):
    """A document beyond one of the limits of limits.py; `advice` names the variable to set."""


class NotExpressible(InternalError):
    """The root of a document becomes a value of another kind, which no Overlay action can do."""


class BrokenBody(InternalError):
    """A compressed answer that cannot be unpacked, or that ends too early."""


class MarkError(InternalError):
    """A mark of an operation that the client cannot follow; the message says why.

    `at` are the keys that lead from the mark to the place.
    """

    def __init__(self, message: str, *at: str) -> None:
        super().__init__(message)
        self.at = at


def did_you_mean(word: str, known: Iterable[str], likeness: float = 0.6) -> str:
    """A hint that names the known word nearest to a mistyped one.

    Empty where none is as near as `likeness` (0 to 1, as difflib measures it).
    """
    close = get_close_matches(word, list(known), n=1, cutoff=likeness)
    return f"did you mean '{close[0]}'?" if close else ""


class ProblemList:
    """The problems of several pieces of work, collected so that all are raised together."""

    def __init__(self) -> None:
        self.repository: list[Problem] = []
        self.outside: list[Problem] = []

    def add(self, *problems: Problem) -> None:
        """Add problems in the repository."""
        self.repository += problems

    @contextmanager
    def collect(self) -> Iterator[None]:
        """A context for one piece of work: what it raises is collected, and the next goes on."""
        try:
            yield
        except RepositoryError as error:
            self.repository += error.problems
        except OutsideError as error:
            self.outside += error.problems

    def raise_all(self) -> None:
        """Raise what was collected, if anything was: RepositoryError when any of it is one."""
        if self.repository:
            raise RepositoryError(*self.repository, *self.outside)
        if self.outside:
            raise OutsideError(*self.outside)


class GitMissing(InternalError):
    """There is no git on this machine."""


class GitTooSlow(InternalError):
    """A command of git took longer than it may; the message says for how long."""


class Retry(InternalError):
    """A failure of a connection that may pass; `wait` are the seconds that the server asks for."""

    def __init__(self, error: OutsideError, wait: float = 0.0) -> None:
        super().__init__(str(error))
        self.error, self.wait = error, wait
