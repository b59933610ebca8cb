"""A file of a git repository at a revision, and what is said where git does not give it."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from specmend.errors import OutsideError, Problem
from specmend.source import answer, git_command
from specmend.source.address import GitAddress
from specmend.source.git import read_from_git

PROGRAM = shutil.which("git")
pytestmark = pytest.mark.skipif(PROGRAM is None, reason="git is not installed")
OLD, NEW = b"openapi: 3.0.3\n", b"openapi: 3.1.0\n"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with a file at two revisions; the older one has the tag v1."""
    folder = tmp_path / "repository"
    (folder / "api").mkdir(parents=True)
    run(folder, "init", "--quiet", "--initial-branch=main")
    for data, tag in ((OLD, "v1"), (NEW, "v2")):
        (folder / "api" / "openapi.yaml").write_bytes(data)
        run(folder, "add", ".")
        run(folder, "commit", "--quiet", "-m", "Change the API")
        run(folder, "tag", tag)
    return folder


def run(folder: Path, *words: str) -> str:
    """What git prints; the user's own settings are left out."""
    nobody = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    who = ("-c", "user.name=Nobody", "-c", "user.email=nobody@example.com")
    command = [PROGRAM or "git", *who, *words]
    finished = subprocess.run(
        command, cwd=folder, env=os.environ | nobody, check=True, capture_output=True, text=True
    )
    return finished.stdout.strip()


def address(repository: Path, revision: str, path: str = "api/openapi.yaml") -> GitAddress:
    url = f"file://{repository}"
    return GitAddress(origin=f"git+{url}@{revision}:{path}", url=url, revision=revision, path=path)


def refusal(where: GitAddress) -> Problem:
    with pytest.raises(OutsideError) as caught:
        read_from_git(where)
    (problem,) = caught.value.problems
    assert problem.file == where.origin
    return problem


@pytest.mark.parametrize(("revision", "data"), [("v1", OLD), ("main", NEW)])
def test_a_file_is_read_at_a_tag_or_a_branch(repository: Path, revision: str, data: bytes) -> None:
    found = read_from_git(address(repository, revision))
    assert found.data == data
    assert found.commit == run(repository, "rev-parse", f"{revision}^{{commit}}")
    assert found.origin.endswith(f"@{revision}:api/openapi.yaml")


def test_a_file_is_read_at_a_commit(repository: Path) -> None:
    run(repository, "config", "uploadpack.allowAnySHA1InWant", "true")
    commit = run(repository, "rev-parse", "v1")
    assert read_from_git(address(repository, commit)).data == OLD


@pytest.mark.parametrize(
    ("revision", "path", "message"),
    [
        ("nowhere", "api/openapi.yaml", "git fetch failed with exit code 128"),
        ("main", "api/nothing.yaml", "git cat-file failed with exit code 128"),
        ("main", "api", "this is a folder of the repository and not a file"),
    ],
)
def test_what_is_not_there_is_refused(
    repository: Path, revision: str, path: str, message: str
) -> None:
    assert refusal(address(repository, revision, path)).message == message


def test_what_git_says_is_shown_with_what_was_asked(repository: Path) -> None:
    problem = refusal(address(repository, "nowhere"))
    assert "nowhere" in problem.found
    assert problem.expected.startswith("api/openapi.yaml at revision nowhere of file://")


def test_a_large_file_is_refused_before_it_is_read(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answer, "MAX_BYTES", len(OLD) - 1)
    assert "the limit of 14 for bytes" in refusal(address(repository, "v1")).message


def test_git_that_is_not_installed_is_said_so(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    assert refusal(address(repository, "v1")).message == "git is not installed"


def test_git_that_takes_too_long_is_stopped(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(git_command, "LONGEST", 0.0)
    assert refusal(address(repository, "v1")).message == "git took more than 0 seconds"


def test_the_environment_does_not_lead_git_elsewhere(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_OBJECT_DIRECTORY", str(tmp_path / "objects"))
    assert read_from_git(address(repository, "v1")).data == OLD
