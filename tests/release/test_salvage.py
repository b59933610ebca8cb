"""What can be read of a damaged archive is read, and what cannot is named."""

from __future__ import annotations

import pytest
from tests.release.packages import repacked

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


def test_a_damaged_file_of_a_wheel_is_named_and_the_others_are_read(
    archives: tuple[Archive, ...],
) -> None:
    wheel = archives[1]
    found = salvage(damaged(wheel, 30 + len("tiny_shop/__init__.py") + 5))
    assert found.broken == {"tiny_shop/__init__.py"}
    assert found.members.keys() == read_members(wheel).keys() - found.broken


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
