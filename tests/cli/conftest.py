"""A way to run commands as a user would, and a project to run them on."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.project import DOCUMENT, SETTINGS, STEP, Folder, Ran

from specmend.cli.main import main


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Run a command line in this process; no exception may leave it but the exit."""

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
    made = Folder(tmp_path, lambda *words: run(*words, "--project", str(tmp_path)))
    made.write("specmend.toml", SETTINGS)
    made.pin(DOCUMENT)
    made.write("patches/pets/0001-move-the-prefix.yaml", STEP)
    return made
