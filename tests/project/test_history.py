"""What git says of a project: files as they were, and tags."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.project.in_git import Repository, repository

from specmend.errors import OutsideError
from specmend.project.history import find_history, open_history
from specmend.source import git_command


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
    monkeypatch.setattr(git_command, "LONGEST", 0.0)
    with pytest.raises(OutsideError, match="git for-each-ref took more than 0 seconds"):
        opened.tags()


def test_a_folder_is_had_as_it_was(made: Repository) -> None:
    made.write("generated/pets/a.py", "a")
    made.write("generated/pets/b/c.py", "c")
    commit = made.commit()
    opened = open_history(made.project)
    assert opened.folder_at(commit, "generated/pets") == {"a.py": b"a", "b/c.py": b"c"}
    assert opened.folder_at(commit, "generated/cats") == {}


def test_files_that_differ_are_told_with_what_happened(made: Repository) -> None:
    first = made.git("rev-parse", "HEAD")
    made.write("specmend.toml", "")
    (made.project / "spec/pets/pin.toml").unlink()
    made.write("new.yaml", "")
    opened = open_history(made.project)
    expected = {
        "project/specmend.toml": "M",
        "project/spec/pets/pin.toml": "D",
        "project/new.yaml": "A",
    }
    assert opened.moves_between(first) == expected
    second = made.commit()
    assert opened.moves_between(first, second) == expected


def test_the_default_branch_is_that_of_the_origin_or_main(made: Repository) -> None:
    first = made.git("rev-parse", "HEAD")
    opened = open_history(made.project)
    assert opened.default_base() == ("main", first)
    made.git("checkout", "--quiet", "-b", "feature")
    head = made.commit()
    assert opened.default_base(head) == ("main", first)
    made.git("update-ref", "refs/remotes/origin/trunk", head)
    made.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/trunk")
    assert opened.default_base() == ("origin/trunk", head)


def test_contents_have_a_name_and_files_are_found_by_theirs(made: Repository) -> None:
    opened = open_history(made.project)
    assert opened.tree_of("HEAD", "project/spec") == opened.tree_of("HEAD", "project/spec")
    assert opened.tree_of("HEAD", "project/nothing") == ""
    assert opened.files_named("HEAD", ["pin.toml"]) == ("project/spec/pets/pin.toml",)
