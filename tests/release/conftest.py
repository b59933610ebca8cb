"""The archives of the small package, built once, and a repository that is ready for a release."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from tests.project.in_git import Repository
from tests.release.fake_index import TOKEN, FakeIndex, fake_index
from tests.release.packages import SECONDS, package_files
from tests.release.works import repository

from specmend.project import release_stages as stages
from specmend.release.archives import Archive, build_archives


@pytest.fixture(scope="session")
def archives() -> tuple[Archive, ...]:
    return build_archives(package_files(), SECONDS)


@pytest.fixture
def index(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeIndex]:
    """An index that takes the token of the environment; failures pass quickly."""
    monkeypatch.setenv("TWINE_USERNAME", "__token__")
    monkeypatch.setenv("TWINE_PASSWORD", TOKEN)
    monkeypatch.setattr("specmend.source.web.SHORTEST_PAUSE", 0.001)
    with fake_index() as running:
        yield running


@pytest.fixture
def made(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Repository:
    """A repository that is ready; it installs nothing, and what it builds is built once."""
    for name, value in {"NAME": "A", "EMAIL": "a@pets.example"}.items():
        monkeypatch.setenv(f"GIT_AUTHOR_{name}", value)
        monkeypatch.setenv(f"GIT_COMMITTER_{name}", value)
    for name in ("AUTHOR", "COMMITTER"):
        # The same commit whenever it is made: its time is that of the archives.
        monkeypatch.setenv(f"GIT_{name}_DATE", "2026-01-02T03:04:05Z")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setattr("specmend.project.release_stages.PATIENCE", (0.0, 0.0, 0.001))
    monkeypatch.setattr("specmend.release.uploading.PAUSE", 0.001)
    monkeypatch.setattr(stages, "build_archives", built_once)
    # The package needs others from the network; that of test_installed.py does not.
    without = {name: stage for name, stage in stages.STAGES.items() if "install" not in name}
    monkeypatch.setattr("specmend.project.release.STAGES", without)
    return repository(tmp_path, tmp_path_factory)


_BUILT: dict[str, tuple[Archive, ...]] = {}


def built_once(
    files: Mapping[str, bytes], seconds: int, python: str = sys.executable
) -> tuple[Archive, ...]:
    assert python == sys.executable
    key = hashlib.sha256(repr((sorted(files.items()), seconds)).encode()).hexdigest()
    if key not in _BUILT:
        _BUILT[key] = build_archives(files, seconds)
    return _BUILT[key]
