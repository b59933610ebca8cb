"""Several files changed together: all of them or, where something fails, none.

`write_files` undoes what was done when an error stops it. `change` first writes down the whole
change as a journal, so that even after the process was killed `finish` can complete it.
"""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any, Final

from specmend.errors import Problem, RepositoryError
from specmend.storage.read import is_there, read_file
from specmend.storage.write import TEMPORARY, faults_of, write_beside, write_file

Changes = Mapping[str, bytes | None]
"""The files to write by their path from the project, in order, and None for those to remove."""

_FOLDERS: Final = ("spec", "patches", ".specmend")
_ENDLESS: Final = 1 << 40


class Disk:
    """The four things that are done to files; tests put one in its place that fails."""

    def make_folder(self, path: Path) -> None:
        """Make a folder and those above it, where they are missing."""
        path.mkdir(parents=True, exist_ok=True)

    def write(self, path: Path, data: bytes) -> None:
        """Write a file, down to the disk."""
        with path.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())

    def move(self, path: Path, to: Path) -> None:
        """Put a file in the place of another, at once."""
        path.replace(to)

    def remove(self, path: Path) -> None:
        """Remove a file if it is there."""
        path.unlink(missing_ok=True)


def write_files(
    files: Mapping[Path, bytes],
    removed: Sequence[Path] = (),
    last: Callable[[], None] | None = None,
) -> None:
    """Write several files, in their order, and then remove others: all of it, or none.

    Everything is written beside its place before the first file is moved there, so that what can
    fail has failed by then. An error undoes all; a process that is killed late leaves the first of
    the files new and the others old. `last` is called when all is written, and an error of it
    undoes all too. Raises OutsideError for the file that cannot be written.
    """
    temporary: dict[Path, Path] = {}
    before: dict[Path, bytes | None] = {}
    try:
        for path, data in files.items():
            with faults_of(path):
                temporary[path] = _prepare(path, data)
        for path in (*files, *removed):
            with faults_of(path):
                before[path] = path.read_bytes() if path.exists() else None
        for path, written in temporary.items():
            with faults_of(path):
                written.replace(path)
        for path in removed:
            with faults_of(path):
                path.unlink(missing_ok=True)
        if last is not None:
            last()
    except BaseException:
        for written in temporary.values():
            written.unlink(missing_ok=True)
        _restore(before)
        raise


def change(root: Path, journal: Path, changes: Changes, disk: Disk | None = None) -> None:
    """Change the files of a project: all, or, when this is interrupted early enough, none.

    The change holds from the moment that the journal is in its place; `finish` completes it. Raises
    OutsideError for the file that cannot be written.
    """
    disk = disk or Disk()
    with faults_of(journal):
        disk.make_folder(journal.parent)
    _put(disk, journal, journal, _encode(changes))
    _carry_out(root, journal, changes, disk)


def finish(root: Path, journal: Path, disk: Disk | None = None) -> tuple[str, ...]:
    """Complete a change that was interrupted, and give the names of its files.

    None where no change was interrupted.
    """
    if not is_there(journal):
        return ()
    changes = _read(journal)
    _carry_out(root, journal, changes, disk or Disk())
    return tuple(changes)


def _prepare(path: Path, data: bytes) -> Path:
    """Write a file beside its place, whose folder is made where it is missing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    _remove_leftovers(path)
    return write_beside(path, data)


def _remove_leftovers(path: Path) -> None:
    """Remove what an interrupted run left beside a place."""
    for leftover in path.parent.glob(f".{path.name}.*{TEMPORARY}"):
        leftover.unlink(missing_ok=True)


def _restore(before: Mapping[Path, bytes | None]) -> None:
    """Put files back that differ from what they were; None is for a file that was not there."""
    for path, data in before.items():
        if data is None:
            path.unlink(missing_ok=True)
        elif not path.exists() or path.read_bytes() != data:
            write_file(path, data)


def _carry_out(root: Path, journal: Path, changes: Changes, disk: Disk) -> None:
    for name, data in changes.items():
        path = root / name
        with faults_of(path):
            if data is None:
                disk.remove(path)
            elif not (path.is_file() and path.read_bytes() == data):
                disk.make_folder(path.parent)
                _put(disk, journal, path, data)
    with faults_of(journal):
        disk.remove(journal)


def _put(disk: Disk, journal: Path, path: Path, data: bytes) -> None:
    """Write beside the journal, so that no file of the project is ever half written."""
    beside = journal.with_name(journal.name + TEMPORARY)
    with faults_of(path):
        disk.write(beside, data)
        disk.move(beside, path)


def _encode(changes: Changes) -> bytes:
    """A journal: a JSON list of pairs of a path and its content in base64, or null."""
    listed = [
        [name, None if data is None else base64.b64encode(data).decode()]
        for name, data in changes.items()
    ]
    return json.dumps(listed).encode()


def _read(journal: Path) -> dict[str, bytes | None]:
    try:
        listed = json.loads(read_file(journal, str(journal), most=_ENDLESS))
        return dict(_decode(pair) for pair in _pairs(listed))
    except (ValueError, TypeError, RecursionError) as error:
        problem = Problem(
            message=f"{journal.name} is not what an update writes: {error}",
            file=str(journal),
            advice="remove the file, and look at git status",
        )
        raise RepositoryError(problem) from error


def _pairs(listed: Any) -> list[tuple[Any, Any]]:
    if not isinstance(listed, list):
        raise TypeError("a list is expected")
    return [(path, data) for path, data in listed]


def _decode(pair: tuple[Any, Any]) -> tuple[str, bytes | None]:
    path, data = pair
    return _inside(str(path)), None if data is None else base64.b64decode(data, validate=True)


def _inside(name: str) -> str:
    """A path that stays in the folders of a project that an update changes."""
    parts = PurePosixPath(name).parts
    if ".." in parts or "\\" in name or not parts or parts[0] not in _FOLDERS:
        raise ValueError(f"{name} is no file of an update")
    return name
