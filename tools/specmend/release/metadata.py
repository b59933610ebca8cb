"""Checks the metadata of archives as strictly as an index does (PyPA core metadata)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from specmend.errors import OutsideError, Problem
from specmend.release.archives import Archive
from specmend.release.members import read_members
from specmend.release.quiet import quiet_twine

if TYPE_CHECKING:
    from packaging.metadata import Metadata

_ADVICE = "correct the settings that the package's pyproject.toml is made of"


def metadata_problems(archives: Sequence[Archive], name: str, version: str) -> tuple[Problem, ...]:
    """What is wrong with the metadata of the archives of one release.

    It must be valid, name the release, be the same in all archives, and have a description that an
    index can show. Raises OutsideError for an archive that has no metadata.
    """
    told = {archive: metadata_of(archive) for archive in archives}
    found = [problem for one in archives for problem in _invalid(one, told[one], name, version)]
    first, *others = archives
    found += [_differs(one, first) for one in others if told[one] != told[first]]
    return tuple(found or _without_description(archives))


def metadata_of(archive: Archive) -> bytes:
    """The metadata that an archive carries; raises OutsideError where it has none."""
    place = "PKG-INFO"
    if archive.is_wheel:
        name, version = archive.name.split("-")[:2]
        place = f"{name}-{version}.dist-info/METADATA"
    told = read_members(archive).get(place)
    if told is None:
        message = f"{archive.name} has no metadata"
        raise OutsideError(Problem(message=message, expected=place, advice="build it again"))
    return told


def _invalid(archive: Archive, told: bytes, name: str, version: str) -> Iterator[Problem]:
    from packaging.metadata import InvalidMetadata, Metadata

    try:
        metadata = Metadata.from_email(told, validate=True)
    except ExceptionGroup as group:
        wrong = [error for error in group.exceptions if isinstance(error, InvalidMetadata)]
        for field in sorted({error.field for error in wrong}) or ["a field"]:
            yield _problem(archive, f"{field} is not as the standard has it")
    else:
        yield from _misnamed(archive, metadata, name, version)


def _misnamed(archive: Archive, metadata: Metadata, name: str, version: str) -> Iterator[Problem]:
    from packaging.utils import canonicalize_name
    from packaging.version import Version

    if canonicalize_name(metadata.name) != canonicalize_name(name):
        yield _problem(archive, "the name is another one", found=metadata.name, expected=name)
    if metadata.version != Version(version):
        found = str(metadata.version)
        yield _problem(archive, "the version is another one", found=found, expected=version)


def _without_description(archives: Sequence[Archive]) -> Iterator[Problem]:
    """A problem for each archive whose description an index cannot show, as twine judges it."""
    with TemporaryDirectory() as folder, quiet_twine():
        for archive in archives:
            if _is_refused(archive.write(Path(folder))):
                yield _problem(archive, "an index cannot show the description")


def _is_refused(path: Path) -> bool:
    from twine.commands.check import check
    from twine.exceptions import TwineException

    try:
        return check([str(path)], strict=True)
    except TwineException:
        return True


def _differs(archive: Archive, other: Archive) -> Problem:
    return _problem(archive, f"its metadata differs from that of {other.name}")


def _problem(archive: Archive, what: str, found: str = "", expected: str = "") -> Problem:
    message = f"{archive.name}: {what}"
    return Problem(message=message, found=found, expected=expected, advice=_ADVICE)
