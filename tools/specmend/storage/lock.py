"""Who may do something with the files of a project at the same time."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
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


@contextmanager
def together(file: Path, alone: Callable[[], object]) -> Iterator[None]:
    """A context that several processes may be in, if they ask for the same file.

    One that comes when no other is in it calls `alone`, before others can come in. That is never
    so where a disk or a system has no locks that can be shared. Raises OutsideError when the file
    cannot be written.
    """
    with faults_of(file):
        file.parent.mkdir(parents=True, exist_ok=True)
        opened = file.open("ab")
    with opened:
        with suppress(OSError):
            if _is_first(opened):
                alone()
            _share(opened)
        yield


if sys.platform == "win32":
    import msvcrt

    def _lock(file: BinaryIO) -> None:
        """Lock the first byte; it is tried for ten seconds."""
        msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)

    def _is_first(_file: BinaryIO) -> bool:
        return False

    def _share(_file: BinaryIO) -> None:
        """Do nothing: a lock of one byte is for one process."""

else:
    import fcntl

    def _lock(file: BinaryIO) -> None:
        fcntl.flock(file, fcntl.LOCK_EX)

    def _is_first(file: BinaryIO) -> bool:
        """Whether nobody else has the lock; then this process has it for itself."""
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _share(file: BinaryIO) -> None:
        fcntl.flock(file, fcntl.LOCK_SH)
