"""Steps given other numbers, and steps dropped, while the series still applies."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.project import Folder
from tests.project.steps import ALLOW_NO_PETS, NEEDS_THE_SECOND, SECOND

from specmend.errors import OutsideError, RepositoryError
from specmend.project.api import Api
from specmend.project.renumber import drop_step, move_step, rename_files, renumber_steps

FIRST = "patches/pets/0001-move-the-prefix.yaml"
THIRD = "patches/pets/0003-want-many-pets.yaml"


@pytest.fixture
def three(files: Folder) -> Folder:
    files.write(SECOND, ALLOW_NO_PETS)
    files.write(THIRD, NEEDS_THE_SECOND)
    return files


def names(files: Folder) -> list[str]:
    return [path.name for path in sorted((files.root / "patches/pets").iterdir())]


def test_a_step_is_moved_and_those_in_its_way_go_up(three: Folder, api: Api) -> None:
    assert move_step(api, 1, 2) == {
        "0001-move-the-prefix.yaml": "0002-move-the-prefix.yaml",
        "0002-allow-no-pets.yaml": "0001-allow-no-pets.yaml",
    }
    assert names(three) == [
        "0001-allow-no-pets.yaml",
        "0002-move-the-prefix.yaml",
        "0003-want-many-pets.yaml",
    ]


def test_an_order_in_which_a_step_no_longer_applies_is_refused(three: Folder, api: Api) -> None:
    before = names(three)
    with pytest.raises(RepositoryError) as caught:
        move_step(api, 3, 2)
    problem = caught.value.problems[0]
    assert problem.message.startswith("in the new order, this step no longer applies: ")
    assert problem.advice == "mend or move this step first"
    assert names(three) == before


@pytest.mark.parametrize(("number", "to"), [(1, 0), (1, 10_000), (9, 1)])
def test_numbers_have_four_digits_and_belong_to_steps(
    three: Folder, api: Api, number: int, to: int
) -> None:
    before = names(three)
    with pytest.raises(RepositoryError):
        move_step(api, number, to)
    assert names(three) == before


def test_all_steps_are_numbered_at_even_distances(three: Folder, api: Api) -> None:
    renumber_steps(api, 10)
    assert [name[:4] for name in names(three)] == ["0010", "0020", "0030"]
    assert renumber_steps(api, 10) == {}


def test_a_step_that_no_other_needs_is_dropped(three: Folder, api: Api) -> None:
    dropped = drop_step(api, 3)
    assert (dropped.file, dropped.problems) == (THIRD, ())
    assert len(names(three)) == 2


def test_a_step_that_others_need_is_only_dropped_by_force(three: Folder, api: Api) -> None:
    with pytest.raises(RepositoryError, match="without step 2, this step no longer applies"):
        drop_step(api, 2)
    assert len(names(three)) == 3
    dropped = drop_step(api, 2, force=True)
    assert [problem.file for problem in dropped.problems] == [THIRD]
    assert len(names(three)) == 2


def test_a_name_that_another_file_has_is_taken(three: Folder, api: Api) -> None:
    with pytest.raises(RepositoryError, match="this name is taken"):
        rename_files(api.steps, {"0001-move-the-prefix.yaml": "0002-allow-no-pets.yaml"})
    assert len(names(three)) == 3


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
    with pytest.raises(OutsideError, match="full"):
        rename_files(tmp_path, {"a": "x", "b": "y"})
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"a": "a", "b": "b"}
