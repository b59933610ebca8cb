"""Folders that one process of a test run makes for all: what is slow to make is made once."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

Make = Callable[[Path], object]


def shared_folder(factory: pytest.TempPathFactory, name: str, make: Make) -> Path:
    """The folder of that name, filled by the first who asks for it; tests must leave it alone.

    With pytest-xdist each worker has a folder of its own below the one of the run.
    """
    own = factory.getbasetemp()
    run = own.parent if os.environ.get("PYTEST_XDIST_WORKER") else own
    folder = run / "made-once" / name
    folder.parent.mkdir(exist_ok=True)
    with FileLock(f"{folder}.lock"):
        if not folder.exists():
            unfinished = folder.with_suffix(".unfinished")
            unfinished.mkdir()
            make(unfinished)
            unfinished.rename(folder)
    return folder
