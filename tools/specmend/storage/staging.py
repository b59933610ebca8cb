"""Files and folders that wait until all are made, and then take their places: all, or none."""

from __future__ import annotations

import errno
import shutil
import tempfile
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from specmend.storage.lock import together
from specmend.storage.read import is_there
from specmend.storage.write import faults_of

_PREFIX: Final = "staging-"


@dataclass(frozen=True, kw_only=True, slots=True)
class Staged:
    """A file or a folder with its place, and where it waits; None empties the place of a file."""

    place: Path
    waits: Path | None


@contextmanager
def staging_folder(parent: Path) -> Iterator[Path]:
    """A new folder for what waits, removed at the end with all that is left in it.

    What processes that were killed have left is removed first, while no other is at work.
    """
    with together(parent / f"{_PREFIX}lock", partial(_remove_abandoned, parent)):
        with faults_of(parent):
            folder = Path(tempfile.mkdtemp(dir=parent, prefix=_PREFIX))
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def stage_file(staging: Path, place: Path, data: bytes | None) -> Staged:
    """Let a file wait; None for one that goes. Raises OutsideError when it cannot be written."""
    if data is None:
        return Staged(place=place, waits=None)
    with faults_of(place):
        waits = Path(tempfile.mkdtemp(dir=staging)) / place.name
        waits.write_bytes(data)
        waits.chmod(0o644)
    return Staged(place=place, waits=waits)


def stage_folder(
    staging: Path, place: Path, files: Mapping[str, bytes], executable: Collection[str] = ()
) -> Staged:
    """Let a folder with exactly these files wait; those named in `executable` are programs.

    Raises OutsideError when it cannot be written.
    """
    with faults_of(place):
        waits = Path(tempfile.mkdtemp(dir=staging))
        waits.chmod(0o755)
        for folder in {(waits / name).parent for name in files}:
            folder.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            (waits / name).write_bytes(data)
            if name in executable:
                (waits / name).chmod(0o755)
    return Staged(place=place, waits=waits)


def put_in_place(staged: Iterable[Staged]) -> None:
    """Put everything in its place, in order. An error undoes all of it; a kill leaves the first.

    Raises OutsideError for the place that cannot be written.
    """
    undo: list[Callable[[], object]] = []
    former: list[Path] = []
    try:
        for one in staged:
            with faults_of(one.place):
                one.place.parent.mkdir(parents=True, exist_ok=True)
                if one.waits is not None and one.waits.is_dir():
                    _put_folder(one.waits, one.place, undo, former)
                else:
                    _put_file(one.waits, one.place, undo)
    except BaseException:
        for action in reversed(undo):
            action()
        raise
    for folder in former:
        shutil.rmtree(folder, ignore_errors=True)


def _remove_abandoned(parent: Path) -> None:
    for folder in parent.glob(f"{_PREFIX}*"):
        if folder.is_dir() and not folder.is_symlink():
            shutil.rmtree(folder, ignore_errors=True)


def _put_file(waits: Path | None, place: Path, undo: list[Callable[[], object]]) -> None:
    """Put a file in its place at once; with None, empty the place."""
    before = place.read_bytes() if is_there(place) else None
    if before is None:
        undo.append(lambda: place.unlink(missing_ok=True))
    else:
        undo.append(lambda: place.write_bytes(before))
    if waits is None:
        place.unlink(missing_ok=True)
    else:
        _move(waits, place, shutil.copyfile)


def _put_folder(
    waits: Path, place: Path, undo: list[Callable[[], object]], former: list[Path]
) -> None:
    if is_there(place):
        # A name that nothing has: the folder made for it is empty, and a rename takes its place.
        old = Path(tempfile.mkdtemp(dir=place.parent, prefix=f".{place.name}.", suffix=".old"))
        old.rmdir()
        place.rename(old)
        undo.append(lambda: old.rename(place))
        former.append(old)
    undo.append(lambda: shutil.rmtree(place, ignore_errors=True))
    _move(waits, place, shutil.copytree)


def _move(waits: Path, place: Path, copy: Callable[[Path, Path], object]) -> None:
    """Move to a place, which may be on another disk: then as a copy made beside it first."""
    try:
        waits.replace(place)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        beside = Path(tempfile.mkdtemp(dir=place.parent, prefix=f".{place.name}."))
        try:
            copy(waits, beside / place.name)
            (beside / place.name).replace(place)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
