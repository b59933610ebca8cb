"""Finds a Python package: in a folder, a wheel, a source archive, or by name in a package index."""

from __future__ import annotations

import io
import re
import shutil
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Final

from specmend.errors import OutsideError
from specmend.source.address import refusal
from specmend.source.answer import refuse_too_large
from specmend.source.index import release_file
from specmend.source.package_places import SHAPES, STUBS, PackageFiles, find_package
from specmend.storage.read import read_file

_REQUIREMENT: Final = re.compile(r"(?P<name>[A-Za-z0-9][A-Za-z0-9._-]*)==(?P<version>[\w.!+-]+)")
_KEPT: Final = (".py", ".pyi", "/py.typed", "pyproject.toml")
_SOURCES: Final = (".tar.gz", ".tgz", ".tar.bz2", ".tar.xz", ".zip")
"""Archives that have everything in one folder of their own."""

_MOST_FILES: Final = 50_000


def bring_package(where: str, into: Path) -> PackageFiles:
    """The package that a text names; archives are unpacked into a folder that is there.

    Raises OutsideError where there is no package, or several of which none is named.
    """
    asked = _REQUIREMENT.fullmatch(where)
    if asked is not None:
        file = release_file(asked["name"], asked["version"], where)
        return _from_archive(file.name, file.data, where, into, asked["name"])
    path = Path(where)
    if path.is_dir():
        return _importable(find_package(path.resolve(), where), into)
    if path.is_file() and path.suffix in {".py", ".pyi"}:
        return PackageFiles(folder=path.resolve().parent, name=path.stem)
    if path.is_file():
        name = path.name.partition("-")[0]
        return _from_archive(path.name, read_file(path, where), where, into, name)
    raise refusal(where, "there is no such package", expected=SHAPES)


def _from_archive(name: str, data: bytes, where: str, into: Path, wanted: str) -> PackageFiles:
    """Unpack the Python files of an archive, and find the package."""
    try:
        files = _zipped(data, where) if name.endswith((".whl", ".zip")) else _tarred(data, where)
        for count, (path, content) in enumerate(files):
            if count > _MOST_FILES:
                raise refusal(where, f"this archive has more than {_MOST_FILES} files")
            _write(into, path, content, where)
    except (zipfile.BadZipFile, tarfile.TarError, EOFError, OSError) as error:
        raise refusal(where, "this is no archive that can be read", expected=SHAPES) from error
    folders = [entry for entry in into.iterdir() if entry.is_dir()]
    is_inside = len(folders) == 1 and name.endswith(_SOURCES)
    return _importable(find_package(folders[0] if is_inside else into, where, wanted), into)


def _importable(found: PackageFiles, into: Path) -> PackageFiles:
    """The package as programs import it: stubs of another one have the name of that one."""
    name = found.name.removesuffix(STUBS)
    if name == found.name:
        return found
    place = into / "stubs"
    shutil.copytree(found.folder / found.name, place / name)
    # Stubs tell type checkers of the package without another word (PEP 561).
    (place / name / "py.typed").touch()
    return PackageFiles(folder=place, name=name)


def _zipped(data: bytes, where: str) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for entry in archive.infolist():
            if not entry.is_dir() and entry.filename.endswith(_KEPT):
                refuse_too_large(entry.file_size, where)
                yield entry.filename, archive.read(entry)


def _tarred(data: bytes, where: str) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        for entry in archive:
            if entry.isfile() and entry.name.endswith(_KEPT):
                refuse_too_large(entry.size, where)
                file = archive.extractfile(entry)
                yield entry.name, file.read() if file is not None else b""


def _write(into: Path, path: str, content: bytes, where: str) -> None:
    """Write a file of an archive; raises OutsideError for one that would be elsewhere."""
    inside = PurePosixPath(path)
    if inside.is_absolute() or ".." in inside.parts or "\\" in path or ":" in path:
        raise _outside(where, path)
    file = into.joinpath(*inside.parts)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def _outside(where: str, path: str) -> OutsideError:
    return refusal(where, "this archive has a file outside of it", found=path)
