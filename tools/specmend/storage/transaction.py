"""Several files changed together: written down first as a whole, so that whoever comes next can finish the work."""

from __future__ import annotations

import base64
import binascii
import json
import os
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from specmend.errors import Problem, RepositoryError
from specmend.storage.read import is_there, read_file

Changes = Mapping[str, bytes | None]
"""The files to write by their path from the project, in order, and None for those to take away."""

_ENDING = ".new"


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
        """Take a file away if it is there."""
        path.unlink(missing_ok=True)


def change(root: Path, journal: Path, changes: Changes, disk: Disk | None = None) -> None:
    """Change the files of a project: all of them, or, when this is interrupted early enough, none.

    The change holds from the moment that the journal is in its place; `finish` does what is left of it.
    """
    disk = disk or Disk()
    listed = [
        [name, None if data is None else base64.b64encode(data).decode()]
        for name, data in changes.items()
    ]
    disk.make_folder(journal.parent)
    _put(disk, journal, journal, json.dumps(listed).encode())
    _make(root, journal, changes, disk)


def finish(root: Path, journal: Path, disk: Disk | None = None) -> tuple[str, ...]:
    """Finish a change that was interrupted, and give the names of its files; none where nothing was left to do."""
    if not is_there(journal):
        return ()
    changes = _read(journal)
    _make(root, journal, changes, disk or Disk())
    return tuple(changes)


def _make(root: Path, journal: Path, changes: Changes, disk: Disk) -> None:
    for name, data in changes.items():
        path = root / name
        if data is None:
            disk.remove(path)
        elif not (path.is_file() and path.read_bytes() == data):
            disk.make_folder(path.parent)
            _put(disk, journal, path, data)
    disk.remove(journal)


def _put(disk: Disk, journal: Path, path: Path, data: bytes) -> None:
    """Write beside the journal, so that nothing half-written is ever among the files of the project."""
    beside = journal.with_name(journal.name + _ENDING)
    disk.write(beside, data)
    disk.move(beside, path)


def _read(journal: Path) -> dict[str, bytes | None]:
    name = journal.name
    try:
        listed = json.loads(read_file(journal, str(journal), most=1 << 40))
        return {_inside(str(path)): None if data is None else base64.b64decode(data, validate=True)
                for path, data in _pairs(listed)}  # fmt: skip
    except (ValueError, TypeError, RecursionError, binascii.Error) as error:
        raise RepositoryError(
            Problem(message=f"{name} is not what an update writes: {error}", file=str(journal),
                    advice="remove the file, and look at git status")
        ) from error  # fmt: skip


def _pairs(listed: Any) -> list[tuple[Any, Any]]:
    if not isinstance(listed, list):
        raise TypeError("a list is expected")
    return [(path, data) for path, data in listed]


def _inside(name: str) -> str:
    """A path that stays in the project."""
    parts = PurePosixPath(name).parts
    if ".." in parts or "\\" in name or parts[:1] not in {("spec",), ("patches",), (".specmend",)}:
        raise ValueError(f"{name} is no file of an update")
    return name
