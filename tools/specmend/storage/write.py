"""Files and folders written whole or not at all: first beside their place, then moved there."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from specmend.errors import OutsideError, Problem
from specmend.limits import MAX_BYTES
from specmend.storage.read import read_file

TEMPORARY: Final = ".new"
"""The ending of a file that is not in its place yet."""

IGNORED: Final = frozenset(
    {"__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache", "node_modules"}
)
"""Folders that other tools make for themselves; no output holds them."""

_MACHINE: Final = frozenset(
    {
        errno.ENOSPC,
        getattr(errno, "EDQUOT", -1),
        errno.EROFS,
        errno.EIO,
        errno.EMFILE,
        errno.ENFILE,
        errno.ENOMEM,
        errno.EFBIG,
    }
)
_REASONS: Final = {
    errno.EACCES: "permission denied",
    errno.EPERM: "permission denied",
    errno.EROFS: "the disk is read-only",
    errno.ENOSPC: "the disk is full",
    getattr(errno, "EDQUOT", -1): "the disk quota is used up",
    errno.EISDIR: "it is a folder",
    errno.ENOTDIR: "a part of its path is a file and no folder",
    errno.EEXIST: "a part of its path is a file and no folder",
    errno.ENAMETOOLONG: "its name is too long",
}


def is_of_machine(error: OSError) -> bool:
    """Whether the machine is at fault, as a full disk is, and not what a program asked for."""
    return error.errno in _MACHINE


def reason_of(error: OSError) -> str:
    """Why something cannot be written, in a few words."""
    return _REASONS.get(error.errno or 0) or error.strerror or str(error)


@contextmanager
def faults_of(path: Path) -> Iterator[None]:
    """Turn an OSError while a place is written into an OutsideError that names this place.

    The error itself may name a temporary file, which is gone by then.
    """
    try:
        yield
    except OSError as error:
        message = f"this cannot be written: {reason_of(error)}"
        raise OutsideError(Problem(message=message, file=str(path))) from error


def write_file(path: Path, data: bytes) -> None:
    """Write a file; after an interruption the old one stands as it was.

    Raises OutsideError when it cannot be written.
    """
    with faults_of(path):
        # The systems report this in several ways: as busy, as denied, or as a folder.
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        path.parent.mkdir(parents=True, exist_ok=True)
        written = write_beside(path, data)
        try:
            written.replace(path)
        except BaseException:
            written.unlink(missing_ok=True)
            raise


def write_beside(path: Path, data: bytes) -> Path:
    """Write bytes to a new file beside the place that they are meant for."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=TEMPORARY)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(0o644)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


def write_folder(
    folder: Path, files: Mapping[str, bytes], executable: Collection[str] = ()
) -> None:
    """Make a folder hold exactly the files given, by relative path; all else is removed.

    Those named in `executable` are programs. Raises OutsideError when it cannot be written; then
    the old folder stands as it was.
    """
    with faults_of(folder):
        _replace_folder(folder, files, executable)


def read_folder(folder: Path, *, most: int = MAX_BYTES) -> dict[str, bytes]:
    """Every file below a folder by relative path, without the caches of other tools.

    None where there is no folder. Raises RepositoryError for a file of more bytes than `most`, or
    one that cannot be read.
    """
    return {
        "/".join(parts): read_file(Path(path), path, most=most)
        for parts, path in sorted(_files(str(folder), ()))
    }


def _files(folder: str, above: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    """The files below a folder, each by the names that lead to it, and by its path.

    Nothing is in a folder that is missing, or that must not be looked at, as for Path.rglob.
    """
    try:
        with os.scandir(folder) as entries:
            listed = list(entries)
    except OSError:
        return
    for entry in listed:
        parts = (*above, entry.name)
        if entry.name in IGNORED:
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _files(entry.path, parts)
        elif entry.is_file():
            yield parts, entry.path


def _replace_folder(folder: Path, files: Mapping[str, bytes], executable: Collection[str]) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    new = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}."))
    old = new.with_name(new.name + ".old")
    try:
        new.chmod(0o755)
        for name, data in files.items():
            (new / name).parent.mkdir(parents=True, exist_ok=True)
            (new / name).write_bytes(data)
            if name in executable:
                (new / name).chmod(0o755)
        if folder.exists():
            folder.rename(old)
        new.rename(folder)
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        if old.exists() and not folder.exists():
            old.rename(folder)
        raise
    shutil.rmtree(old, ignore_errors=True)
