"""Tells what an index serves of a package, and compares it with the archives of a release."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from specmend.errors import NotAllowed, NotThere, OutsideError
from specmend.release.archives import Archive
from specmend.release.indexes import Index
from specmend.release.refusals import unasked
from specmend.source.index import download, listed_files
from specmend.source.listing import DIGESTS, ListedFile

if TYPE_CHECKING:
    from packaging.version import Version


class Standing(StrEnum):
    """How an archive stands on an index."""

    ABSENT = "absent"
    """The index has no file of this name."""
    SAME = "same"
    """The index serves these very bytes."""
    OTHER = "other"
    """The index serves other bytes under this name."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Published:
    """What an index serves of a project; an unknown project has no files."""

    name: str
    files: tuple[ListedFile, ...] = ()
    is_known: bool = True

    @property
    def versions(self) -> tuple[Version, ...]:
        """Every version of which there is a file, the lowest first."""
        return tuple(sorted({found for file in self.files if (found := file.version) is not None}))

    @property
    def whole_versions(self) -> tuple[Version, ...]:
        """The versions that are served whole: a wheel, and a source archive."""
        wheels = {file.version for file in self.files if file.name.endswith(".whl")}
        sources = {file.version for file in self.files if not file.name.endswith(".whl")}
        return tuple(version for version in self.versions if version in wheels & sources)

    def files_of(self, version: Version) -> tuple[ListedFile, ...]:
        """The files of one version."""
        return tuple(file for file in self.files if file.version == version)


def published(index: Index, name: str) -> Published:
    """What an index serves of a project.

    Raises OutsideError where the index cannot be asked.
    """
    try:
        return Published(name=name, files=listed_files(index.simple, name, index.credentials))
    except NotThere:
        return Published(name=name, is_known=False)
    except NotAllowed:
        raise
    except OutsideError as error:
        raise unasked(error, index, name) from error


def standing(served: Published, archive: Archive) -> Standing:
    """How an archive stands on an index: by digest, or by its bytes where no digest is listed.

    Where an index lists a name twice, one of its sources has the very bytes or none has them.
    """
    named = [file for file in served.files if file.name == archive.name]
    if not named:
        return Standing.ABSENT
    return Standing.SAME if any(_is_same(file, archive) for file in named) else Standing.OTHER


def absent(served: Published, archives: Iterable[Archive]) -> tuple[Archive, ...]:
    """The archives that an index does not serve."""
    return tuple(one for one in archives if standing(served, one) is Standing.ABSENT)


def differing(served: Published, archives: Sequence[Archive]) -> tuple[Archive, ...]:
    """The archives whose bytes, downloaded of the index, are others than they should be.

    Raises OutsideError for a download that is not what the index itself says.
    """
    names = {archive.name: archive for archive in archives}
    wrong = [
        file.name
        for file in served.files
        if file.name in names and download(file, file.address) != names[file.name].data
    ]
    return tuple(archive for archive in archives if archive.name in wrong)


def _is_same(file: ListedFile, archive: Archive) -> bool:
    for algorithm in DIGESTS:
        if file.digests.get(algorithm):
            return file.digests[algorithm] == archive.digest_by(algorithm)
    return download(file, file.address) == archive.data
