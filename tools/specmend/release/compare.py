"""Tells in which files an archive that an index serves differs from the one that was built."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from specmend.generate.manifest import digest_of
from specmend.release.archives import Archive
from specmend.release.members import read_members
from specmend.release.salvage import Salvaged, salvage

How = Literal["changed", "missing", "added", "unreadable", "packed"]
"""How a file differs: other bytes, not there, too much, damaged, or only packed in another way."""


@dataclass(frozen=True, kw_only=True, slots=True)
class MemberChange:
    """A file in an archive that is not as it was built.

    `served` and `built` are the SHA-256 of its content in hexadecimal, empty where there is none.
    A file that is `packed` in another way has the same content. Without a `name`, that is said of
    the archive around the files, which differs from byte `offset` on.
    """

    name: str
    how: How
    served: str = ""
    built: str = ""
    offset: int = 0


def member_changes(served: Archive, built: Archive) -> tuple[MemberChange, ...]:
    """The files by which an archive differs from the one that was built; none for equal bytes."""
    if served.data == built.data:
        return ()
    found = salvage(served)
    expected = read_members(built)
    changes = [
        change
        for name in sorted({*expected, *found.members, *found.broken})
        if (change := _change(name, found, expected.get(name))) is not None
    ]
    if found.is_cut and not found.broken:
        changes += _first_unread(found, expected)
    return tuple(changes) or (_packing(served, built),)


def _change(name: str, found: Salvaged, expected: bytes | None) -> MemberChange | None:
    data = found.members.get(name)
    built = "" if expected is None else digest_of(expected)
    if name in found.broken:
        return MemberChange(name=name, how="unreadable", built=built)
    if data is None:
        return None if found.is_cut else MemberChange(name=name, how="missing", built=built)
    if expected is None:
        return MemberChange(name=name, how="added", served=digest_of(data))
    if data != expected:
        return MemberChange(name=name, how="changed", served=digest_of(data), built=built)
    return None


def _first_unread(found: Salvaged, expected: Mapping[str, bytes]) -> Iterator[MemberChange]:
    """The file at which reading stopped, in the order of the archive that was built."""
    for name, data in expected.items():
        if name not in found.members:
            yield MemberChange(name=name, how="unreadable", built=digest_of(data))
            return


def _packing(served: Archive, built: Archive) -> MemberChange:
    """The change of an archive whose files are the same."""
    pairs = zip(served.data, built.data, strict=False)
    shorter = min(len(served.data), len(built.data))
    offset = next((place for place, (one, other) in enumerate(pairs) if one != other), shorter)
    return MemberChange(name=_member_at(built, offset), how="packed", offset=offset)


def _member_at(archive: Archive, offset: int) -> str:
    """The file of a wheel whose header or packed content is at a place; empty for none."""
    if not archive.is_wheel:
        return ""
    with zipfile.ZipFile(io.BytesIO(archive.data)) as packed:
        if offset >= packed.start_dir:
            return ""
        before = [entry for entry in packed.infolist() if entry.header_offset <= offset]
    return max(before, key=lambda entry: entry.header_offset).filename if before else ""
