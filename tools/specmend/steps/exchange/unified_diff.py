"""Applies a unified diff to a text: each hunk where it says, or at the only other place it fits.

The libraries for this (unidiff, whatthepatch) take hunks that are too long or too short in
silence, and name no line where a patch is broken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NoReturn

from specmend.errors import Problem, RepositoryError

_HEAD: Final = re.compile(
    r"@@ -(?P<start>\d{1,9})(?:,(?P<old>\d{1,9}))? \+\d{1,9}(?:,(?P<new>\d{1,9}))? @@"
)
_FILE: Final = re.compile(r"^--- .*\n\+\+\+ ", re.MULTILINE)
_NO_LINE_BREAK: Final = "\\"


def is_patch(text: str) -> bool:
    """Whether a text is a unified diff."""
    return bool(_FILE.search(text)) and any(_HEAD.match(line) for line in text.split("\n"))


def patched(text: str, patch: str, name: str) -> str:
    """The text after the patch; `name` is the file of the patch.

    Lines that stay keep their line breaks. Raises RepositoryError for a patch of several files, for
    a hunk that is cut short, and with every hunk whose lines stand nowhere or at several places.
    """
    _refuse_several_files(patch, name)
    old = re.findall(r"[^\n]*\n|[^\n]+", text)
    newline = "\r\n" if old and old[0].endswith("\r\n") else "\n"
    new: list[str] = []
    problems: list[Problem] = []
    done = shift = 0
    for hunk in _hunks(patch.split("\n"), name):
        at = _place(old, hunk, done, hunk.start + shift)
        if at is None:
            problems.append(_does_not_apply(hunk, name))
            continue
        new += [*old[done:at], *hunk.written(old, at, newline)]
        done, shift = at + len(hunk.before), at - hunk.start
    if problems:
        raise RepositoryError(*problems)
    return "".join([*new, *old[done:]])


@dataclass(frozen=True, kw_only=True, slots=True)
class _Hunk:
    """One hunk: its line in the patch, and its lines with their signs.

    `start` is the old line that it begins at, from 0.
    """

    line: int
    start: int
    lines: tuple[str, ...]

    @property
    def before(self) -> list[str]:
        """The old lines it stands for."""
        return [line[1:].rstrip("\r") for line in self.lines if line[:1] in {" ", "-"}]

    def written(self, old: Sequence[str], at: int, newline: str) -> Iterator[str]:
        """The new lines; those that stay are as they are in the old text."""
        for index, line in enumerate(self.lines):
            if line.startswith("+"):
                ends_text = self.lines[index + 1 : index + 2] == (_NO_LINE_BREAK,)
                yield line[1:].rstrip("\r") + ("" if ends_text else newline)
            elif line != _NO_LINE_BREAK:
                if line.startswith(" "):
                    yield old[at]
                at += 1


def _refuse_several_files(patch: str, name: str) -> None:
    if len(_FILE.findall(patch)) > 1:
        advice = "import the part of the patch that concerns the document"
        message = "this patch concerns several files"
        raise RepositoryError(Problem(message=message, file=name, advice=advice))


def _does_not_apply(hunk: _Hunk, name: str) -> Problem:
    return Problem(
        message="this hunk does not apply",
        file=name,
        line=hunk.line,
        found="its lines stand nowhere, or at several places",
        expected="the lines of the sanitized document",
    )


def _hunks(lines: Sequence[str], name: str) -> Iterator[_Hunk]:
    """The hunks of a patch, as long as their heads say."""
    for number, line in enumerate(lines):
        head = _HEAD.match(line)
        if head:
            body = _body(lines[number + 1 :], head)
            if body is None:
                _refuse("this hunk is not as long as it says", name, number)
            start = int(head["start"]) - (head["old"] != "0")
            yield _Hunk(line=number + 1, start=start, lines=body)
        elif line.startswith("@@ -"):
            _refuse("this is not the head of a hunk", name, number)


def _refuse(message: str, name: str, number: int) -> NoReturn:
    raise RepositoryError(Problem(message=message, file=name, line=number + 1))


def _body(lines: Sequence[str], head: re.Match[str]) -> tuple[str, ...] | None:
    """The lines of a hunk with this head; None where there are more or fewer of them."""
    old, new = int(head["old"] or 1), int(head["new"] or 1)
    body: list[str] = []
    for text in lines:
        if old <= 0 and new <= 0 and not text.startswith(_NO_LINE_BREAK):
            break
        # Editors strip the space of a context line that is empty.
        line = _NO_LINE_BREAK if text.startswith(_NO_LINE_BREAK) else text or " "
        body.append(line)
        old -= line[0] in " -"
        new -= line[0] in " +"
    is_complete = old == new == 0 and all(line[0] in " +-\\" for line in body)
    return tuple(body) if is_complete and not _goes_on(lines[len(body) :]) else None


def _goes_on(lines: Sequence[str]) -> bool:
    """Whether the next line still looks like one of the hunk; the end of a mail does not."""
    following = lines[0] if lines else ""
    is_signed = following[:1] in {" ", "+", "-"}
    return is_signed and not following.startswith(("--- ", "-- "))


def _place(old: Sequence[str], hunk: _Hunk, done: int, wanted: int) -> int | None:
    """Where the lines of a hunk stand after line `done`.

    That is where it is wanted, or else the only other place.
    """
    plain = [line.rstrip("\r\n") for line in old]
    before = hunk.before
    size = len(before)
    places = [at for at in range(done, len(plain) - size + 1) if plain[at : at + size] == before]
    if wanted in places:
        return wanted
    return places[0] if len(places) == 1 and size else None
