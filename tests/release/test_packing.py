"""Archives are packed to the same bytes whatever packed them before, and can be read by anybody."""

from __future__ import annotations

import gzip
import hashlib
import io
import tarfile
import zipfile

import pytest

from specmend.release.archives import Archive
from specmend.release.members import read_members
from specmend.release.packing import pack_source, pack_wheel

SECONDS = 1_700_000_000
FILES = {
    "pets/__init__.py": b"PETS = 1\n" * 200,
    "pets/größe.py": b"",
    "pets-1.0.dist-info/RECORD": bytes(range(256)),
}


def wheel(level: int, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", method, compresslevel=level) as packed:
        for name, data in FILES.items():
            entry = zipfile.ZipInfo(name, (2023, 11, 14, 22, 13, 20))
            entry.external_attr = 0o100755 << 16
            packed.writestr(entry, data, method, level)
    return into.getvalue()


def source(level: int) -> bytes:
    into = io.BytesIO()
    with tarfile.open(fileobj=into, mode="w") as packed:
        for name, data in FILES.items():
            entry = tarfile.TarInfo(f"pets-1.0/{name}")
            entry.size = len(data)
            packed.addfile(entry, io.BytesIO(data))
    return gzip.compress(into.getvalue(), level, mtime=level)


def test_a_wheel_is_the_same_whatever_packed_it_before() -> None:
    before = [wheel(1), wheel(9), wheel(0, zipfile.ZIP_STORED)]
    assert len({*before}) == 3
    assert len({*map(pack_wheel, before)}) == 1


def test_a_source_archive_is_the_same_whatever_packed_it_before() -> None:
    before = [source(1), source(9)]
    assert len({*before}) == 2
    assert len({pack_source(one, SECONDS) for one in before}) == 1


def test_a_packed_wheel_holds_the_same_files_with_times_and_rights() -> None:
    packed = pack_wheel(wheel(6))
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert archive.testzip() is None
        entries = archive.infolist()
        assert {one.filename: archive.read(one) for one in entries} == FILES
        assert {one.date_time for one in entries} == {(2023, 11, 14, 22, 13, 20)}
        assert {one.external_attr for one in entries} == {0o100755 << 16}
        assert [one.compress_type for one in entries] == [8, 0, 0]


def test_a_packed_source_archive_holds_the_same_tar_file_and_the_time() -> None:
    packed = pack_source(source(6), SECONDS)
    assert gzip.decompress(packed) == gzip.decompress(source(6))
    assert packed[4:8] == SECONDS.to_bytes(4, "little")
    members = read_members(Archive(name="pets-1.0.tar.gz", data=packed))
    assert dict(members) == FILES


def test_a_packed_wheel_is_little_larger_than_what_zlib_makes() -> None:
    assert len(pack_wheel(wheel(6))) <= len(wheel(6)) * 1.05


@pytest.mark.parametrize(
    ("packed", "digest"),
    [
        (pack_wheel(wheel(6)), "8c285911dfc799ee20e4e6042d71daf21f2e5b9b6d6586ddf1a46b27b4c896cd"),
        (
            pack_source(source(6), SECONDS),
            "51a5616cdcd22600964ee38c792e37ea6780929721f16df287af307b50504245",
        ),
    ],
    ids=["wheel", "source"],
)
def test_the_bytes_never_change(packed: bytes, digest: str) -> None:
    """A release of an earlier year is built again, and must be the same bytes."""
    assert hashlib.sha256(packed).hexdigest() == digest
