"""Compares what archives hold with the manifest of the package: all of it, and nothing else."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
from collections.abc import Iterator, Mapping
from typing import Final

from specmend.errors import Problem
from specmend.generate.manifest import digest_of, recorded
from specmend.release.archives import Archive
from specmend.release.members import read_members
from specmend.release.provenance import MANIFEST, PROVENANCE

_SOURCE_METADATA: Final = "PKG-INFO"
_RECORD: Final = "RECORD"
_RECORD_FIELDS: Final = 3
_COMMIT: Final = "the commit"
_NOTHING: Final[Mapping[str, bytes]] = {}


def content_problems(
    archive: Archive, manifest: bytes, package: str, stamped: Mapping[str, bytes] = _NOTHING
) -> tuple[Problem, ...]:
    """What an archive lacks of the package, has too much, or has with other bytes.

    A source archive holds all files of the manifest, itself and its metadata. A wheel holds the
    files of the import package, what tells of its making, and its own metadata with a digest for
    each file. `stamped` are the files that a release writes itself, with their bytes. Raises
    RepositoryError for a broken manifest, and OutsideError for an archive that cannot be read.
    """
    files = {**recorded(manifest, MANIFEST)["files"], MANIFEST: digest_of(manifest)}
    files |= {name: digest_of(data) for name, data in stamped.items()}
    found = read_members(archive)
    if not archive.is_wheel:
        found = {name: data for name, data in found.items() if name != _SOURCE_METADATA}
        return tuple(_compared(archive, files, found))
    ours = {name: digest for name, digest in files.items() if name.startswith(f"{package}/")}
    ours |= {f"{package}/{name}": files[name] for name in (MANIFEST, PROVENANCE) if name in files}
    added = _wheel_metadata(archive)
    packaged = {name: data for name, data in found.items() if not name.startswith(added)}
    return (*_compared(archive, ours, packaged), *_record_problems(archive, found, added))


def written_problems(
    archive: Archive, files: Mapping[str, bytes], package: str
) -> tuple[Problem, ...]:
    """The same for a package that people write and that has no manifest; `files` are its commit's.

    Both archives hold the whole import package. A source archive has no file that the commit lacks,
    and a wheel has none but the import package and its own metadata.
    """
    known = {name: digest_of(data) for name, data in files.items()}
    top = _above(files, package)
    code = {name for name in known if name.startswith(f"{top}{package}/")}
    found = read_members(archive)
    if not archive.is_wheel:
        found = {name: data for name, data in found.items() if name != _SOURCE_METADATA}
        ours = {name: digest for name, digest in known.items() if name in code or name in found}
        return tuple(_compared(archive, ours, found, _COMMIT))
    ours = {name.removeprefix(top): known[name] for name in code}
    ours |= {f"{package}/{name}": known[name] for name in (PROVENANCE,) if name in known}
    added = _wheel_metadata(archive)
    packaged = {name: data for name, data in found.items() if not name.startswith(added)}
    compared = _compared(archive, ours, packaged, _COMMIT)
    return (*compared, *_record_problems(archive, found, added))


def _above(files: Mapping[str, bytes], package: str) -> str:
    """The folder that holds an import package, with a slash at its end; empty for the top."""
    module = f"{package}/__init__.py"
    found = [name for name in files if name == module or name.endswith(f"/{module}")]
    return min(found, key=len, default=module).removesuffix(module)


def _compared(
    archive: Archive, files: Mapping[str, str], found: Mapping[str, bytes], where: str = MANIFEST
) -> Iterator[Problem]:
    for name in sorted({*files, *found}):
        if name not in found:
            yield _problem(archive, f"{name} is missing", f"{where} has it")
        elif name not in files:
            yield _problem(archive, f"{name} is too much", f"{where} does not know it")
        elif digest_of(found[name]) != files[name]:
            yield _problem(archive, f"{name} has other bytes", f"as {where} has it")


def _wheel_metadata(archive: Archive) -> str:
    """The folder of a wheel's metadata, with a slash at its end."""
    name, version = archive.name.split("-")[:2]
    return f"{name}-{version}.dist-info/"


def _record_problems(
    archive: Archive, found: Mapping[str, bytes], folder: str
) -> Iterator[Problem]:
    """What the list of files in a wheel says wrong (PyPA, recording installed packages)."""
    place = folder + _RECORD
    rows = csv.reader(io.StringIO(found.get(place, b"").decode("utf-8", "replace")))
    listed = {row[0]: (row[1], row[2]) for row in rows if len(row) == _RECORD_FIELDS}
    actual = {name: _entry(data) for name, data in found.items()}
    actual[place] = ("", "")
    for name in sorted({*listed, *actual}):
        if listed.get(name) != actual.get(name):
            yield _problem(archive, f"{place} is wrong about {name}", "digest and size of it")


def _entry(data: bytes) -> tuple[str, str]:
    digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).decode().rstrip("=")
    return f"sha256={digest}", str(len(data))


def _problem(archive: Archive, what: str, expected: str) -> Problem:
    return Problem(
        message=f"{archive.name}: {what}",
        expected=expected,
        advice="look at the package's pyproject.toml, and build again: specmend build",
    )
