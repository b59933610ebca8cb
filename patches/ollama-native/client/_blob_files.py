# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""Files on their way to a server: read in pieces, counted, and known by their digest."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Self, TypeAlias

from . import errors
from .progress import Progress

StrPath: TypeAlias = str | os.PathLike[str]
Files: TypeAlias = StrPath | Sequence[StrPath] | Mapping[str, StrPath]
"""A file, a folder with all files in it, several files, or files by the names that the model gives them."""
OnProgress: TypeAlias = Callable[[Progress], object]

_PIECE = 1024 * 1024
_DIGEST = re.compile(r"sha256:[0-9a-f]{64}")


class DigestMismatchError(errors.APIError):
    """A file does not have the digest under which it was to be kept; `path` and `digest` say which and what."""

    def __init__(self, path: Path, digest: str, reason: str) -> None:
        super().__init__(f"{path} does not have the digest {digest}: {reason}")
        self.path = path
        self.digest = digest


@dataclass(frozen=True, kw_only=True, slots=True)
class Blob:
    """A file that the server has by its digest; `sent` is False where it was there already."""

    path: Path
    digest: str
    size: int
    sent: bool


class Reading:
    """A file that is read once from its start to its end, with the progress.

    Where the digest is not given, it is taken on the way.
    """

    def __init__(self, path: Path, verb: str, digest: str | None = None) -> None:
        self.path = path
        self.size = path.stat().st_size
        self._expected = digest
        self._status = f"{verb} {path.name}"
        self._read = 0
        self._hash = None if digest else hashlib.sha256()
        self._file = path.open("rb")

    @property
    def digest(self) -> str:
        """The digest that was given, or else that of what was read so far."""
        return f"sha256:{self._hash.hexdigest()}" if self._hash else self._expected or ""

    @property
    def progress(self) -> Progress:
        """How much of the file was read."""
        counts = {"total": self.size, "completed": self._read}
        overall = {"overall_total": self.size, "overall_completed": self._read}
        return Progress(status=self._status, digest=self._expected, **counts, **overall)

    def piece(self) -> bytes:
        """The next piece, empty at the end; raises DigestMismatchError for a file that lost its end meanwhile."""
        data = self._file.read(min(_PIECE, self.size - self._read))
        self._read += len(data)
        if self._hash:
            self._hash.update(data)
        if not data and self._read < self.size:
            raise DigestMismatchError(self.path, self._expected or "that it had", "it became shorter while it was read")
        return data

    def pieces(self, tell: OnProgress) -> Iterator[bytes]:
        """All pieces, with the progress told after each."""
        while data := self.piece():
            yield data
            tell(self.progress)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()


def in_place(path: Path, digest: str) -> Progress:
    """The progress of a file that need not be sent."""
    size = path.stat().st_size
    counts = {"total": size, "completed": size, "overall_total": size, "overall_completed": size}
    return Progress(status=f"already there: {path.name}", digest=digest, **counts)


def checked_digest(digest: str) -> str:
    """A digest as the server writes it; raises ValueError for what is none."""
    if not _DIGEST.fullmatch(digest):
        raise ValueError(f"{digest!r} is not a digest: sha256: and 64 hexadecimal digits in small letters")
    return digest


def named_files(files: Files | None) -> dict[str, Path]:
    """Files by the relative names that the model gives them; raises ValueError for a name that is not one."""
    if files is None:
        return {}
    if isinstance(files, Mapping):
        named = {name: Path(path) for name, path in files.items()}
    elif isinstance(files, (str, os.PathLike)):
        named = _of_place(Path(files))
    else:
        named = {Path(path).name: Path(path) for path in files}
        if len(named) < len(files):
            raise ValueError("two of the files have the same name; give a mapping of names to paths")
    for name in named:
        if PurePosixPath(name).is_absolute() or ".." in PurePosixPath(name).parts or "\\" in name or not name:
            raise ValueError(f"a file of a model cannot be called {name!r}; give it a relative name")
    return named


@contextmanager
def mismatch_told(path: Path, digest: str) -> Iterator[None]:
    """Turn the server's refusal of a digest into DigestMismatchError."""
    try:
        yield
    except errors.BadRequestError as error:
        if "digest mismatch" not in error.message:
            raise
        reason = "it has changed, or was damaged on the way; leave the digest out to take it anew"
        raise DigestMismatchError(path, digest, reason) from error


def _of_place(place: Path) -> dict[str, Path]:
    if not place.is_dir():
        return {place.name: place}
    inside = sorted(path for path in place.rglob("*") if path.is_file())
    relative = {path.relative_to(place).as_posix(): path for path in inside}
    return {name: path for name, path in relative.items() if not any(part[0] == "." for part in name.split("/"))}
