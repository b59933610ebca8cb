"""Packs archives again, so that they are the same bytes whichever zlib Python was linked with."""

from __future__ import annotations

import gzip
import io
import struct
import zipfile
import zlib
from dataclasses import dataclass
from typing import Final

from specmend.release.deflate import deflate

_STORED, _DEFLATED = 0, 8
_NEEDED: Final = 20
"""The version of the format that reading needs: 2.0, for compressed files (APPNOTE 4.4.3)."""

_IN_UTF8: Final = 1 << 11
_LOCAL: Final = struct.Struct("<4s5H3I2H")
_CENTRAL: Final = struct.Struct("<4s6H3I5H2I")
_END: Final = struct.Struct("<4s4H2IH")
_GZIP: Final = struct.Struct("<4BI2B")
_NO_SYSTEM: Final = 255
_SLOWEST: Final = 2


@dataclass(frozen=True, kw_only=True, slots=True)
class _Packed:
    """A file of a wheel as it is packed, and where it begins."""

    entry: zipfile.ZipInfo
    name: bytes
    method: int
    data: bytes
    offset: int


def pack_wheel(wheel: bytes) -> bytes:
    """The files of a wheel in their order, with their times and rights, packed by ourselves."""
    body = bytearray()
    packed: list[_Packed] = []
    with zipfile.ZipFile(io.BytesIO(wheel)) as archive:
        for entry in archive.infolist():
            one = _pack(entry, archive.read(entry), len(body))
            body += _local(one) + one.data
            packed.append(one)
    listed = b"".join(map(_central, packed))
    count = len(packed)
    end = _END.pack(b"PK\5\6", 0, 0, count, count, len(listed), len(body), 0)
    return bytes(body) + listed + end


def pack_source(source: bytes, seconds: int) -> bytes:
    """The tar file of a source archive, packed by ourselves (RFC 1952)."""
    tar = gzip.decompress(source)
    header = _GZIP.pack(0x1F, 0x8B, _DEFLATED, 0, seconds & 0xFFFF_FFFF, _SLOWEST, _NO_SYSTEM)
    end = struct.pack("<2I", zlib.crc32(tar), len(tar) & 0xFFFF_FFFF)
    return header + deflate(tar) + end


def _pack(entry: zipfile.ZipInfo, content: bytes, offset: int) -> _Packed:
    packed = deflate(content)
    is_smaller = len(packed) < len(content)
    return _Packed(
        entry=entry,
        name=entry.filename.encode(),
        method=_DEFLATED if is_smaller else _STORED,
        data=packed if is_smaller else content,
        offset=offset,
    )


def _local(one: _Packed) -> bytes:
    """What stands before a file (APPNOTE 4.3.7)."""
    return _LOCAL.pack(b"PK\3\4", _NEEDED, *_said(one), len(one.name), 0) + one.name


def _central(one: _Packed) -> bytes:
    """The line of a file in the list at the end (APPNOTE 4.3.12)."""
    system = one.entry.create_system << 8 | _NEEDED
    rights = one.entry.external_attr
    row = _CENTRAL.pack(
        b"PK\1\2", system, _NEEDED, *_said(one), len(one.name), 0, 0, 0, 0, rights, one.offset
    )
    return row + one.name


def _said(one: _Packed) -> tuple[int, ...]:
    """What both places say of a file: how it is packed, its time, its checksum and its sizes."""
    year, month, day, hour, minute, second = one.entry.date_time
    time = hour << 11 | minute << 5 | second // 2
    date = (year - 1980) << 9 | month << 5 | day
    flags = 0 if one.name.isascii() else _IN_UTF8
    entry = one.entry
    return flags, one.method, time, date, entry.CRC, len(one.data), entry.file_size
