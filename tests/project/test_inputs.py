"""The inputs of all outputs of an API have one digest, which is known before a build."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.project import SETTINGS, Folder

from specmend.project.inputs import build_inputs
from specmend.project.repository import Project

GO = """\
[apis.pets.generators.go]
command = ["make-go", "{document}", "{output}"]
version-command = ["make-go", "--version"]
inputs = ["go.toml"]
"""


def digest(root: Path) -> str:
    return build_inputs(Project.find(root).api("pets"))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("specmend.toml", SETTINGS + 'version = "2.0.0"\n' + GO),
        ("specmend.toml", SETTINGS + GO.replace("--version", "version")),
        ("go.toml", "other"),
        ("patches/pets/0002-new.yaml", "new"),
        ("patches/pets/client/own.py", "new"),
        ("spec/pets/pin.toml", "other"),
    ],
)
def test_every_input_counts(files: Folder, name: str, text: str) -> None:
    files.write("specmend.toml", SETTINGS + GO)
    files.write("go.toml", "one")
    known = digest(files.root)
    assert len(known) == 64
    files.write("generated/pets/manifest.json", "no input")
    files.write("README.md", "no input")
    assert digest(files.root) == known
    files.write(name, text)
    assert digest(files.root) != known


def test_an_input_that_is_missing_gives_another_digest(files: Folder) -> None:
    files.write("specmend.toml", SETTINGS + GO)
    missing = digest(files.root)
    files.write("go.toml", "one")
    assert digest(files.root) != missing


def test_a_file_that_cannot_be_read_leaves_no_digest(files: Folder) -> None:
    (files.root / "spec/pets/upstream.yaml").unlink()
    (files.root / "spec/pets/upstream.yaml").mkdir()
    assert digest(files.root) == ""
