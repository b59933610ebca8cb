"""A repository with a generated package that is ready for its first release, and its origin."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.project import write_project
from tests.project.in_git import Repository
from tests.shared_folder import shared_folder

from specmend.project.release import Released, carry_out
from specmend.project.release_plan import plan_release
from specmend.project.repository import Project
from specmend.release.indexes import Index
from specmend.release.plan import Plan

from tests.release.fake_index import FakeIndex  # isort: skip

VERSION = "0.1.0"
FILES = {"pets-0.1.0.tar.gz", "pets-0.1.0-py3-none-any.whl"}


def repository(top: Path, factory: pytest.TempPathFactory) -> Repository:
    """A clone whose origin has the same commits; both are made once and copied."""
    made = shared_folder(factory, "release", make)
    shutil.copytree(made, top, dirs_exist_ok=True)
    clone = Repository(top / "clone", top / "clone")
    clone.git("remote", "set-url", "origin", str(top / "origin.git"))
    return clone


def make(folder: Path) -> None:
    """A project with its package built and committed, and the origin that has the same."""
    clone = Repository(folder / "clone", folder / "clone")
    clone.project.mkdir(parents=True)
    write_project(clone.project)
    clone.write(".gitignore", ".specmend/\n")
    Project.find(clone.project).build()
    clone.git("init", "--quiet", "--initial-branch=main", "--template=")
    clone.commit("Make the client")
    clone.git("init", "--quiet", "--bare", "--template=", str(folder / "origin.git"))
    clone.git("remote", "add", "origin", str(folder / "origin.git"))
    clone.git("push", "--quiet", "origin", "main")


def write_package(made: Repository, name: str, text: str) -> None:
    """Write a file of the package, and its digest into the manifest, as a build does."""
    manifest = json.loads(made.read("generated/pets/manifest.json"))
    manifest["files"][name] = hashlib.sha256(text.encode()).hexdigest()
    made.write(f"generated/pets/{name}", text)
    made.write("generated/pets/manifest.json", json.dumps(manifest, indent=2) + "\n")


def plan(made: Repository, index: FakeIndex, version: str = "") -> Plan:
    place = Index(name="fake", simple=index.simple, upload=index.upload_url)
    return plan_release(Project.find(made.project).api("pets"), place, version)


def release(made: Repository, index: FakeIndex) -> Released:
    """Plan a release and carry it out, as the command does."""
    return carry_out(plan(made, index))


def state(made: Repository, index: FakeIndex) -> dict[str, object]:
    """All that a release leaves behind, in the clone, at the origin and on the index."""
    tags = made.git("for-each-ref", "--format=%(refname) %(objecttype) %(*objectname) %(contents)")
    remote = made.git("ls-remote", "origin", "refs/tags/*^{}")
    return {
        "files": dict(index.files),
        "uploads": sorted(index.uploads),
        "tags": [line for line in tags.splitlines() if "refs/tags" in line or ":" in line],
        "remote": [line.split()[1] for line in remote.splitlines()],
        "dirty": made.git("status", "--porcelain"),
        "head": made.git("rev-parse", "HEAD"),
    }


def fates(done: Released) -> dict[str, str]:
    return {one.stage: one.fate for one in done.stages}


Change = Callable[[Repository, FakeIndex], None]


def check_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the tree for checked: it was, when it was made."""
    monkeypatch.setattr("specmend.project.release_stages.check_apis", lambda *_, **__: [CHECKED])


class CHECKED:
    problems = ()
    files = 30
