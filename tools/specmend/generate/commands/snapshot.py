"""The files of a folder before and after a run, to see what a command wrote where it must not."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from specmend.limits import MAX_COMMAND_FILES

Snapshot = Mapping[str, tuple[int, int, int]]
"""Files and links by relative path: their size, their last change and their number."""

# What tools keep for themselves, and what other programs write while a command runs.
_PASSED_OVER: Final = frozenset(
    {
        *(".git", ".hg", ".svn", "node_modules", ".venv", "venv", "__pycache__"),
        *(".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis", ".tox", ".nox"),
        *(".idea", ".vscode", ".gradle", ".DS_Store"),
    }
)
_GENERATED: Final = "generated"
_STATE: Final = ".specmend"


def snapshot(folder: Path, passed_over: frozenset[str] = _PASSED_OVER) -> Snapshot:
    """What the files of a folder look like; of a folder with too many, only those found first."""
    found: dict[str, tuple[int, int, int]] = {}
    for entry in _entries(folder, passed_over):
        if len(found) >= MAX_COMMAND_FILES:
            break
        try:
            status = entry.stat(follow_symlinks=False)
        except OSError:
            continue
        name = Path(entry.path).relative_to(folder).as_posix()
        found[name] = (status.st_size, status.st_ctime_ns, status.st_ino)
    return found


def changed(before: Snapshot, after: Snapshot) -> list[str]:
    """The files that are new, gone or other than before, in order."""
    return sorted(name for name in {*before, *after} if before.get(name) != after.get(name))


def _entries(folder: Path, passed_over: frozenset[str]) -> Iterator[os.DirEntry[str]]:
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        for entry in _scanned(here):
            if entry.name in passed_over or _is_being_written(here, entry.name):
                continue
            if entry.is_dir(follow_symlinks=False):
                waiting.append(Path(entry.path))
            else:
                yield entry


def _scanned(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError:
        return []


def _is_being_written(folder: Path, name: str) -> bool:
    """Whether this is something of specmend's own that is not in its place yet, or a lock."""
    if folder.name == _STATE:
        return name == "lock" or name.startswith("staging")
    return folder.name == _GENERATED and name.startswith(".")
