"""Builds the source archive and the wheel of a package, the same bytes wherever that is done."""

from __future__ import annotations

import hashlib
import io
import sys
import tarfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from specmend.errors import OutsideError, Problem, RepositoryError
from specmend.release.packing import pack_source, pack_wheel
from specmend.release.programs import Surroundings, run_module

BACKEND: Final = "hatchling"
"""The build backend of generated packages; it writes no time, owner or order of its own."""

_EARLIEST: Final = 315_532_800
"""The first second of 1980, the earliest time that a wheel can give to its files."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Archive:
    """A file of a release as it is uploaded: a wheel or a source archive."""

    name: str
    data: bytes

    @property
    def is_wheel(self) -> bool:
        """Whether this is a wheel, and not a source archive."""
        return self.name.endswith(".whl")

    @property
    def digest(self) -> str:
        """SHA-256 of the file in hexadecimal."""
        return self.digest_by("sha256")

    def digest_by(self, algorithm: str) -> str:
        """The digest of the file by an algorithm of hashlib, in hexadecimal."""
        return hashlib.new(algorithm, self.data).hexdigest()

    def write(self, folder: Path) -> Path:
        """Write the file into a folder under its name."""
        path = folder / self.name
        path.write_bytes(self.data)
        return path


def build_archives(
    files: Mapping[str, bytes], seconds: int, python: str = sys.executable
) -> tuple[Archive, ...]:
    """The source archive and the wheel of a package, in this order.

    `files` are those of the package's folder by their paths, and `seconds` is the time that the
    archives give to all of them, since 1970: that of the commit. Both are built twice, in other
    folders, time zones, rights and orders of sets, and the wheel once more of the source archive.
    `python` is one that has the build backend; without it, it is our own.
    What was built is packed again, since zlib does not compress alike on all machines. Raises
    RepositoryError where the bytes differ, and OutsideError where they cannot be built.
    """
    if python == sys.executable:
        _refuse_missing_backend()
    with TemporaryDirectory() as name:
        place = Path(name)
        here = _lay_out(files, place / "package")
        there = _lay_out(files, place / "another" / "folder")
        first = _build(python, here, place / "first", _surroundings(seconds, "UTC", 0o022, "0"))
        around = _surroundings(seconds, "Asia/Kathmandu", 0o077, "1")
        second = _build(python, there, place / "second", around)
        source = _unpacked(_source(first), place / "source")
        third = _build(python, source, place / "third", around, "wheel")
    _refuse_differences(first, second, "is built twice")
    _refuse_differences(first, third, "is built of the source archive")
    return tuple(_packed(archive, max(seconds, _EARLIEST)) for archive in first)


def _refuse_missing_backend() -> None:
    if find_spec(BACKEND) is None:
        raise OutsideError(
            Problem(
                message=f"{BACKEND} is not installed, which builds the archives",
                advice="pip install 'specmend[release]'",
            )
        )


def _surroundings(seconds: int, zone: str, umask: int, seed: str) -> Surroundings:
    variables = {
        "SOURCE_DATE_EPOCH": str(max(seconds, _EARLIEST)),
        "PYTHONHASHSEED": seed,
        "TZ": zone,
    }
    return Surroundings(variables=variables, umask=umask)


def _lay_out(files: Mapping[str, bytes], folder: Path) -> Path:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def _build(
    python: str, source: Path, into: Path, around: Surroundings, *kinds: str
) -> tuple[Archive, ...]:
    """Build archives of a folder; all kinds unless some are named."""
    wanted = kinds or ("sdist", "wheel")
    targets = [word for kind in wanted for word in ("-t", kind)]
    ended = run_module([BACKEND, "build", "-d", str(into), *targets], source, around, python)
    built = [path for kind in (".tar.gz", ".whl") for path in into.glob(f"*{kind}")]
    if ended.code or len(built) != len(wanted):
        raise OutsideError(
            Problem(
                message=f"the archives cannot be built: {BACKEND} ended with code {ended.code}",
                found=ended.words,
                expected=" and ".join(wanted),
                advice="look at the package's pyproject.toml",
            )
        )
    return tuple(Archive(name=path.name, data=path.read_bytes()) for path in built)


def _packed(archive: Archive, seconds: int) -> Archive:
    """An archive packed again: what zlib makes of the same files is not the same everywhere."""
    packed = pack_wheel(archive.data) if archive.is_wheel else pack_source(archive.data, seconds)
    return Archive(name=archive.name, data=packed)


def _source(archives: tuple[Archive, ...]) -> Archive:
    return next(archive for archive in archives if not archive.is_wheel)


def _unpacked(source: Archive, folder: Path) -> Path:
    """The one folder that a source archive holds, unpacked."""
    with tarfile.open(fileobj=io.BytesIO(source.data)) as archive:
        archive.extractall(folder, filter="data")
    return next(folder.iterdir())


def _refuse_differences(ones: tuple[Archive, ...], others: tuple[Archive, ...], where: str) -> None:
    """Raise RepositoryError for each archive that is there with other bytes."""
    problems = list(_differences(ones, others, where))
    if problems:
        raise RepositoryError(*problems)


def _differences(
    ones: tuple[Archive, ...], others: tuple[Archive, ...], where: str
) -> Iterator[Problem]:
    known = {one.name: one for one in ones}
    for other in others:
        one = known.get(other.name)
        if one is None or one.data != other.data:
            yield Problem(
                message=f"{other.name} has other bytes where it {where}",
                found=f"sha256 {other.digest}",
                expected=f"sha256 {one.digest}" if one else ", ".join(sorted(known)),
                advice="take out of the package's pyproject.toml what depends on where it is built",
            )
