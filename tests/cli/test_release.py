"""The command `release`: its plan, its question, its stages, and what it says when it stops."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from tests.cli.project import Ran
from tests.project.in_git import Repository
from tests.release.fake_index import FakeIndex
from tests.release.works import FILES, check_once

from specmend.project.repository import Project

Run = Callable[..., Ran]
Release = Callable[..., Ran]


@pytest.fixture
def release(
    made: Repository,
    index: FakeIndex,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
) -> Release:
    """The command on the repository, to the index of the test; the tree is taken for checked."""
    check_once(monkeypatch)
    monkeypatch.chdir(made.project)
    where = ("--index", index.simple, "--publish-url", index.upload_url)
    return lambda *words: run("release", *where, *words)


def test_a_trial_a_release_and_the_same_again(
    release: Release,
    made: Repository,
    index: FakeIndex,
) -> None:
    head = made.git("rev-parse", "HEAD")
    trial = release("--dry-run")
    assert (trial.code, trial.err) == (0, "")
    assert "would  pets-v0.1.0\n" in trial.out
    assert "pets  0.1.0, the first release\n" in trial.out
    assert '  prepare   would  a commit "Release pets 0.1.0"\n' in trial.out
    assert trial.out.endswith("pets  a trial: nothing was committed, uploaded or tagged\n")
    assert (made.git("rev-parse", "HEAD"), made.git("status", "--porcelain")) == (head, "")
    assert (index.files, made.git("tag")) == ({}, "")
    done = release("--yes")
    assert done.code == 0
    assert set(index.files) == FILES
    assert made.git("tag") == "pets-v0.1.0"
    assert "  next  git push: the branch has the commit of the release\n" in done.out
    made.git("push", "--quiet", "origin", "main")
    again = release("pets", "--yes")
    assert "git push" not in again.out
    assert again.out.startswith("pets  0.1.0 is released, and nothing changed since\n")
    assert again.out.endswith("as it was before: nothing was left to do\n")


def test_json_has_the_files_and_every_stage(release: Release, index: FakeIndex) -> None:
    data = json.loads(release("--yes", "--json").out)
    assert data["ok"]
    (one,) = data["releases"]
    assert (one["name"], one["version"], one["bump"], one["is_new"]) == ("pets", "0.1.0", "", True)
    assert {file["name"] for file in one["files"]} == set(index.files)
    stages = ["check", "prepare", "build", "upload", "download", "tag"]
    assert [stage["stage"] for stage in one["stages"]] == stages
    assert one["notes"] == {"": ["First release."]}


def test_nothing_begins_without_an_answer(
    release: Release,
    index: FakeIndex,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ran = release()
    assert (ran.code, ran.out) == (2, "")
    assert "there is no terminal to ask on" in ran.err
    assert "look at the plan with --dry-run, and then give --yes" in ran.err
    assert "the output is for a machine" in release("--json").out
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("typer.confirm", lambda _: False)
    said = release()
    assert (said.code, index.files) == (0, {})
    assert said.out.endswith("Nothing was done.\n")
    monkeypatch.setattr("typer.confirm", lambda _: True)
    assert (release().code, set(index.files)) == (0, FILES)


def test_a_release_is_prepared_for_a_pull_request(
    release: Release, made: Repository, index: FakeIndex
) -> None:
    trial = release("--prepare", "--dry-run")
    assert "a trial: nothing was committed, uploaded or tagged" in trial.out
    ran = release("--prepare", "--yes")
    assert ran.code == 0
    assert "  tag " not in ran.out
    assert ran.out.endswith("pets  0.1.0 is prepared\n")
    assert (index.files, made.git("tag")) == ({}, "")
    assert made.git("log", "-1", "--format=%s") == "Release pets 0.1.0"
    assert made.read("spec/pets/CHANGELOG.md").endswith("## 0.1.0\n\nFirst release.\n")
    assert release("--prepare", "--yes").out.endswith("as it was before: nothing was left to do\n")
    left = release("--no-tag", "--yes")
    assert "  tag       left out       no tag pets-v0.1.0, as you asked\n" in left.out
    assert (set(index.files), made.git("tag")) == (FILES, "")


def test_the_library_releases_one_api(release: Release, made: Repository, index: FakeIndex) -> None:
    assert release("--prepare", "--yes").code == 0
    api = Project.find(made.project).api("pets")
    done = api.release(index.simple, publish_url=index.upload_url)
    assert (done.plan.version, done.is_new, set(index.files)) == ("0.1.0", True, FILES)
