"""Reads what a command wrote into its folder: ordinary files, and nothing else."""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from specmend.errors import Problem, RepositoryError
from specmend.generate.commands.file_names import clashes, fault_of_name
from specmend.limits import (
    COMMAND_BYTES,
    COMMAND_FILES,
    MAX_COMMAND_BYTES,
    MAX_COMMAND_FILES,
    Limit,
)
from specmend.storage.read import read_file
from specmend.storage.write import IGNORED, reason_of

_KINDS: Final = {
    stat.S_IFIFO: "a pipe",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
    stat.S_IFSOCK: "a socket",
}
_REPOSITORIES: Final = frozenset({".git", ".hg", ".svn"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Collected:
    """The files of a folder by relative path, and which of them are programs."""

    files: dict[str, bytes]
    executable: frozenset[str]
    problems: tuple[Problem, ...]


def collect(folder: Path) -> Collected:
    """Read every file of an output folder; what cannot be kept is a problem.

    The messages begin with the verb: whoever calls knows what wrote the files.
    Caches of Python tools are left out. A link inside the folder becomes what it leads to.
    """
    return _Collecting(folder).collected()


class _Collecting:
    """One walk through a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files: dict[str, bytes] = {}
        self.executable: set[str] = set()
        self.problems: list[Problem] = []
        self.entries = 0
        self.size = 0

    def collected(self) -> Collected:
        """What is there, until there is too much of it."""
        if self.folder.is_symlink():
            self._add(".", "a link instead of the folder")
            return self._so_far()
        for entry in self._entries(self.folder):
            self.entries += 1
            if self.entries > MAX_COMMAND_FILES:
                self.problems.append(_too_much(COMMAND_FILES))
                break
            self._take(entry)
            if self.size > MAX_COMMAND_BYTES:
                self.problems.append(_too_much(COMMAND_BYTES))
                break
        return self._so_far()

    def _so_far(self) -> Collected:
        for name, other in clashes(self.files):
            self._add(name, f"the same file as {_shown(other)} on some systems")
        return Collected(
            files=dict(sorted(self.files.items())),
            executable=frozenset(self.executable),
            problems=tuple(self.problems),
        )

    def _entries(self, folder: Path) -> Iterator[os.DirEntry[str]]:
        for entry in self._scanned(folder):
            if entry.name in IGNORED:
                continue
            yield entry
            if entry.is_dir(follow_symlinks=False) and entry.name not in _REPOSITORIES:
                yield from self._entries(Path(entry.path))

    def _scanned(self, folder: Path) -> list[os.DirEntry[str]]:
        try:
            with os.scandir(folder) as entries:
                return sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            name = folder.relative_to(self.folder).as_posix()
            self._add(name, f"a folder that cannot be read: {reason_of(error)}")
            return []

    def _take(self, entry: os.DirEntry[str]) -> None:
        name = Path(entry.path).relative_to(self.folder).as_posix()
        fault = fault_of_name(entry.name) or self._fault_of(entry)
        if fault:
            self._add(name, fault)
        elif not entry.is_dir():
            self._read(Path(entry.path), name)

    def _fault_of(self, entry: os.DirEntry[str]) -> str:
        """Why an entry cannot be kept, whatever its name is."""
        if entry.is_symlink():
            return self._fault_of_link(entry)
        if entry.is_dir():
            return "a repository of its own" if entry.name in _REPOSITORIES else ""
        kind = stat.S_IFMT(entry.stat(follow_symlinks=False).st_mode)
        return "" if kind == stat.S_IFREG else _KINDS.get(kind, "no file")

    def _fault_of_link(self, entry: os.DirEntry[str]) -> str:
        target = Path(os.path.realpath(entry.path))
        if not target.is_relative_to(self.folder):
            return "a link that leaves the output"
        return "" if target.is_file() else "a link that leads to no file"

    def _read(self, path: Path, name: str) -> None:
        self.size += path.stat().st_size
        if self.size > MAX_COMMAND_BYTES:
            return
        try:
            data = read_file(path, name, most=MAX_COMMAND_BYTES)
        except RepositoryError as error:
            self.problems += error.problems
            return
        self.files[name] = data
        if os.name == "posix" and path.stat().st_mode & stat.S_IXUSR:
            self.executable.add(name)

    def _add(self, name: str, fault: str) -> None:
        self.problems.append(
            Problem(
                message="wrote something that cannot be kept",
                found=f"{_shown(name)}: {fault}",
                expected="files with names that every system can hold",
                cause="command-no-file",
            )
        )


def _shown(name: str) -> str:
    """A name as text; letters of two normal forms look alike, and so their numbers are shown."""
    shown = name.encode(errors="backslashreplace").decode()
    if unicodedata.is_normalized("NFC", shown):
        return shown
    return shown.encode("ascii", "backslashreplace").decode()


def _too_much(limit: Limit) -> Problem:
    what = "files and folders" if limit is COMMAND_FILES else "bytes"
    return Problem(
        message=f"wrote more than {limit.value:,} {what}",
        advice=f"let it write less, or set {limit.variable} to a larger number",
    )
