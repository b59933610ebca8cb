"""The guide on CI: its workflow does what it says, on a real git repository of several APIs."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from docs.make.examples import blocks, commands
from docs.make.workflows import shown
from tests.cli.conftest import build_project
from tests.cli.project import ADDITION, DOCUMENT
from tests.docs.conftest import Run
from tests.project.in_git import Repository, repository, table, write_api
from tests.project.steps import ALLOW_NO_PETS
from tests.shared_folder import shared_folder

from specmend.version import VERSION

PAGE = "guides/ci.md"
WORKFLOW: dict[str, Any] = yaml.safe_load(blocks(PAGE, "yaml")[0])
BASH = shutil.which("bash")
ALLOW = ADDITION.format(title="Allow no pets", target="$", update="{x-none: {}}")


@dataclass(frozen=True, slots=True)
class Ran:
    """What a step of a job left behind: its exit code, its words, and its outputs."""

    code: int
    said: str
    outputs: dict[str, str]


def run_step(job: str, folder: Path, environment: dict[str, str]) -> Ran:
    """Run the script of a job's last step in a folder, as a runner does it."""
    step = WORKFLOW["jobs"][job]["steps"][-1]
    assert step["env"].keys() == environment.keys()
    output = folder.parent / "output"
    output.write_text("", "utf-8")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        [BASH or "bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=folder,
        env={**os.environ, "PATH": path, "GITHUB_OUTPUT": str(output), **environment},
        check=False,
        capture_output=True,
        text=True,
    )
    # A runner reads one output from each line.
    lines = output.read_text("utf-8").splitlines()
    outputs = dict(line.split("=", 1) for line in lines)
    return Ran(done.returncode, done.stdout + done.stderr, outputs)


def matrix(ran: Ran) -> list[str]:
    """The groups that the second job has, by its condition and its matrix."""
    job = WORKFLOW["jobs"]["check"]
    value = r"fromJSON\(needs\.list\.outputs\.list\)\.groups"
    assert re.fullmatch(rf"{value}\[0\] != null", job["if"])
    assert re.fullmatch(rf"\$\{{\{{ {value} \}}\}}", job["strategy"]["matrix"]["apis"])
    groups: list[str] = json.loads(ran.outputs["list"])["groups"]
    return groups


@pytest.fixture
def made(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """Three APIs, of which one is built."""
    top = tmp_path / "project"
    made = repository(top)
    shutil.copytree(shared_folder(tmp_path_factory, "pets", build_project), top, dirs_exist_ok=True)
    made.write("specmend.toml", made.read("specmend.toml") + table("ants") + table("bees"))
    made.commit("with pets")
    return made


@pytest.mark.skipif(BASH is None or os.name == "nt", reason="there is no bash as on the runners")
def test_the_workflow_checks_what_changed_and_nothing_else(made: Repository) -> None:
    before = made.git("rev-parse", "HEAD")
    nothing = run_step("list", made.project, {"BEFORE": before})
    assert (nothing.code, matrix(nothing)) == (0, []), nothing.said
    made.write("patches/pets/retired/0002-allow-no-pets.yaml", ALLOW)
    made.commit()
    changed = run_step("list", made.project, {"BEFORE": before})
    assert matrix(changed) == ["pets"]
    checked = run_step("check", made.project, {"APIS": matrix(changed)[0]})
    assert (checked.code, "1 step retired" in checked.said) == (0, True), checked.said


@pytest.mark.skipif(BASH is None or os.name == "nt", reason="there is no bash as on the runners")
def test_the_workflow_stops_where_the_clone_lacks_the_revision(made: Repository) -> None:
    before = made.git("rev-parse", "HEAD~1")
    clone = made.top.parent / "clone"
    made.git("clone", "--quiet", "--depth=1", made.top.as_uri(), str(clone))
    ran = run_step("list", clone, {"BEFORE": before})
    assert (ran.code, ran.outputs) == (2, {})
    assert "fetch-depth: 0" in ran.said


def test_the_example_of_status_prints_what_it_shows(tmp_path: Path, run: Run) -> None:
    made = repository(tmp_path)
    when = "2025-06-30T12:00:00Z"
    made.git("tag", "--annotate", "--message", "1.2.0", "cats-v1.2.0", GIT_COMMITTER_DATE=when)
    settings = made.read("specmend.toml")
    made.write("specmend.toml", settings.replace('"bees"', '"bees"\nsource = "bees.yaml"'))
    made.write("patches/bees/0002-allow-no-pets.yaml", ALLOW_NO_PETS)
    made.write("bees.yaml", DOCUMENT.replace("minItems: 1", "minItems: 0"))
    run("specmend fetch bees")
    pin = made.read("spec/bees/pin.toml")
    made.write("spec/bees/pin.toml", re.sub("date = .*", "date = 2025-02-01", pin))
    line = "specmend status"
    assert run(line) == dict(commands(PAGE))[line]


def test_the_example_of_the_guide_prints_what_it_shows(tmp_path: Path, run: Run) -> None:
    made = repository(tmp_path)
    made.git("branch", "origin/main")
    made.write("specmend.toml", table("bees") + "flat = true\n" + table("dogs") + table("cats"))
    write_api(made, "dogs")
    made.write("patches/cats/0002-allow-no-cats.yaml", ALLOW)
    shown = dict(commands(PAGE))
    line = "specmend list --changed-since origin/main"
    assert run(line) == shown[line]


def test_the_example_of_the_workflows_prints_what_it_shows(tmp_path: Path, run: Run) -> None:
    made = repository(tmp_path)
    line = "specmend init --ci github"
    assert run(line) == dict(commands(PAGE))[line]
    written = sorted((made.top / ".github" / "workflows").iterdir())
    texts = {path.name: path.read_text("utf-8") for path in written}
    install = rf"pip install specmend(\[.*\])?=={re.escape(VERSION)}"
    locked = "pip install --require-hashes -r requirements.lock"
    assert {name: re.sub(install, locked, text) for name, text in texts.items()} == shown()
