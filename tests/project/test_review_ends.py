"""Reviews of changes that remove the last API, the settings, or move them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from tests.project.histories import pets
from tests.project.in_git import Repository
from tests.shared_folder import shared_folder

from specmend.errors import RepositoryError
from specmend.project.review import review_project
from specmend.review.records import Reviews


@pytest.fixture
def made(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """A project without a package, in a folder of its repository."""
    folder = shared_folder(tmp_path_factory, "bare-inside", partial(pets, inside="a", package=""))
    shutil.copytree(folder, tmp_path / "p")
    return Repository(tmp_path / "p", tmp_path / "p/a")


def told(found: Reviews) -> tuple[tuple[str, ...], list[str]]:
    """The APIs that are gone, and what is said of each other one."""
    return found.gone, [f"{one.api}: {one.summary}" for one in found.apis]


def as_before(made: Repository) -> None:
    made.write("specmend.toml", made.read("specmend.toml"))


def no_table(made: Repository) -> None:
    made.write("specmend.toml", "# no API any more\n")


def an_empty_table(made: Repository) -> None:
    made.write("specmend.toml", "[apis]\n")


def no_settings(made: Repository) -> None:
    (made.project / "specmend.toml").unlink()


def another_pyproject(made: Repository) -> None:
    no_settings(made)
    made.write("pyproject.toml", '[project]\nname = "p"\n')


def an_empty_pyproject(made: Repository) -> None:
    no_settings(made)
    made.write("pyproject.toml", "[tool.specmend]\n")


def nothing_left(made: Repository) -> None:
    for entry in made.project.iterdir():
        shutil.rmtree(entry) if entry.is_dir() else entry.unlink()


def another_api(made: Repository) -> None:
    made.write("specmend.toml", '[apis.vets]\nversion = "0.3.0"\n')


def a_folder_further_down(made: Repository) -> None:
    inside = made.project / "b"
    inside.mkdir()
    for name in ("specmend.toml", "spec", "patches"):
        (made.project / name).rename(inside / name)


MOVED = ["pets: On the wire no change; no new version is needed."]
GONE: tuple[tuple[str, ...], list[str]] = (("pets",), [])
SETTINGS: list[tuple[Callable[[Repository], None], tuple[tuple[str, ...], list[str]]]] = [
    (as_before, ((), [])),
    (no_table, GONE),
    (an_empty_table, GONE),
    (no_settings, GONE),
    (another_pyproject, GONE),
    (an_empty_pyproject, GONE),
    (nothing_left, GONE),
    (another_api, (("pets",), ["vets: The API is new, with version 0.3.0."])),
    (a_folder_further_down, ((), MOVED)),
]


@pytest.mark.parametrize(
    ("change", "expected"), SETTINGS, ids=[change.__name__ for change, _ in SETTINGS]
)
def test_the_last_api_may_go(
    made: Repository,
    change: Callable[[Repository], None],
    expected: tuple[tuple[str, ...], list[str]],
) -> None:
    before = made.git("rev-parse", "HEAD")
    change(made)
    assert told(review_project(made.project, None, before)) == expected
    after = made.commit("gone")
    assert told(review_project(made.project, None, before, after)) == expected
    # The same from a working tree that has the project, and the way back.
    made.git("checkout", "--quiet", before)
    assert told(review_project(made.project, None, before, after)) == expected
    back = review_project(made.project, None, after)
    was_there = [one.base.is_there for one in back.apis]
    assert was_there == ([] if change is as_before else [expected[1] == MOVED])


def test_an_api_that_is_gone_may_be_named(made: Repository) -> None:
    no_settings(made)
    assert told(review_project(made.project, ["pets"], "main")) == (
        (),
        ["pets: The API is removed."],
    )
    with pytest.raises(RepositoryError, match="no API named 'pats'"):
        review_project(made.project, ["pats"], "main")


def test_settings_with_a_fault_count_only_where_they_are_reviewed(made: Repository) -> None:
    made.write("specmend.toml", "[apis.pets]\nno-such = 1\n")
    with pytest.raises(RepositoryError, match="no-such"):
        review_project(made.project, None, "main")
    assert told(review_project(made.project, None, "main", "main")) == ((), [])


def test_where_no_revision_has_a_project_there_is_none(tmp_path: Path) -> None:
    made = Repository(tmp_path, tmp_path)
    for folder in (tmp_path, tmp_path / "no-such"):
        with pytest.raises(RepositoryError, match="no specmend project here"):
            review_project(folder)
    made.git("init", "--quiet", "--initial-branch=main", "--template=")
    made.commit("first")
    with pytest.raises(RepositoryError, match="no specmend project here"):
        review_project(tmp_path)


def test_tags_are_read_once_for_all_apis(
    made: Repository, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    log, wrapper = tmp_path / "log", tmp_path / "bin/git"
    wrapper.parent.mkdir()
    wrapper.write_text(f'#!/bin/sh\necho "$@" >> {log}\nexec {shutil.which("git")} "$@"\n')
    wrapper.chmod(0o755)
    settings = made.read("specmend.toml")
    made.write("specmend.toml", settings + "[apis.vets]\n[apis.bees]\n")
    monkeypatch.setenv("PATH", f"{wrapper.parent}{os.pathsep}{os.environ['PATH']}")
    assert len(review_project(made.project, None, "main").apis) == 2
    assert log.read_text().count("refs/tags") == 1
