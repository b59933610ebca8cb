"""The fragments of the changelog are named as towncrier reads them, and each says something."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from tests.repository import ROOT

FOLDER = ROOT / "changelog.d"
KINDS = ["removed", "changed", "added", "deprecated", "fixed"]
NAME = re.compile(rf"(\d+|\+[a-z0-9-]+)\.({'|'.join(KINDS)})(\.\d+)?\.md")
FRAGMENTS = sorted(file for file in FOLDER.iterdir() if file.name != "README.md")


@pytest.mark.parametrize(
    ("name", "good"),
    [
        ("9.changed.md", True),
        ("9.changed.1.md", True),
        ("+typo.fixed.md", True),
        ("9.feature.md", False),
        ("changed.md", False),
        ("9.changed.rst", False),
        ("9.changed.md~", False),
    ],
)
def test_the_names_that_are_read(name: str, good: bool) -> None:
    assert bool(NAME.fullmatch(name)) == good


@pytest.mark.parametrize("file", FRAGMENTS, ids=lambda file: file.name)
def test_a_fragment_is_well_named_and_says_something(file: Path) -> None:
    assert NAME.fullmatch(file.name), "see changelog.d/README.md"
    text = file.read_text("utf-8")
    assert re.match(r"[A-Z`].*[.)]\n\Z", text, re.DOTALL), "sentences, and a line break at the end"


def test_the_kinds_are_those_of_towncrier_and_of_the_readme() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert [kind["directory"] for kind in project["tool"]["towncrier"]["type"]] == KINDS
    readme = (FOLDER / "README.md").read_text("utf-8")
    assert re.findall(r"^\| `(\w+)` \|", readme, re.MULTILINE) == KINDS


def test_towncrier_renders_every_fragment() -> None:
    command = [sys.executable, "-m", "towncrier", "build", "--draft", "--version", "9.9.9"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True)
    assert "## 9.9.9 (" in run.stdout
    shown = " ".join(run.stdout.split())
    for file in FRAGMENTS:
        assert " ".join(file.read_text("utf-8").split()) in shown
