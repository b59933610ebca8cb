"""A unified diff applied to a text: each hunk where it says, or where else its lines stand, if that is one place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from specmend.errors import Problem, RepositoryError

_HEAD = re.compile(
    r"@@ -(?P<start>\d{1,9})(?:,(?P<old>\d{1,9}))? \+\d{1,9}(?:,(?P<new>\d{1,9}))? @@"
)
_FILE = re.compile(r"^--- .*\n\+\+\+ ", re.MULTILINE)


def is_patch(text: str) -> bool:
    """Whether a text is a unified diff."""
    return bool(_FILE.search(text)) and any(_HEAD.match(line) for line in text.split("\n"))


def patched(text: str, patch: str, name: str) -> str:
    """The text after the patch, of which `name` is the file; lines that stay keep their line breaks.

    Raises RepositoryError for a patch of several files, a hunk that is cut short, and with every hunk whose lines
    stand nowhere or at several places.
    """
    if len(_FILE.findall(patch)) > 1:
        advice = "import the part of the patch that concerns the document"
        raise RepositoryError(
            Problem(message="this patch concerns several files", file=name, advice=advice)
        )
    old = re.findall(r"[^\n]*\n|[^\n]+", text)
    newline = "\r\n" if old and old[0].endswith("\r\n") else "\n"
    made: list[str] = []
    problems: list[Problem] = []
    done = shift = 0
    for hunk in _hunks(patch.split("\n"), name):
        at = _place(old, hunk, done, hunk.start + shift)
        if at is None:
            problems.append(Problem(message="this hunk does not apply", file=name, line=hunk.line,
                                    found="its lines are nowhere, or in several places",
                                    expected="the lines of the sanitized document"))  # fmt: skip
            continue
        made += [*old[done:at], *hunk.written(old, at, newline)]
        done, shift = at + len(hunk.before), at - hunk.start
    if problems:
        raise RepositoryError(*problems)
    return "".join([*made, *old[done:]])


@dataclass(frozen=True, kw_only=True, slots=True)
class _Hunk:
    """One hunk: its line in the patch, the old line it starts at (from 0), and its lines with their signs."""

    line: int
    start: int
    lines: tuple[str, ...]

    @property
    def before(self) -> list[str]:
        """The old lines it stands for."""
        return [line[1:].rstrip("\r") for line in self.lines if line[:1] in {" ", "-"}]

    def written(self, old: Sequence[str], at: int, newline: str) -> Iterator[str]:
        """The new lines: those that stay as they are in the old text."""
        for index, line in enumerate(self.lines):
            if line.startswith("+"):
                ends = self.lines[index + 1 : index + 2] == ("\\",)
                yield line[1:].rstrip("\r") + ("" if ends else newline)
            elif line != "\\":
                if line.startswith(" "):
                    yield old[at]
                at += 1


def _hunks(lines: Sequence[str], name: str) -> Iterator[_Hunk]:
    """The hunks of a patch, as long as their heads say."""
    for number, line in enumerate(lines):
        head = _HEAD.match(line)
        if not head:
            if line.startswith("@@ -"):
                raise RepositoryError(
                    Problem(message="this is not the head of a hunk", file=name, line=number + 1)
                )
            continue
        olds, news = int(head["old"] or 1), int(head["new"] or 1)
        body: list[str] = []
        for text in lines[number + 1 :]:
            if olds <= 0 and news <= 0 and not text.startswith("\\"):
                break
            # Editors strip the space of a context line that is empty.
            body.append("\\" if text.startswith("\\") else text or " ")
            olds -= body[-1][0] in " -"
            news -= body[-1][0] in " +"
        more = "".join(lines[number + 1 + len(body) :][:1])
        surplus = more[:1] in {" ", "+", "-"} and not more.startswith(("--- ", "-- "))
        if olds or news or surplus or any(text[0] not in " +-\\" for text in body):
            raise RepositoryError(
                Problem(message="this hunk is not as long as it says", file=name, line=number + 1)
            )
        start = int(head["start"]) - (head["old"] != "0")
        yield _Hunk(line=number + 1, start=start, lines=tuple(body))


def _place(old: Sequence[str], hunk: _Hunk, done: int, wanted: int) -> int | None:
    """Where the lines of a hunk stand after what is done: where it is wanted, else at the only other place."""
    plain = [line.rstrip("\r\n") for line in old]
    size = len(hunk.before)
    fits = [at for at in range(done, len(plain) - size + 1) if plain[at : at + size] == hunk.before]
    if wanted in fits:
        return wanted
    return fits[0] if len(fits) == 1 and size else None
