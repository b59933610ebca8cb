"""Files and folders written whole or not at all, and read without the caches of other tools."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

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
    with pytest.raises(OSError, match="no room"):
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
    with pytest.raises(OSError, match="a"):
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
    with pytest.raises(OSError, match="the disk is gone"):
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
