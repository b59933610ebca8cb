"""What can be read of a damaged archive is read, and what cannot is named."""

from __future__ import annotations

import pytest
from tests.release.packages import SOURCES, repacked

from specmend.release.archives import Archive
from specmend.release.members import read_members
from specmend.release.salvage import salvage

TOP = "tiny_shop-1.2.0/"


def damaged(archive: Archive, place: int) -> Archive:
    data = bytearray(archive.data)
    data[place] ^= 0x40
    return Archive(name=archive.name, data=bytes(data))


def test_whole_archives_are_read_whole(archives: tuple[Archive, ...]) -> None:
    for archive in archives:
        found = salvage(archive)
        assert dict(found.members) == dict(read_members(archive))
        assert (found.broken, found.is_cut) == (frozenset(), False)


def test_a_damaged_file_of_a_wheel_has_other_bytes_or_is_named(
    archives: tuple[Archive, ...],
) -> None:
    wheel, first = archives[1], "tiny_shop/__init__.py"
    whole = read_members(wheel)
    seen = set()
    for place in range(30 + len(first), 30 + len(first) + 40):
        found = salvage(damaged(wheel, place))
        assert {**found.members, first: b""} == {**whole, first: b""}
        seen.add(first in found.broken)
        assert first in found.broken or found.members[first] != whole[first]
    assert seen == {False, True}


def test_a_file_that_is_not_packed_has_the_bytes_that_are_there(
    archives: tuple[Archive, ...],
) -> None:
    wheel = repacked(archives[1], lambda _: None)
    found = salvage(damaged(wheel, 30 + len("tiny_shop/__init__.py")))
    assert found.members["tiny_shop/__init__.py"] == b"b" + SOURCES["tiny_shop/__init__.py"][1:]


@pytest.mark.parametrize("length", [0, 10, 400])
def test_a_cut_archive_gives_what_stands_before_the_cut(
    archives: tuple[Archive, ...], length: int
) -> None:
    for archive in archives:
        found = salvage(Archive(name=archive.name, data=archive.data[:length]))
        assert found.is_cut
        assert len(found.members) < len(read_members(archive))


def test_a_wrong_checksum_says_that_there_may_be_more(archives: tuple[Archive, ...]) -> None:
    source = archives[0]
    found = salvage(damaged(source, len(source.data) - 8))
    assert dict(found.members) == dict(read_members(source))
    assert found.is_cut


def test_a_file_that_is_too_large_is_not_read(
    archives: tuple[Archive, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("specmend.source.answer.MAX_BYTES", 500)
    source, wheel = archives
    big = salvage(repacked(wheel, lambda files: files.update({"tiny_shop/big": b"x" * 501})))
    assert "tiny_shop/big" in big.broken
    assert salvage(repacked(source, lambda files: files.update({f"{TOP}big": b"x" * 501}))).is_cut


def test_bytes_after_the_end_say_that_there_may_be_more(archives: tuple[Archive, ...]) -> None:
    source = archives[0]
    assert salvage(Archive(name=source.name, data=source.data + b"y")).is_cut
