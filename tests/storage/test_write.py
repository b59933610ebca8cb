"""Files and folders written whole or not at all, and read without the caches of other tools."""

from __future__ import annotations

import errno
import stat
from pathlib import Path

import pytest

from specmend.errors import OutsideError
from specmend.storage.write import read_folder, write_file, write_folder


def names(folder: Path) -> list[str]:
    """Everything in a folder, hidden things too."""
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_with_the_folders_above_it(tmp_path: Path) -> None:
    write_file(tmp_path / "a" / "b.txt", b"\r\n\xff")
    assert (tmp_path / "a" / "b.txt").read_bytes() == b"\r\n\xff"
    assert names(tmp_path / "a") == ["b.txt"]
    assert stat.S_IMODE((tmp_path / "a" / "b.txt").stat().st_mode) == 0o644


def test_a_file_that_cannot_be_put_in_place_leaves_the_old_one_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_file(tmp_path / "a.txt", b"old")

    def fail(self: Path, target: Path) -> Path:
        raise OSError(f"no room for {target} from {self}")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OutsideError, match="no room"):
        write_file(tmp_path / "a.txt", b"new")
    assert names(tmp_path) == ["a.txt"]
    assert (tmp_path / "a.txt").read_bytes() == b"old"


def test_a_folder_holds_what_was_given_and_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    write_folder(folder, {"old.txt": b"1", "sub/old.txt": b"2"})
    write_folder(folder, {"new.txt": b"3", "sub/deep/new.txt": b"4"})
    assert read_folder(folder) == {"new.txt": b"3", "sub/deep/new.txt": b"4"}
    assert names(tmp_path) == ["out"]
    assert stat.S_IMODE(folder.stat().st_mode) == 0o755


def test_a_file_that_cannot_be_written_leaves_the_old_folder_as_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    write_folder(folder, {"a.txt": b"1", "b/c.txt": b"2"})
    with pytest.raises(OutsideError, match="a"):
        write_folder(folder, {"a": b"fine", "a/b": b"a file cannot hold another"})
    assert read_folder(folder) == {"a.txt": b"1", "b/c.txt": b"2"}
    assert names(tmp_path) == ["out"]


def test_a_folder_that_cannot_be_put_in_place_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "out"
    write_folder(folder, {"a.txt": b"1"})
    rename = Path.rename

    def fail(self: Path, target: Path) -> Path:
        if target == folder and not self.name.endswith(".old"):
            raise OSError("the disk is gone")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises(OutsideError, match="the disk is gone"):
        write_folder(folder, {"b.txt": b"2"})
    assert read_folder(folder) == {"a.txt": b"1"}
    assert names(tmp_path) == ["out"]


def test_caches_of_other_tools_are_not_read(tmp_path: Path) -> None:
    write_folder(tmp_path / "out", {
        "a.py": b"1", "__pycache__/a.pyc": b"x", "b/__pycache__/c.pyc": b"x", ".mypy_cache/x": b"x",
        ".ruff_cache/x": b"x", ".pytest_cache/x": b"x", "b/.hidden": b"2",
    })  # fmt: skip
    assert read_folder(tmp_path / "out") == {"a.py": b"1", "b/.hidden": b"2"}


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert read_folder(tmp_path / "nowhere") == {}


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.EACCES, "permission denied"),
        (errno.EPERM, "permission denied"),
        (errno.EROFS, "the disk is read-only"),
        (errno.ENOSPC, "the disk is full"),
        (errno.EISDIR, "it is a folder"),
        (errno.ENOTDIR, "a part of its path is a file and no folder"),
        (errno.EIO, "words of the system"),
    ],
)
def test_what_cannot_be_written_is_named_by_its_own_path_with_the_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, reason: str
) -> None:
    def fail(*, prefix: str, **_: object) -> tuple[int, str]:
        raise OSError(number, "words of the system", f"{prefix}temporary")

    monkeypatch.setattr("tempfile.mkstemp", fail)
    monkeypatch.setattr("tempfile.mkdtemp", fail)
    with pytest.raises(OutsideError) as of_file:
        write_file(tmp_path / "a", b"new")
    with pytest.raises(OutsideError) as of_folder:
        write_folder(tmp_path / "a", {"a.txt": b"new"})
    for problem in (*of_file.value.problems, *of_folder.value.problems):
        assert problem.file == str(tmp_path / "a")
        assert problem.message == f"this cannot be written: {reason}"


def test_a_file_where_a_folder_should_be_and_a_folder_where_a_file_should_be_are_named(
    tmp_path: Path,
) -> None:
    (tmp_path / "file").write_bytes(b"old")
    with pytest.raises(OutsideError, match="a part of its path is a file and no folder"):
        write_file(tmp_path / "file" / "a.txt", b"new")
    with pytest.raises(OutsideError, match="it is a folder"):
        write_file(tmp_path, b"new")
    assert names(tmp_path) == ["file"]
