"""A project whose first release is tagged and served by an index on this machine."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.project.in_git import Repository
from tests.release.conftest import built_once
from tests.release.fake_index import FakeIndex
from tests.release.works import repository

from specmend.project.history import open_history
from specmend.release.archives import Archive
from specmend.release.provenance import Stamp, stamped

TAG = "pets-v0.1.0"
FOLDER = "generated/pets"


@dataclass(frozen=True, kw_only=True, slots=True)
class Release:
    """The repository, the index, and the archives as the commit makes them."""

    made: Repository
    index: FakeIndex
    commit: str
    archives: tuple[Archive, ...]

    @property
    def wheel(self) -> str:
        return self.archives[1].name

    @property
    def source(self) -> str:
        return self.archives[0].name


def released(
    top: Path, factory: pytest.TempPathFactory, index: FakeIndex, *, stamps: bool = True
) -> Release:
    """A project that is released: tagged, and on the index."""
    made = repository(top, factory)
    history = open_history(made.project)
    commit = history.commit_of("HEAD")
    made.git("tag", "--annotate", TAG, "--message", "pets 0.1.0")
    seconds = history.seconds_of(commit)
    files = history.folder_at(commit, FOLDER)
    if stamps:
        stamp = Stamp(package="pets", commit=commit, seconds=seconds, folder=FOLDER)
        files = stamped(files, stamp)
    archives = built_once(files, seconds)
    index.files |= {archive.name: archive.data for archive in archives}
    return Release(made=made, index=index, commit=commit, archives=archives)
