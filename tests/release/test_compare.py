"""Where an archive differs, the file is named, whatever byte of it was changed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import pytest
from tests.release.packages import SOURCES, repacked

from specmend.release.archives import Archive
from specmend.release.compare import MemberChange, member_changes

PRICE = "tiny_shop/deep/price.py"
TOP = "tiny_shop-1.2.0/"
Change = Callable[[dict[str, bytes]], None]


def sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


BUILT = sha(SOURCES[PRICE])


def test_equal_bytes_have_no_change(archives: tuple[Archive, ...]) -> None:
    assert all(member_changes(archive, archive) == () for archive in archives)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            lambda files: files.update({PRICE: b"PRICE = 13\n"}),
            MemberChange(name=PRICE, how="changed", served=sha(b"PRICE = 13\n"), built=BUILT),
        ),
        (
            lambda files: files.pop(PRICE),
            MemberChange(name=PRICE, how="missing", built=BUILT),
        ),
        (
            lambda files: files.update({"tiny_shop/evil.py": b"!"}),
            MemberChange(name="tiny_shop/evil.py", how="added", served=sha(b"!")),
        ),
    ],
)
def test_a_file_of_a_wheel_is_named_with_both_digests(
    archives: tuple[Archive, ...], change: Change, expected: MemberChange
) -> None:
    assert member_changes(repacked(archives[1], change), archives[1]) == (expected,)


def test_a_file_of_a_source_archive_is_named_without_the_folder(
    archives: tuple[Archive, ...],
) -> None:
    other = repacked(archives[0], lambda files: files.update({f"{TOP}README.md": b"Hi"}))
    (change,) = member_changes(other, archives[0])
    assert (change.name, change.how, change.served) == ("README.md", "changed", sha(b"Hi"))


def test_the_same_files_packed_otherwise_are_told_by_their_place(
    archives: tuple[Archive, ...],
) -> None:
    wheel = archives[1]
    (change,) = member_changes(repacked(wheel, lambda _: None), wheel)
    assert (change.how, change.served, change.name in SOURCES) == ("packed", "", True)
    (change,) = member_changes(repacked(archives[0], lambda _: None), archives[0])
    assert (change.how, change.name) == ("packed", "")


def test_every_changed_byte_is_found_in_its_file(archives: tuple[Archive, ...]) -> None:
    for archive in archives:
        for place in range(0, len(archive.data), 23):
            data = bytearray(archive.data)
            data[place] ^= 1
            changes = member_changes(Archive(name=archive.name, data=bytes(data)), archive)
            assert changes, place
            assert len({change.name for change in changes}) == len(changes)
            # The list of files at the end of a wheel, and what is around all files, is of none.
            assert any(change.name for change in changes) or changes[0].offset == place


@pytest.mark.parametrize("length", [0, 30, 500])
def test_a_cut_archive_names_the_file_at_the_cut(
    archives: tuple[Archive, ...], length: int
) -> None:
    source = archives[0]
    (change,) = member_changes(Archive(name=source.name, data=source.data[:length]), source)
    assert change.how == "unreadable"
    assert change.built


def test_more_bytes_at_the_end_are_a_change(archives: tuple[Archive, ...]) -> None:
    wheel = archives[1]
    longer = Archive(name=wheel.name, data=wheel.data + b"x")
    (change,) = member_changes(longer, wheel)
    assert (change.how, change.name, change.offset) == ("packed", "", len(wheel.data))
