"""Files changed together: whatever happens, all of them are new, or all are as they were."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from specmend.errors import OutsideError, Problem, RepositoryError
from specmend.storage.transaction import Changes, Disk, change, finish, write_files

BEFORE = {
    "spec/a/upstream.yaml": b"old",
    "spec/a/pin.toml": b"pin",
    "patches/a/0001-x.yaml": b"step",
}
CHANGES: Changes = {
    "spec/a/upstream.yaml": b"new",
    "spec/a/pin.toml": b"new pin",
    "patches/a/0001-x.yaml": None,
    "patches/a/retired/0001-x.yaml": b"step, retired",
}
AFTER = {name: data for name, data in CHANGES.items() if data is not None}


class Killed(BaseException):
    """The process is no more: nothing that it would have done after this is done."""


class MortalDisk(Disk):
    """A disk whose process is killed at the n-th operation; that write is done by half."""

    def __init__(self, alive: int, *, half: bool) -> None:
        self.alive, self.half, self.done = alive, half, 0

    def make_folder(self, path: Path) -> None:
        self._live()
        super().make_folder(path)

    def write(self, path: Path, data: bytes) -> None:
        if self.done == self.alive and self.half:
            path.write_bytes(data[: len(data) // 2])
        self._live()
        super().write(path, data)

    def move(self, path: Path, to: Path) -> None:
        self._live()
        super().move(path, to)

    def remove(self, path: Path) -> None:
        self._live()
        super().remove(path)

    def _live(self) -> None:
        if self.done == self.alive:
            raise Killed
        self.done += 1


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with three files."""
    return _project(tmp_path)


def files(root: Path) -> dict[str, bytes]:
    """Every file but for specmend's own memory."""
    found = {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file()
    }
    return {name: data for name, data in found.items() if not name.startswith(".specmend/")}


def journal(root: Path) -> Path:
    return root / ".specmend" / "a.update"


def test_a_change_that_nobody_interrupts_leaves_nothing_behind(root: Path) -> None:
    change(root, journal(root), CHANGES)
    assert files(root) == AFTER
    assert list((root / ".specmend").iterdir()) == []
    assert finish(root, journal(root)) == ()


def operations(root: Path) -> int:
    disk = MortalDisk(-1, half=False)
    change(root, journal(root), CHANGES, disk)
    return disk.done


def test_killed_anywhere_it_is_all_or_nothing_in_the_end(tmp_path: Path) -> None:
    counted = operations(_project(tmp_path / "count"))
    assert counted > 10
    outcomes = set()
    for alive in range(counted):
        for half in (False, True):
            root = _project(tmp_path / f"{alive}-{half}")
            with pytest.raises(Killed):
                change(root, journal(root), CHANGES, MortalDisk(alive, half=half))
            left = finish(root, journal(root))
            assert files(root) == (AFTER if left else BEFORE)
            assert not journal(root).exists()
            outcomes.add(bool(left))
    assert outcomes == {True, False}


def test_killed_again_while_it_is_finished_it_is_finished_later(tmp_path: Path) -> None:
    counted = operations(_project(tmp_path / "count"))
    for first in range(3, counted):
        for second in range(counted):
            root = _project(tmp_path / f"{first}-{second}")
            with pytest.raises(Killed):
                change(root, journal(root), CHANGES, MortalDisk(first, half=True))
            try:
                finish(root, journal(root), MortalDisk(second, half=True))
            except Killed:
                finish(root, journal(root))
            assert files(root) == AFTER


ODD = ["", "{}", "[1]", '[["spec/a", 1]]', '[["../x", null]]', '[["/etc/x", null]]',
'[["pyproject.toml", null]]',
       '[["spec/../../x", null]]', "[" * 100_000, '[["spec/a", "***"]]']  # fmt: skip


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_a_journal_that_is_none_is_refused_and_nothing_is_touched(root: Path, text: str) -> None:
    journal(root).parent.mkdir()
    journal(root).write_text(text)
    with pytest.raises(RepositoryError, match="is not what an update writes"):
        finish(root, journal(root))
    assert files(root) == BEFORE


