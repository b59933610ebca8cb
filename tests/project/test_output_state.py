"""What a build of another generator's output remembers on this machine."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.project import Folder
from tests.project.other_generator import FOLDER, PROGRAM, pets, write_other

from specmend.generate.commands.tool import forget_versions
from specmend.project.output_state import is_output_current, output_inputs_digest, output_state
from specmend.project.outputs import build_output
from specmend.project.pipeline import sanitize
from specmend.storage.write import write_file, write_folder


@pytest.fixture
def files(tmp_path: Path) -> Folder:
    """The project after a build."""
    files = write_other(tmp_path)
    api = pets(files)
    output = build_output(sanitize(api), "fake", force=False, overwrite=False)
    write_folder(output.place.folder, output.files)
    inputs = output_inputs_digest(api, "fake")
    write_file(output.place.state, output_state(inputs, output.files))
    return files


def is_current(files: Folder) -> bool:
    forget_versions()
    return is_output_current(pets(files), "fake")


def test_after_a_build_there_is_nothing_to_do(files: Folder) -> None:
    assert is_current(files)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (f"{FOLDER}/client.txt", "mine\n"),
        (f"{FOLDER}/more.txt", "mine\n"),
        ("gen.py", PROGRAM.replace("fake 1.0", "fake 2.0")),
        ("gen.py", "raise SystemExit(1)\n"),
        ("spec/pets/pin.toml", ""),
        (".specmend/pets-fake.json", ""),
        (".specmend/pets-fake.json", "[]"),
    ],
)
def test_whatever_changes_is_looked_at_again(files: Folder, name: str, text: str) -> None:
    files.write(name, text)
    assert not is_current(files)


def test_before_a_build_there_is_no_state(tmp_path: Path) -> None:
    assert not is_current(write_other(tmp_path))
