"""A commit is made beside the working tree, and the branch goes there when it is told to."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.project.in_git import Repository

from specmend.errors import OutsideError, RepositoryError
from specmend.release.committing import commit_files, go_to, is_unpushed


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "A")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "a@pets.example")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "none"))
    repository = Repository(tmp_path, tmp_path)
    repository.git("init", "--quiet", "--initial-branch=main", "--template=")
    for name in ("settings", "package/old", "package/same", "other"):
        repository.write(name, "before\n")
    repository.write(".gitignore", "*.log\n")
    repository.commit()
    return repository


def commit(made: Repository) -> str:
    files = {"settings": b"after\n", "package/same": b"before\n", "package/new.log": b"new\n"}
    head = made.git("rev-parse", "HEAD")
    return commit_files(made.top, head, files, ["settings", "package"], "Release")


def test_a_commit_has_the_files_and_leaves_the_tree(made: Repository) -> None:
    head = made.git("rev-parse", "HEAD")
    new = commit(made)
    moves = made.git("diff", "--name-status", "--no-renames", head, new).split()
    assert moves == ["A", "package/new.log", "D", "package/old", "M", "settings"]
    assert made.git("log", "-1", "--format=%s %P", new) == f"Release {head}"
    assert made.git("rev-parse", "HEAD") == head
    assert made.git("status", "--porcelain") == ""
    assert made.read("settings") == "before\n"


def test_the_branch_goes_to_it(made: Repository) -> None:
    new = commit(made)
    go_to(made.top, new)
    assert made.git("rev-parse", "main") == new
    assert made.git("status", "--porcelain") == ""
    assert made.read("settings") == "after\n"


def test_a_file_in_the_way_is_told(made: Repository) -> None:
    new = commit(made)
    made.write("settings", "mine\n")
    with pytest.raises(OutsideError, match="git merge failed") as raised:
        go_to(made.top, new)
    assert raised.value.problems[0].advice
    assert made.read("settings") == "mine\n"


def test_nobody_makes_no_commit(made: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.delenv(f"GIT_{who}_NAME")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "")
    made.git("config", "user.useConfigOnly", "true")
    with pytest.raises(RepositoryError, match="git does not know who makes the commit"):
        commit(made)


def test_a_commit_that_is_to_be_signed_is_not_made_without(made: Repository) -> None:
    made.git("config", "commit.gpgsign", "true")
    made.git("config", "gpg.program", "false")
    with pytest.raises(OutsideError, match="git commit-tree failed"):
        commit(made)


def test_a_commit_that_no_remote_has_is_told(made: Repository) -> None:
    new = commit(made)
    assert not is_unpushed(made.top, new)
    made.git("update-ref", "refs/remotes/origin/main", "HEAD")
    assert is_unpushed(made.top, new)
    assert not is_unpushed(made.top, made.git("rev-parse", "HEAD"))
