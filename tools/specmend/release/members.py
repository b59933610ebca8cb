"""Reads the files of a wheel or a source archive; nothing is unpacked to the disk."""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Iterator, Mapping

from specmend.errors import OutsideError, Problem
from specmend.release.archives import Archive
from specmend.source.answer import refuse_too_large


def read_members(archive: Archive) -> Mapping[str, bytes]:
    """Every file of an archive by its path; those of a source archive count from its one folder.

    Raises OutsideError for what is no archive, or holds what none of ours does: a link, a file
    twice, or a way out of the folder.
    """
    found: dict[str, bytes] = {}
    try:
        for name, data in _zipped(archive) if archive.is_wheel else _tarred(archive):
            if name in found or name.startswith("/") or ".." in name.split("/"):
                raise _strange(archive, name)
            found[name] = data
    except (zipfile.BadZipFile, tarfile.TarError, EOFError, OSError, NotImplementedError) as error:
        message = f"{archive.name} is no archive that can be read"
        raise OutsideError(Problem(message=message, advice="get it again")) from error
    return found


def _zipped(archive: Archive) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(archive.data)) as packed:
        for entry in packed.infolist():
            if not entry.is_dir():
                refuse_too_large(entry.file_size, archive.name)
                yield entry.filename, packed.read(entry)


def _tarred(archive: Archive) -> Iterator[tuple[str, bytes]]:
    top = archive.name.removesuffix(".tar.gz") + "/"
    with tarfile.open(fileobj=io.BytesIO(archive.data), mode="r:gz") as packed:
        for entry in packed:
            if entry.isdir():
                continue
            refuse_too_large(entry.size, archive.name)
            content = packed.extractfile(entry) if entry.isfile() else None
            if content is None or not entry.name.startswith(top):
                raise _strange(archive, entry.name)
            yield entry.name.removeprefix(top), content.read()


def _strange(archive: Archive, name: str) -> OutsideError:
    message = f"{archive.name} holds what no archive of ours does"
    return OutsideError(Problem(message=message, found=ascii(name)[1:-1]))
