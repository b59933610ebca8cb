"""What other generators make: run where something changed, and never over a person's work."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.cli.project import Folder
from tests.project.other_generator import (
    FILES,
    FOLDER,
    FOR_FAKE,
    PROGRAM,
    PYTHON,
    SETTINGS,
    pets,
    write_other,
)

from specmend.errors import OutsideError, RepositoryError, SpecmendError
from specmend.generate.commands.tool import forget_versions
from specmend.project.outputs import Output, build_output, leftover_folders
from specmend.project.pipeline import sanitize
from specmend.storage.write import write_folder


@pytest.fixture
def files(tmp_path: Path) -> Folder:
    return write_other(tmp_path)


def build(files: Folder, *, force: bool = False, overwrite: bool = False) -> Output:
    """Build the output, and write it."""
    forget_versions()
    output = build_output(sanitize(pets(files)), "fake", force=force, overwrite=overwrite)
    if not output.is_current:
        write_folder(output.place.folder, output.files)
    return output


def test_an_output_has_its_files_and_a_manifest(files: Folder) -> None:
    output = build(files)
    assert sorted(output.files) == list(FILES)
    assert output.place.folder == files.root / FOLDER
    assert output.files["client.txt"] == b"// Copyright 2025 the pets\nclient 1\n"
    assert b"minItems: 1 # at least one" in output.files["sub/document.txt"]


def test_what_did_not_change_is_not_made_again(files: Folder) -> None:
    build(files)
    made = files.files()
    assert build(files).is_current
    assert not build(files, force=True).is_current
    assert files.files() == made


@pytest.mark.parametrize(
    ("name", "old", "new", "is_current"),
    [
        ("specmend.toml", "the pets", "us", False),
        ("specmend.toml", "[apis.pets]", '[apis.pets]\nversion = "2"', False),
        ("specmend.toml", '"{header}"]', '"{header}"]\ntimeout = 7', True),
        ("specmend.toml", '"{header}"]', '"{header}"]\nenvironment = ["X"]', False),
        ("specmend.toml", '"{header}"]', '"{header}"]\ninputs = ["specmend.toml"]', False),
        ("specmend.toml", '"{header}"]', '"{header}"]\nformat = "json"', False),
        ("gen.py", "fake 1.0", "fake 1.1", False),
        ("gen.py", "client 1", "client 2", False),
        ("spec/pets/pin.toml", "2025-02-01", "2025-02-02", False),
        ("patches/pets/0001-move-the-prefix.yaml", "belongs to", "is that of", True),
        (f"{FOLDER}/specmend-manifest.json", "fake 1.0", "fake 0.9", False),
    ],
)
def test_what_changes_the_output_makes_it_again(
    files: Folder, name: str, old: str, new: str, *, is_current: bool
) -> None:
    build(files)
    text = files.read(name)
    assert old in text
    files.write(name, text.replace(old, new))
    assert build(files).is_current is is_current


def test_steps_for_a_generator_are_in_its_document_only(files: Folder) -> None:
    files.write("patches/pets/0002-for-fake.yaml", FOR_FAKE)
    files.write(
        "patches/pets/0003-for-other.yaml", FOR_FAKE.replace("x-generator: fake", "x-generator: x")
    )
    assert b"minItems" not in build(files).files["sub/document.txt"]
    assert b"minItems" in sanitize(pets(files)).document.encode()


def test_a_step_for_a_generator_that_breaks_the_document_is_told(files: Folder) -> None:
    broken = FOR_FAKE.replace("remove: true", "update: many")
    files.write("patches/pets/0002-for-fake.yaml", broken)
    with pytest.raises(RepositoryError) as caught:
        build(files)
    (problem,) = caught.value.problems
    assert problem.message.startswith("for fake, the result is not valid")
    assert "0002-for-fake.yaml" in problem.advice


@pytest.mark.parametrize("name", ["client.txt", "sub/mine.txt"])
def test_what_a_person_wrote_is_kept_unless_it_may_go(files: Folder, name: str) -> None:
    build(files)
    files.write(f"{FOLDER}/{name}", "mine\n")
    for force in (False, True):
        with pytest.raises(RepositoryError) as caught:
            build(files, force=force)
        (problem,) = caught.value.problems
        assert problem.file == f"{FOLDER}/{name}"
        assert problem.message == "this file was edited by hand, and a build would overwrite it"
    assert files.read(f"{FOLDER}/{name}") == "mine\n"
    assert not build(files, overwrite=True).is_current
    assert build(files).is_current


def test_a_folder_that_was_there_before_is_a_person_s(files: Folder) -> None:
    files.write(f"{FOLDER}/notes.md", "mine\n")
    with pytest.raises(RepositoryError) as caught:
        build(files)
    assert caught.value.problems[0].file == f"{FOLDER}/notes.md"


def test_a_file_that_is_missing_is_made_again(files: Folder) -> None:
    build(files)
    (files.root / FOLDER / "client.txt").unlink()
    assert not build(files).is_current
    assert (files.root / FOLDER / "client.txt").exists()


def test_without_the_tool_files_that_need_no_build_stay(files: Folder) -> None:
    files.write("specmend.toml", SETTINGS.replace(PYTHON, '"no-such-tool"', 2))
    with pytest.raises(OutsideError) as caught:
        build(files)
    assert "there is no program no-such-tool" in caught.value.problems[0].message
    files.write("specmend.toml", SETTINGS)
    manifest = build(files).files["specmend-manifest.json"].decode()
    files.write("specmend.toml", SETTINGS.replace(PYTHON, '"no-such-tool"', 2))
    python = PYTHON.replace("\\", "\\\\")
    files.write(f"{FOLDER}/specmend-manifest.json", manifest.replace(python, '"no-such-tool"'))
    output = build(files)
    assert output.is_current
    (warning,) = output.warnings
    assert "there is no program no-such-tool on this machine" in warning
    assert warning.endswith("; its files are taken as they are")
    files.write(f"{FOLDER}/client.txt", "mine\n")
    with pytest.raises(OutsideError):
        build(files)


def test_a_command_that_fails_leaves_everything_as_it_was(files: Folder) -> None:
    build(files)
    made = files.files()
    files.write("gen.py", PROGRAM + "raise SystemExit('broken')\n")
    with pytest.raises(SpecmendError) as caught:
        build(files)
    assert caught.value.problems[0].said == "broken"
    files.write("gen.py", PROGRAM)
    assert files.files() == made


def test_a_folder_whose_generator_is_gone_is_found(files: Folder) -> None:
    build(files)
    assert leftover_folders(pets(files)) == []
    shutil.copytree(files.root / FOLDER, files.root / "generated/pets-old")
    (files.root / "generated/pets-mine").mkdir()
    assert [place.generator for place in leftover_folders(pets(files))] == ["old"]
