"""The commands `drop`, `move` and `renumber`: the series changed whole, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.project import Folder

from specmend.errors import RepositoryError
from specmend.project.renumber import rename_files

STEP = """\
overlay: 1.1.0
info: {{title: {title}, version: 1.0.0, x-reason: r}}
actions:
  - target: {target}
    update: {update}
    x-expect: {{matches: 1, before: {{}}}}
"""


@pytest.fixture
def series(folder: Folder) -> Folder:
    """Three steps, of which the third needs the second."""
    folder.write("patches/pets/0002-a.yaml", STEP.format(title="A", target="$", update="{xa: {}}"))
    folder.write("patches/pets/0003-b.yaml", STEP.format(title="B", target="$.xa", update="{b: 1}"))
    ran = folder.run("apply")
    assert ran.code == 0, ran.err
    return folder


def names(folder: Folder) -> list[str]:
    return sorted(path.name for path in (folder.root / "patches/pets").iterdir())


def test_a_step_that_nothing_needs_is_dropped(series: Folder) -> None:
    ran = series.run("drop", "pets", "3")
    assert ran.code == 0
    assert "dropped patches/pets/0003-b.yaml" in ran.out
    assert names(series) == ["0001-move-the-prefix.yaml", "0002-a.yaml"]


def test_a_step_that_others_need_stays_and_they_are_named(series: Folder) -> None:
    before = series.files()
    ran = series.run("drop", "pets", "2")
    assert ran.code == 1
    assert (
        "patches/pets/0003-b.yaml:4:5: error: without step 2, this step no longer applies"
        in ran.err
    )
    assert series.files() == before


def test_with_force_it_goes_all_the_same_and_the_others_are_warned_of(series: Folder) -> None:
    ran = series.run("drop", "pets", "2", "--force")
    assert ran.code == 0
    assert "warning: patches/pets/0003-b.yaml:4:5: without step 2" in ran.err
    assert names(series) == ["0001-move-the-prefix.yaml", "0003-b.yaml"]


def test_a_moved_step_takes_its_number_and_the_others_make_room(series: Folder) -> None:
    built = series.read("spec/pets/sanitized.yaml")
    ran = series.run("move", "pets", "1", "3")
    assert ran.code == 0, ran.err
    assert names(series) == ["0001-a.yaml", "0002-b.yaml", "0003-move-the-prefix.yaml"]
    assert "0001-move-the-prefix.yaml → 0003-move-the-prefix.yaml" in ran.out
    assert series.run("apply").code == 0
    assert series.read("spec/pets/sanitized.yaml") == built


def test_a_move_after_which_a_step_no_longer_applies_is_refused(series: Folder) -> None:
    before = series.files()
    ran = series.run("move", "pets", "3", "2")
    assert ran.code == 1
    assert (
        "in the new order, this step no longer applies: the target $.xa selects nothing" in ran.err
    )
    assert series.files() == before


def test_a_move_to_no_number_is_refused(series: Folder) -> None:
    before = series.files()
    assert "1 to 9999" in series.run("move", "pets", "1", "10000").err
    assert "1 to 9999" in series.run("move", "pets", "1", "0").err
    assert "pets has no step 7" in series.run("move", "pets", "7", "1").err
    assert series.files() == before


def test_renumbering_leaves_gaps_and_closes_them(series: Folder) -> None:
    assert series.run("renumber", "pets", "--by", "10").code == 0
    assert names(series) == ["0010-move-the-prefix.yaml", "0020-a.yaml", "0030-b.yaml"]
    assert "3 steps renumbered" in series.run("renumber", "pets").out
    assert names(series) == ["0001-move-the-prefix.yaml", "0002-a.yaml", "0003-b.yaml"]
    assert "0 steps renumbered" in series.run("renumber", "pets").out


def test_files_swap_their_names(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / name).write_text(name)
    rename_files(tmp_path, {"a": "b", "b": "a"})
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"a": "b", "b": "a"}


def test_a_name_that_is_taken_is_refused_before_anything_is_renamed(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / name).write_text(name)
    with pytest.raises(RepositoryError, match="taken"):
        rename_files(tmp_path, {"a": "x", "b": "c"})
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {
        "a": "a",
        "b": "b",
        "c": "c",
    }


def test_when_one_renaming_fails_the_others_are_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in "ab":
        (tmp_path / name).write_text(name)
    replace = Path.replace

    def fails_late(path: Path, target: Path) -> Path:
        if target.name == "y":
            raise OSError("full")
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", fails_late)
    with pytest.raises(OSError, match="full"):
        rename_files(tmp_path, {"a": "x", "b": "y"})
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"a": "a", "b": "b"}
