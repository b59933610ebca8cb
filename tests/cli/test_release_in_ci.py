"""The command `release` in the jobs of a CI: what waits, archives in a folder, attestations."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.project import Ran
from tests.project.in_git import Repository
from tests.release.fake_index import FakeIndex
from tests.release.works import FILES, check_once

from specmend.project import release_stages
from specmend.release.archives import Archive

Release = Callable[..., Ran]


@pytest.fixture
def release(
    made: Repository,
    index: FakeIndex,
    run: Callable[..., Ran],
    monkeypatch: pytest.MonkeyPatch,
) -> Release:
    """The command on the repository, to the index of the test; the tree is taken for checked."""
    check_once(monkeypatch)
    monkeypatch.chdir(made.project)
    where = ("--index", index.simple, "--publish-url", index.upload_url)
    return lambda *words: run("release", *where, *words)


def test_what_was_merged_with_its_next_version_waits(
    release: Release, made: Repository, index: FakeIndex
) -> None:
    assert release("--waiting") == Ran(0, "", "")
    assert release("pets", "--prepare", "--yes").code == 0
    assert (index.files, made.git("tag")) == ({}, "")
    assert release("--waiting").out == "pets\n"
    told = json.loads(release("--waiting", "--json").out)
    assert told == {"ok": True, "waiting": ["pets"]}
    release("--yes")
    assert release("--waiting").out == ""


def test_archives_go_through_a_folder_from_job_to_job(
    release: Release,
    made: Repository,
    index: FakeIndex,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    release("pets", "--prepare", "--yes")
    folder = str(tmp_path / "archives")
    first = release("pets", "--dry-run", "--archives", folder)
    assert "the same bytes wherever they are built" in first.out
    assert {path.name for path in Path(folder).iterdir()} == FILES
    assert index.files == {}

    def build_nothing(files: object, seconds: int) -> tuple[Archive, ...]:
        raise AssertionError((files, seconds))

    monkeypatch.setattr(release_stages, "build_archives", build_nothing)
    second = release("pets", "--archives", folder, "--attest", "--no-tag", "--yes")
    assert (second.code, made.git("tag")) == (0, "")
    assert index.files == {path.name: path.read_bytes() for path in Path(folder).iterdir()}
    third = release("pets", "--archives", folder, "--yes", "--json")
    stages = {one["stage"]: one["fate"] for one in json.loads(third.out)["releases"][0]["stages"]}
    assert (stages["build"], stages["upload"], stages["tag"]) == ("there", "there", "done")


def test_other_archives_in_the_folder_are_refused(
    release: Release, index: FakeIndex, tmp_path: Path
) -> None:
    release("pets", "--prepare", "--yes")
    folder = tmp_path / "archives"
    release("pets", "--dry-run", "--archives", str(folder))
    wheel = next(folder.glob("*.whl"))
    wheel.write_bytes(wheel.read_bytes().replace(b"manifest", b"manifold"))
    ran = release("pets", "--archives", str(folder), "--yes")
    assert ran.code in {1, 2}
    assert wheel.name in ran.err
    assert index.files == {}


def test_attestations_go_with_the_files(
    release: Release, index: FakeIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("specmend.release.uploading.takes_attestations", lambda _: True)
    monkeypatch.setattr(
        "specmend.release.uploading.attest",
        lambda archives: {archive.name: b'{"signed": true}' for archive in archives},
    )
    assert release("--yes", "--attest").code == 0
    assert set(index.attestations) == FILES
