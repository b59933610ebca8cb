"""A project with one API and one step, as the tests of the use cases have it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.cli.project import Folder, Ran, build, write_project
from tests.release.conftest import index, made  # noqa: F401 - fixtures of a release
from tests.shared_folder import shared_folder

from specmend.project.api import Api
from specmend.project.repository import Project


@pytest.fixture
def files(tmp_path: Path) -> Folder:
    """The files of the project, nothing built."""
    write_project(tmp_path)
    return Folder(tmp_path, lambda *_: Ran(0, "", ""))


@pytest.fixture
def api(files: Folder) -> Api:
    """The API of the project, nothing built."""
    return Project.find(files.root).api("pets")


@pytest.fixture
def built(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Api:
    """The API of the project after a build."""
    once = shared_folder(tmp_path_factory, "pets", build_project)
    shutil.copytree(once, tmp_path, dirs_exist_ok=True)
    return Project.find(tmp_path).api("pets")


def build_project(root: Path) -> None:
    write_project(root)
    build(root)
