"""What git says of a project: files as they were, and tags."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from tests.project.in_git import Repository, repository

from specmend.errors import OutsideError
from specmend.project.history import find_history, open_history


@pytest.fixture
def made(tmp_path: Path) -> Repository:
    return repository(tmp_path, "project", ["pets"])


def test_a_file_is_had_as_it_was(made: Repository) -> None:
    first = made.git("rev-parse", "HEAD")
    made.write("specmend.toml", "")
    opened = open_history(made.project)
    assert opened.file_at(first, "specmend.toml") == b'[apis.pets]\npackage = "pets"\n\n'
    assert opened.file_at(first, "pyproject.toml") is None
    assert opened.prefix == "project/"


def test_changed_files_have_any_name(made: Repository) -> None:
    for name in ("a b.yaml", "é.yaml", '"quoted".yaml'):
        made.write(name, "")
    opened = open_history(made.project)
    commit = opened.commit_of("main")
    expected = ['project/"quoted".yaml', "project/a b.yaml", "project/é.yaml"]
    assert list(opened.changed_files(commit)) == expected


def test_a_tag_means_its_commit_and_tags_are_listed(made: Repository) -> None:
    made.git("tag", "pets-v0.1.0")
    made.git("tag", "--annotate", "--message", "second", "pets-v0.2.0")
    opened = open_history(made.project)
    assert opened.commit_of("pets-v0.2.0") == made.git("rev-parse", "HEAD")
    day = made.git("log", "-1", "--format=%cs")
    assert opened.tags() == {"pets-v0.1.0": day, "pets-v0.2.0": day}


def test_a_hook_of_git_does_not_lead_to_another_repository(
    made: Repository, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "nowhere"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "no-index"))
    assert open_history(made.project).changed_files("HEAD") == ()


def test_a_folder_may_be_in_no_repository(tmp_path: Path) -> None:
    assert find_history(tmp_path) is None


def test_a_command_that_fails_or_hangs_is_an_error(
    made: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = open_history(made.project)
    with pytest.raises(OutsideError, match="git diff failed with exit code"):
        opened.changed_files("nothing")

    def hang(words: list[str], **_: object) -> None:
        raise subprocess.TimeoutExpired(words, 1)

    monkeypatch.setattr(subprocess, "run", hang)
    with pytest.raises(OutsideError, match="git for-each-ref took more than 300 seconds"):
        opened.tags()


def test_a_folder_is_had_as_it_was(made: Repository) -> None:
    made.write("generated/pets/a.py", "a")
    made.write("generated/pets/b/c.py", "c")
    commit = made.commit()
    opened = open_history(made.project)
    assert opened.folder_at(commit, "generated/pets") == {"a.py": b"a", "b/c.py": b"c"}
    assert opened.folder_at(commit, "generated/cats") == {}
