"""Where one file of a document of many files is, and what it is called."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final, Protocol
from urllib.parse import unquote, urlsplit

from specmend.errors import Problem

WEB: Final = ("https://", "http://")
_ENDINGS: Final = (".yaml", ".yml", ".json", ".md", ".markdown", ".txt")


@dataclass(frozen=True, kw_only=True, slots=True)
class Location:
    """Where one file is: an address, the path of a file, or a path in a git repository.

    `place` is that, and tells the file from all others. `path` is how the pin has it, seen from the
    root document, and `name` how messages have it. `base` is where a server redirected to.
    """

    place: str
    path: str
    name: str
    base: str = ""

    @property
    def is_web(self) -> bool:
        """Whether the file is asked for over HTTP."""
        return self.place.startswith(WEB)

    @property
    def words(self) -> tuple[str, ...]:
        """The folders on the way to the file, and its own name without ending."""
        path = urlsplit(self.path).path if self.path.startswith(WEB) else self.path
        parts = [part for part in PurePosixPath(unquote(path)).parts if part not in ("/", "..")]
        return (*parts[:-1], _without_ending(parts[-1])) if parts else ("root",)


class Files(Protocol):
    """One kind of files beside a document: on the disk, in a git repository, or on the web."""

    def locate(self, reference: str, base: Location) -> Location | Problem:
        """Where the file of a reference is, seen from another file; or why it may not be read."""

    def read(self, location: Location) -> bytes | Problem:
        """The bytes of a file, or why there are none."""


def no_file(name: str) -> Problem:
    """The problem of a reference to a file that is not there."""
    return Problem(
        message=f"the reference leads to a file that is not there: {name}",
        expected="a file at this path, seen from the file with the reference",
    )


def not_had(message: str, problem: Problem) -> Problem:
    """The problem of a file as one of the reference to it, which has the place."""
    return Problem(
        message=message,
        found=problem.found,
        expected=problem.expected,
        advice=problem.advice,
    )


def _without_ending(name: str) -> str:
    return next((name[: -len(e)] for e in _ENDINGS if name.lower().endswith(e)), name) or name
