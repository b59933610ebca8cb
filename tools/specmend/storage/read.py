"""Reads other people's files: whatever is no file or too large is refused before it is read."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO, Final

from specmend.errors import Problem, RepositoryError
from specmend.limits import BYTES, MAX_BYTES

_CHUNK: Final = 1 << 20
_KINDS: Final = {
    stat.S_IFIFO: "a pipe",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
    stat.S_IFSOCK: "a socket",
}
_NO_FILES: Final = {
    errno.EISDIR: "a folder",
    errno.ENXIO: "a socket or a device",
    errno.ENODEV: "a socket or a device",
}
# A pipe that nobody writes to would be waited for.
_FLAGS: Final = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def read_file(path: Path | str, name: str, *, most: int = MAX_BYTES, pipes: bool = False) -> bytes:
    """The bytes of a file, which messages call by `name`; with `pipes`, a pipe is read as well.

    Raises RepositoryError for what is missing, no file, too large or not readable.
    """
    try:
        handle = os.open(path, _FLAGS)
        with os.fdopen(handle, "rb", buffering=0) as file:
            status = os.fstat(handle)
            _refuse_no_file(status, name, pipes=pipes)
            if stat.S_ISFIFO(status.st_mode):
                os.set_blocking(handle, True)
            refuse_large(status.st_size, name, most)
            return read_stream(file, name, most)
    except OSError as error:
        raise RepositoryError(_unreadable(error, name)) from error


def read_stream(stream: BinaryIO, name: str, most: int = MAX_BYTES) -> bytes:
    """All bytes of a stream; raises RepositoryError as soon as there are too many."""
    chunks: list[bytes] = []
    size = 0
    while chunk := stream.read(_CHUNK):
        size += len(chunk)
        refuse_large(size, name, most)
        chunks.append(chunk)
    return b"".join(chunks)


def refuse_large(size: int, name: str, most: int = MAX_BYTES) -> None:
    """Raise RepositoryError for a file of too many bytes."""
    if size > most:
        problem = Problem(
            message=f"the document exceeds the limit of {most:,} for bytes",
            file=name,
            found=f"{size:,} bytes",
            advice=BYTES.advice,
        )
        raise RepositoryError(problem)


def is_there(path: Path) -> bool:
    """Whether anything has this path, even a link that leads nowhere or a forbidden file."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return False
    except OSError:
        return True
    return True


def list_files(folder: Path, name: str) -> list[Path]:
    """The files of a folder in order, without hidden ones; none where there is no folder.

    Raises RepositoryError when the folder cannot be read.
    """
    if not is_there(folder):
        return []
    try:
        with os.scandir(folder) as entries:
            visible = [entry for entry in entries if not entry.name.startswith(".")]
            names = [entry.name for entry in visible if not _is_folder(entry)]
    except OSError as error:
        raise RepositoryError(_unreadable(error, name)) from error
    return [folder / file for file in sorted(names)]


def _refuse_no_file(status: os.stat_result, name: str, *, pipes: bool) -> None:
    kind = stat.S_IFMT(status.st_mode)
    if kind != stat.S_IFREG and not (pipes and kind == stat.S_IFIFO):
        raise RepositoryError(_no_file(_KINDS.get(kind, "something else"), name))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _no_file(kind: str, name: str) -> Problem:
    return Problem(message=f"this is {kind} and not a file", file=name, advice="put a file there")


def _unreadable(error: OSError, name: str) -> Problem:
    if error.errno in _NO_FILES:
        return _no_file(_NO_FILES[error.errno], name)
    return Problem(message=f"the file cannot be read: {error.strerror}", file=name)
