"""Files written whole or not at all: first beside their place, then moved there."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from specmend.limits import MAX_BYTES
from specmend.storage.read import read_file

_IGNORED = frozenset({"__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache"})
_ENDING = ".new"


def write_file(path: Path, data: bytes) -> None:
    """Write a file; after an interruption the old one stands as it was."""
    path.parent.mkdir(parents=True, exist_ok=True)
    made = _beside(path, data)
    try:
        made.replace(path)
    except BaseException:
        made.unlink(missing_ok=True)
        raise


def write_files(files: Mapping[Path, bytes], gone: Sequence[Path] = ()) -> None:
    """Write several files, in their order, and then remove others: all of it, or after an error none.

    Everything is written beside its place before the first file is moved there, so that what can fail has failed by
    then. A process that is killed later leaves the first of the files new and the others old.
    """
    made: dict[Path, Path] = {}
    old: dict[Path, bytes | None] = {}
    try:
        for path, data in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            _sweep(path)
            made[path] = _beside(path, data)
        for path in (*files, *gone):
            old[path] = path.read_bytes() if path.exists() else None
        for path, temporary in made.items():
            temporary.replace(path)
        for path in gone:
            path.unlink(missing_ok=True)
    except BaseException:
        for temporary in made.values():
            temporary.unlink(missing_ok=True)
        _restore(old)
        raise


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make a folder hold exactly the files given, by relative path; whatever else was in it goes."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}."))
    old = made.with_name(made.name + ".old")
    try:
        made.chmod(0o755)
        for name, data in files.items():
            (made / name).parent.mkdir(parents=True, exist_ok=True)
            (made / name).write_bytes(data)
        if folder.exists():
            folder.rename(old)
        made.rename(folder)
    except BaseException:
        shutil.rmtree(made, ignore_errors=True)
        if old.exists() and not folder.exists():
            old.rename(folder)
        raise
    shutil.rmtree(old, ignore_errors=True)


def read_folder(folder: Path, *, most: int = MAX_BYTES) -> dict[str, bytes]:
    """Every file below a folder by relative path, caches of other tools left out; none where there is no folder.

    Raises RepositoryError for a file of more bytes than `most`, or that cannot be read.
    """
    if not folder.is_dir():
        return {}
    return {
        path.relative_to(folder).as_posix(): read_file(path, str(path), most=most)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not _IGNORED.intersection(path.relative_to(folder).parts)
    }


def _beside(path: Path, data: bytes) -> Path:
    """Bytes in a new file beside the place that they are meant for."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=_ENDING)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(0o644)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


def _sweep(path: Path) -> None:
    """Remove what an interrupted run left beside a place."""
    for left in path.parent.glob(f".{path.name}.*{_ENDING}"):
        left.unlink(missing_ok=True)


def _restore(old: Mapping[Path, bytes | None]) -> None:
    """Put files back that differ from what they were; None is for a file that was not there."""
    for path, data in old.items():
        if data is None:
            path.unlink(missing_ok=True)
        elif not path.exists() or path.read_bytes() != data:
            write_file(path, data)
