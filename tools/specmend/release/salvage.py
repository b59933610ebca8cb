"""Reads what can still be read of an archive that may be damaged."""

from __future__ import annotations

import gzip
import io
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from specmend.errors import OutsideError
from specmend.release.archives import Archive
from specmend.source.answer import refuse_too_large

_FAULTS: Final = (
    zipfile.BadZipFile,
    tarfile.TarError,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    struct.error,
    OverflowError,
    RuntimeError,
    OutsideError,
)
"""What reading a damaged archive ends with; RuntimeError is for one that says it is encrypted."""

_PIECE: Final = 1 << 20
_NAMES_AT: Final = 26
"""Where the header of a file in a wheel has the lengths of its name and what follows it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Salvaged:
    """The files that could be read, and the names of those that could not.

    `is_cut` says that there may be more files: reading stopped before the end of the archive.
    """

    members: Mapping[str, bytes] = field(default_factory=dict)
    broken: frozenset[str] = frozenset()
    is_cut: bool = False


def salvage(archive: Archive) -> Salvaged:
    """Read what can be read of an archive; never raises for what is in it."""
    return _of_wheel(archive) if archive.is_wheel else _of_source(archive)


def _of_wheel(archive: Archive) -> Salvaged:
    found: dict[str, bytes] = {}
    broken: set[str] = set()
    is_cut = False
    try:
        with zipfile.ZipFile(io.BytesIO(archive.data)) as packed:
            for entry in packed.infolist():
                data = _tried(lambda: _unzipped(packed, entry, archive))  # noqa: B023 - called now
                if data is None:
                    broken.add(entry.filename)
                else:
                    found[entry.filename] = data
    except _FAULTS:
        is_cut = True
    return Salvaged(members=found, broken=frozenset(broken), is_cut=is_cut)


def _unzipped(packed: zipfile.ZipFile, entry: zipfile.ZipInfo, archive: Archive) -> bytes:
    refuse_too_large(entry.file_size, archive.name)
    try:
        return packed.read(entry)
    except zipfile.BadZipFile:
        return _unchecked(archive.data, entry)


def _unchecked(data: bytes, entry: zipfile.ZipInfo) -> bytes:
    """The content of a file whose checksum is wrong; raises zlib.error for what is no content."""
    names = struct.unpack_from("<2H", data, entry.header_offset + _NAMES_AT)
    start = entry.header_offset + _NAMES_AT + 4 + sum(names)
    packed = data[start : start + entry.compress_size]
    if entry.compress_type == zipfile.ZIP_STORED:
        return packed
    return zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, entry.file_size + 1)


def _tried(read: Callable[[], bytes]) -> bytes | None:
    try:
        return read()
    except _FAULTS:
        return None


def _of_source(archive: Archive) -> Salvaged:
    found: dict[str, bytes] = {}
    top = archive.name.removesuffix(".tar.gz") + "/"
    try:
        # As a stream: what stands before the damage is read.
        with tarfile.open(fileobj=io.BytesIO(archive.data), mode="r|gz") as packed:
            for entry in packed:
                refuse_too_large(entry.size, archive.name)
                content = packed.extractfile(entry) if entry.isfile() else None
                if content is not None:
                    found[entry.name.removeprefix(top)] = content.read()
    except _FAULTS:
        return Salvaged(members=found, is_cut=True)
    # A damaged header looks like the end.
    return Salvaged(members=found, is_cut=not _is_whole(archive.data))


def _is_whole(data: bytes) -> bool:
    """Whether packed data have the checksum that stands at their end (RFC 1952)."""
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as packed:
            while packed.read(_PIECE):
                pass
    except _FAULTS:
        return False
    return True
