"""Files written whole or not at all: first beside their place, then moved there."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from specmend.intake import MAX_BYTES, read_file

_IGNORED = frozenset({"__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache"})


def write_file(path: Path, data: bytes) -> None:
    """Write a file; after an interruption the old one stands as it was."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
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
