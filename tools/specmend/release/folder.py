"""Archives in a folder: how those that one job of CI builds come to the job that uploads them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from packaging.utils import (
    InvalidSdistFilename,
    InvalidWheelFilename,
    canonicalize_name,
    parse_sdist_filename,
    parse_wheel_filename,
)
from packaging.version import Version

from specmend.errors import OutsideError, Problem
from specmend.release.archives import Archive

if TYPE_CHECKING:
    from packaging.utils import NormalizedName


def archives_in(folder: Path, name: str, version: str) -> tuple[Archive, ...]:
    """The source archive and the wheel of a release, in this order; nothing where one is missing.

    Other files are none of ours. Raises OutsideError where the folder cannot be read.
    """
    wanted = (canonicalize_name(name), Version(version))
    try:
        paths = sorted(folder.iterdir()) if folder.exists() else []
        found = [
            Archive(name=path.name, data=path.read_bytes())
            for path in paths
            if _release_of(path.name) == wanted
        ]
    except OSError as error:
        raise _unusable(folder, error) from error
    kinds = [archive.is_wheel for archive in found]
    return tuple(sorted(found, key=lambda one: one.is_wheel)) if set(kinds) == {True, False} else ()


def put_archives(folder: Path, archives: tuple[Archive, ...]) -> None:
    """Write archives into a folder; raises OutsideError where they cannot be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for archive in archives:
            archive.write(folder)
    except OSError as error:
        raise _unusable(folder, error) from error


def _release_of(file: str) -> tuple[NormalizedName, Version] | None:
    """The project and the version that the name of an archive says."""
    try:
        if file.endswith(".whl"):
            return parse_wheel_filename(file)[:2]
        return parse_sdist_filename(file)
    except (InvalidSdistFilename, InvalidWheelFilename):
        return None


def _unusable(folder: Path, error: OSError) -> OutsideError:
    message = "the folder for archives cannot be used"
    found = f"{folder}: {(error.strerror or 'no answer').lower()}"
    return OutsideError(Problem(message=message, found=found, advice="give another --archives"))
