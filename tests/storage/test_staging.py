"""What waits takes its place all together, or not at all."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from specmend.errors import OutsideError
from specmend.storage.staging import (
    Staged,
    put_in_place,
    stage_file,
    stage_folder,
    staging_folder,
)
from specmend.storage.write import read_folder


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with a file, another one that goes, and a folder of two files."""
    for name in ("file.txt", "gone.txt", "folder/old.txt", "folder/sub/kept.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"old")
    return tmp_path


def staged(root: Path, staging: Path) -> list[Staged]:
    """A change of all that is in the folder, and something new."""
    return [
        stage_file(staging, root / "file.txt", b"new"),
        stage_file(staging, root / "gone.txt", None),
        stage_folder(staging, root / "folder", {"new.txt": b"new", "sub/kept.txt": b"new"}),
        stage_folder(staging, root / "more/deep", {"a/b/c.txt": b"new"}),
        stage_file(staging, root / "more/file.txt", b"new"),
    ]


def files(root: Path) -> dict[str, bytes]:
    """Every file, without those that wait and the lock beside them."""
    return {name: data for name, data in read_folder(root).items() if not name.startswith(".")}


CHANGED = {
    "file.txt": b"new",
    "folder/new.txt": b"new",
    "folder/sub/kept.txt": b"new",
    "more/deep/a/b/c.txt": b"new",
    "more/file.txt": b"new",
}


def test_nothing_changes_before_all_is_put_in_place(root: Path) -> None:
    before = files(root)
    with staging_folder(root / ".staging") as staging:
        waiting = staged(root, staging)
        assert files(root) == before
        put_in_place(waiting)
    assert files(root) == CHANGED
    assert [path.name for path in (root / ".staging").iterdir()] == ["staging-lock"]


@pytest.mark.parametrize("number", range(6))
def test_a_place_that_cannot_be_written_undoes_everything(root: Path, number: int) -> None:
    (root / "blocked").mkdir()
    before = files(root)
    with staging_folder(root / ".staging") as staging:
        waiting = staged(root, staging)
        waiting.insert(number, stage_file(staging, root / "blocked", b"new"))
        with pytest.raises(OutsideError) as caught:
            put_in_place(waiting)
    (problem,) = caught.value.problems
    assert problem.file == str(root / "blocked")
    assert problem.message == "this cannot be written: it is a folder"
    assert files(root) == before
    assert not list(root.rglob("*.old"))


def test_what_waits_on_another_disk_is_copied(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace = Path.replace

    def across(path: Path, place: Path) -> Path:
        if ".staging" in path.parts and ".staging" not in place.parts:
            raise OSError(errno.EXDEV, "Invalid cross-device link")
        return replace(path, place)

    with staging_folder(root / ".staging") as staging:
        waiting = staged(root, staging)
        monkeypatch.setattr(Path, "replace", across)
        put_in_place(waiting)
    assert files(root) == CHANGED
    assert [path.name for path in root.iterdir() if path.name.startswith(".")] == [".staging"]


def test_a_folder_that_cannot_be_made_is_told_by_its_place(root: Path) -> None:
    with staging_folder(root / ".staging") as staging:
        with pytest.raises(OutsideError) as caught:
            stage_folder(staging, root / "folder", {"a": b"1", "a/b": b"2"})
    assert caught.value.problems[0].file == str(root / "folder")


def test_what_waits_is_removed_when_the_work_fails(root: Path) -> None:
    before = files(root)
    with pytest.raises(KeyboardInterrupt):
        with staging_folder(root / ".staging") as staging:
            staged(root, staging)
            raise KeyboardInterrupt
    assert files(root) == before
    assert [path.name for path in (root / ".staging").iterdir()] == ["staging-lock"]


@pytest.mark.posix("locks that can be shared")
def test_what_a_killed_process_left_goes_when_nobody_else_is_at_work(root: Path) -> None:
    parent = root / ".staging"
    for name in ("staging-empty", "staging-full/deep"):
        (parent / name).mkdir(parents=True)
    (parent / "staging-full/deep/file").write_bytes(b"x")
    (parent / "staging-link").symlink_to(root / "folder")
    (parent / "pets.json").write_bytes(b"{}")
    with staging_folder(parent) as first:
        assert not list(parent.glob("staging-empty")) + list(parent.glob("staging-full"))
        (first / "file").write_bytes(b"x")
        with staging_folder(parent) as second:
            assert first != second
            assert (first / "file").exists()
    assert sorted(path.name for path in parent.iterdir()) == [
        "pets.json",
        "staging-link",
        "staging-lock",
    ]
    assert (root / "folder/old.txt").exists()
