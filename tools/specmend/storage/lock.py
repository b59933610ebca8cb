"""One process at a time does something with the files of a project."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from specmend.storage.write import faults_of


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """A context that other processes wait for, if they ask for the same file.

    The system ends it with the process, whatever becomes of that. Where a disk has no locks,
    nobody waits. Raises OutsideError when the file cannot be written.
    """
    with faults_of(file):
        file.parent.mkdir(parents=True, exist_ok=True)
        opened = file.open("ab")
    with opened:
        with suppress(OSError):
            _lock(opened)
        yield


if sys.platform == "win32":
    import msvcrt

    def _lock(file: BinaryIO) -> None:
        """Lock the first byte; it is tried for ten seconds."""
        msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)

else:
    import fcntl

    def _lock(file: BinaryIO) -> None:
        fcntl.flock(file, fcntl.LOCK_EX)
