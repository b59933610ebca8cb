"""The command `release` for several APIs: together in one run, and each by itself."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable

import pytest
from tests.cli.project import Ran
from tests.project.in_git import Repository, table, write_api
from tests.release.fake_index import FakeIndex, Fault
from tests.release.works import check_once

from specmend.project.repository import Project

Release = Callable[..., Ran]


@pytest.fixture
def release(
    made: Repository, index: FakeIndex, run: Release, monkeypatch: pytest.MonkeyPatch
) -> Release:
    """The command on a repository of two APIs that were built; the tree is taken for checked."""
    check_once(monkeypatch)
    monkeypatch.chdir(made.project)
    made.write("specmend.toml", made.read("specmend.toml") + table("cats"))
    write_api(made, "cats")
    Project.find(made.project).build("cats")
    made.commit("Add cats")
    where = ("--index", index.simple, "--publish-url", index.upload_url, "--yes")
    return lambda *words: run("release", *where, *words)


def test_apis_are_released_together_and_apart(
    release: Release, made: Repository, index: FakeIndex
) -> None:
    index.faults = [FINE, FINE, Fault(status=401)]
    stopped = release()
    assert stopped.code == 2
    assert "pets  0.1.0 is on" in stopped.out
    assert made.git("tag") == "pets-v0.1.0"
    assert release().code == 0
    assert made.git("tag").split() == ["cats-v0.1.0", "pets-v0.1.0"]
    assert made.git("log", "-2", "--format=%s").splitlines() == [
        "Release cats 0.1.0",
        "Release pets 0.1.0",
    ]
    raise_cats(made)
    apart = release("cats")
    assert apart.code == 0
    assert "cats  0.1.0 → 0.2.0" in apart.out
    assert "pets" not in apart.out
    again = release()
    assert again.out.count("nothing was left to do") == 2
    assert made.git("tag").split() == ["cats-v0.1.0", "cats-v0.2.0", "pets-v0.1.0"]
    assert sorted({name.split("-py3")[0].removesuffix(".tar.gz") for name in index.files}) == [
        "cats-0.1.0",
        "cats-0.2.0",
        "pets-0.1.0",
    ]


FINE = Fault(status=200, stores=True)


def raise_cats(made: Repository) -> None:
    """Raise the version of cats by hand, as a pull request does."""
    settings = made.read("specmend.toml")
    made.write("specmend.toml", settings.rstrip() + '\nversion = "0.2.0"\n')
    text = made.read("generated/cats/pyproject.toml").replace('"0.1.0"', '"0.2.0"')
    manifest = json.loads(made.read("generated/cats/manifest.json"))
    manifest["files"]["pyproject.toml"] = hashlib.sha256(text.encode()).hexdigest()
    made.write("generated/cats/pyproject.toml", text)
    made.write("generated/cats/manifest.json", json.dumps(manifest, indent=2) + "\n")
    made.commit("Raise the version of cats")