def test_a_journal_holds_the_files_themselves(root: Path) -> None:
    with pytest.raises(Killed):
        change(root, journal(root), {"spec/a/pin.toml": b"x"}, MortalDisk(3, half=False))
    assert json.loads(journal(root).read_text()) == [["spec/a/pin.toml", "eA=="]]


def _project(root: Path) -> Path:
    for name, data in BEFORE.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)
    return root


def test_several_files_are_written_and_others_go(tmp_path: Path) -> None:
    for name in ("a.txt", "old.txt", ".a.txt.left.new"):
        (tmp_path / name).write_bytes(b"old")
    write_files(
        {tmp_path / "a.txt": b"1", tmp_path / "b" / "c.txt": b"2"},
        [tmp_path / "old.txt", tmp_path / "none"],
    )
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "b"]
    assert ((tmp_path / "a.txt").read_bytes(), (tmp_path / "b" / "c.txt").read_bytes()) == (
        b"1",
        b"2",
    )


def test_of_several_files_none_is_written_where_one_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"old")
    (tmp_path / "b").mkdir()
    with pytest.raises(OutsideError, match="b"):
        write_files({tmp_path / "a.txt": b"1", tmp_path / "c.txt": b"2", tmp_path / "b": b"3"})
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "b"]
    assert (tmp_path / "a.txt").read_bytes() == b"old"


def test_files_that_were_replaced_and_removed_come_back_when_a_later_one_fails(
    tmp_path: Path,
) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(b"old")
    folder = tmp_path / "folder"
    folder.mkdir()
    with pytest.raises(OutsideError, match="folder"):
        write_files({tmp_path / "a.txt": b"1", tmp_path / "new.txt": b"2"}, [folder])
    assert {path.name: path.is_file() and path.read_bytes() for path in tmp_path.iterdir()} == {
        "a.txt": b"old",
        "b.txt": b"old",
        "folder": False,
    }


class FullDisk(Disk):
    """A disk that has room for the journal, and for nothing after it."""

    def __init__(self, room: int) -> None:
        self.room = room

    def write(self, path: Path, data: bytes) -> None:
        if not self.room:
            raise OSError(28, "No space left on device", str(path))
        self.room -= 1
        super().write(path, data)


@pytest.mark.parametrize(("room", "name"), [(0, ".specmend/a.update"), (1, "spec/a/upstream.yaml")])
def test_what_an_update_cannot_write_is_named_and_no_temporary_file(
    root: Path, room: int, name: str
) -> None:
    with pytest.raises(OutsideError, match="the disk is full") as caught:
        change(root, journal(root), CHANGES, FullDisk(room))
    assert caught.value.problems[0].file == str(root / name)
    if room:
        with pytest.raises(OutsideError, match="the disk is full"):
            finish(root, journal(root), FullDisk(0))


def test_of_several_files_the_one_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"old")
    bad = tmp_path / "file" / "b"
    with pytest.raises(OutsideError) as caught:
        write_files({tmp_path / "a.txt": b"1", bad: b"2"})
    assert caught.value.problems[0].file == str(bad)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_what_comes_last_undoes_all_when_it_fails(tmp_path: Path) -> None:
    kept, new, gone = tmp_path / "kept", tmp_path / "new", tmp_path / "gone"
    kept.write_bytes(b"old")
    gone.write_bytes(b"there")

    def fails() -> None:
        assert kept.read_bytes() == b"changed"
        assert not gone.exists()
        raise OutsideError(Problem(message="the disk is full"))

    with pytest.raises(OutsideError):
        write_files({kept: b"changed", new: b"new"}, [gone], fails)
    assert (kept.read_bytes(), gone.read_bytes(), new.exists()) == (b"old", b"there", False)
    done: list[bool] = []
    write_files({kept: b"changed"}, [gone], lambda: done.append(gone.exists()))
    assert done == [False]
