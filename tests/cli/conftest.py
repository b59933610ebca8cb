"""A way to run commands as a user would, and a project to run them on."""

from __future__ import annotations

import math
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.project import ADDITION, Folder, Ran, build, write_project
from tests.release.conftest import index, made  # noqa: F401 - fixtures of a release
from tests.shared_folder import shared_folder

from specmend.cli import progress
from specmend.cli.main import main


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Run a command line in this process; no exception may leave it but the exit.

    However long it takes, it says nothing of its progress.
    """
    monkeypatch.setattr(progress, "PATIENCE", math.inf)

    def call(*words: str) -> Ran:
        monkeypatch.setattr(sys, "argv", ["specmend", *words])
        capsys.readouterr()
        code = 0
        try:
            main()
        except SystemExit as exit_:
            code = exit_.code if isinstance(exit_.code, int) else int(exit_.code is not None)
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return call


@pytest.fixture
def folder(tmp_path: Path, run: Callable[..., Ran]) -> Folder:
    """A project with one API, one step, nothing built."""
    write_project(tmp_path)
    return opened(tmp_path, run)


@pytest.fixture
def three(folder: Folder) -> Folder:
    """The same project with two more steps, of which the last one needs the other."""
    first = ADDITION.format(title="A", target="$", update="{xa: {}}")
    second = ADDITION.format(title="B", target="$.xa", update="{b: 1}")
    folder.write("patches/pets/0002-a.yaml", first)
    folder.write("patches/pets/0003-b.yaml", second)
    return folder


@pytest.fixture
def built(
    tmp_path: Path, run: Callable[..., Ran], tmp_path_factory: pytest.TempPathFactory
) -> Folder:
    """The same project after a build."""
    shutil.copytree(
        shared_folder(tmp_path_factory, "pets", build_project), tmp_path, dirs_exist_ok=True
    )
    return opened(tmp_path, run)


def opened(root: Path, run: Callable[..., Ran]) -> Folder:
    """A project on disk whose commands run in this process."""
    return Folder(root, lambda *words: run(*words, "--project", str(root)))


def build_project(root: Path) -> None:
    write_project(root)
    build(root)
