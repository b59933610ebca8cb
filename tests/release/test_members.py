"""Archives of strangers are read without harm: what ours never hold is refused."""

from __future__ import annotations

import io
import tarfile
import zipfile

import pytest

from specmend.errors import OutsideError
from specmend.release.archives import Archive
from specmend.release.members import read_members

WHEEL = "tiny_shop-1.2.0-py3-none-any.whl"
SOURCE = "tiny_shop-1.2.0.tar.gz"


def wheel(*names: str) -> Archive:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w") as packed:
        for name in names:
            packed.writestr(name, name)
    return Archive(name=WHEEL, data=into.getvalue())


def source(*names: str, kind: bytes = tarfile.REGTYPE) -> Archive:
    into = io.BytesIO()
    with tarfile.open(fileobj=into, mode="w:gz") as packed:
        for name in names:
            entry = tarfile.TarInfo(name)
            entry.type = kind
            entry.linkname = "/etc/passwd"
            packed.addfile(entry, io.BytesIO())
    return Archive(name=SOURCE, data=into.getvalue())


def test_files_are_read_by_their_paths() -> None:
    assert read_members(wheel("a/", "a/b.py")) == {"a/b.py": b"a/b.py"}
    assert read_members(source("tiny_shop-1.2.0/a/b.py")) == {"a/b.py": b""}


@pytest.mark.parametrize(
    "archive",
    [
        wheel("../evil.py"),
        wheel("/evil.py"),
        wheel("a/../../evil.py"),
        source("evil.py"),
        source("tiny_shop-1.2.0/../../evil.py"),
        source("tiny_shop-1.2.0/a.py", "tiny_shop-1.2.0/a.py"),
        source("tiny_shop-1.2.0/a.py", kind=tarfile.SYMTYPE),
        source("tiny_shop-1.2.0/a.py", kind=tarfile.LNKTYPE),
        source("tiny_shop-1.2.0/a.py", kind=tarfile.FIFOTYPE),
    ],
    ids=[
        "a wheel above its folder",
        "a wheel with an absolute path",
        "a wheel that climbs",
        "a source archive without its folder",
        "a source archive that climbs",
        "a file twice",
        "a symbolic link",
        "a hard link",
        "a pipe",
    ],
)  # fmt: skip
def test_what_no_archive_of_ours_holds_is_refused(archive: Archive) -> None:
    with pytest.raises(OutsideError, match="holds what no archive of ours does"):
        read_members(archive)


def test_a_file_twice_in_a_wheel_is_refused() -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        twice = wheel("a.py", "a.py")
    with pytest.raises(OutsideError, match="holds what no archive of ours does"):
        read_members(twice)


@pytest.mark.parametrize("name", [WHEEL, SOURCE])
@pytest.mark.parametrize("data", [b"", b"no archive", b"PK\x03\x04", b"\x1f\x8b\x08"])
def test_what_is_no_archive_is_told(name: str, data: bytes) -> None:
    with pytest.raises(OutsideError, match=f"{name} is no archive that can be read"):
        read_members(Archive(name=name, data=data))


@pytest.mark.parametrize(
    "whole", [wheel("a.py"), source("tiny_shop-1.2.0/a.py")], ids=[WHEEL, SOURCE]
)
def test_a_part_of_an_archive_is_told(whole: Archive) -> None:
    cut = Archive(name=whole.name, data=whole.data[: len(whole.data) // 2])
    with pytest.raises(OutsideError, match="is no archive that can be read"):
        read_members(cut)
