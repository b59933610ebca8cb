"""The guide on many APIs: any engine can run the build of one, and any cache can skip it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import yaml
from docs.make.examples import blocks
from tests.cli.project import Folder, Ran
from tests.project.in_git import Repository, table, write_api

from specmend.project.repository import Project

PAGE = "guides/scale.md"
NAMES = ("ants", "bees")

# As much of Dask as the guide's script asks for: tasks run at the same time, in any order.
STAND_IN = """
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import nullcontext

def LocalCluster(threads_per_worker):
    return nullcontext(ThreadPoolExecutor())

class Client:
    def __init__(self, pool):
        self.pool = pool
    def __enter__(self):
        return self
    def __exit__(self, *_):
        self.pool.shutdown()
    def map(self, function, names, key):
        assert len(set(key)) == len(names)
        return [self.pool.submit(function, name) for name in names]
"""


def project(root: Path, *names: str) -> Folder:
    """A project of several APIs with one step each, of which some may have no files."""
    made = Repository(root, root)
    made.write("specmend.toml", "".join(table(name) for name in NAMES))
    for name in names or NAMES:
        write_api(made, name)
    return Folder(root, lambda *_: Ran(0, "", ""))


@pytest.mark.parametrize(
    "real",
    [
        False,
        pytest.param(
            True,
            marks=pytest.mark.skipif(
                find_spec("distributed") is None,
                reason="Dask is not installed; make bench installs it",
            ),
        ),
    ],
)
def test_tasks_at_the_same_time_give_the_bytes_of_one_build(tmp_path: Path, real: bool) -> None:
    together, apart = project(tmp_path / "together"), project(tmp_path / "apart")
    Project.find(together.root).build()
    if not real:
        apart.write("../dask/__init__.py", "")
        apart.write("../dask/distributed.py", STAND_IN)
    script = apart.write("../build_on_dask.py", blocks(PAGE, "python")[0])
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        [sys.executable, str(script)],
        cwd=apart.root,
        env={**os.environ, "PATH": path},
        check=True,
        capture_output=True,
        text=True,
    )
    said = sorted(done.stdout.splitlines())
    assert [line.partition(" ")[0] for line in said] == list(NAMES)
    assert apart.files() == together.files()
    assert all(report.is_current for report in Project.find(apart.root).build())


def test_a_build_needs_and_writes_nothing_but_the_files_that_the_guide_lists(
    tmp_path: Path,
) -> None:
    whole, alone = project(tmp_path / "whole"), project(tmp_path / "alone", "bees")
    Project.find(whole.root).build("bees")
    Project.find(alone.root).build("bees")
    assert whole.files().items() >= alone.files().items()
    places = {
        "specmend.toml", "spec/bees/upstream.yaml", "spec/bees/pin.toml",
        "spec/bees/sanitized.yaml", "patches/bees/0001-move-the-prefix.yaml",
    }  # fmt: skip
    written = {
        path.relative_to(alone.root).as_posix()
        for path in alone.root.rglob("*")
        if path.is_file() and not path.is_relative_to(alone.root / "generated/bees")
    }
    locks = {".specmend/lock", ".specmend/staging-lock"}
    assert written == {*places, ".specmend/bees.json", *locks}


def test_what_a_cache_restores_is_not_built_again(tmp_path: Path) -> None:
    workflow: dict[str, Any] = yaml.safe_load(blocks(PAGE, "yaml")[0])
    cache = next(step for step in workflow["build"]["steps"] if "cache" in step.get("uses", ""))
    here, there = project(tmp_path / "here"), project(tmp_path / "there")
    before = Project.find(here.root).api("bees").inputs_digest()
    Project.find(here.root).build("bees")
    for pattern in cache["with"]["path"].replace("${{ matrix.api }}", "bees").split():
        (place,) = here.root.glob(pattern)
        to = there.root / place.relative_to(here.root)
        to.parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if place.is_dir() else shutil.copy)(place, to)
    api = Project.find(there.root).api("bees")
    assert api.inputs_digest() == before
    assert api.build().is_current
    there.write("generated/bees/bees/client.py", "damaged")
    assert not api.build(overwrite=True).is_current


def test_the_matrix_takes_what_the_list_gives() -> None:
    names = set(re.findall(r"matrix\.(\w+)", blocks(PAGE, "yaml")[0]))
    assert names == {"api", "inputs"}
