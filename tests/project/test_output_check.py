"""The check of what other generators made: who changed what, and without the tool as well."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.project import Folder
from tests.project.other_generator import FOLDER, FOR_FAKE, PROGRAM, pets, write_other

from specmend.errors import Problem
from specmend.generate.commands.tool import forget_versions
from specmend.project.output_check import OutputCheck, check_output, leftovers, unused_steps
from specmend.project.outputs import build_output
from specmend.project.pipeline import sanitize
from specmend.storage.write import write_folder

MANIFEST = f"{FOLDER}/specmend-manifest.json"


@pytest.fixture
def files(tmp_path: Path) -> Folder:
    files = write_other(tmp_path)
    built(files)
    return files


def built(files: Folder, *, force: bool = False) -> None:
    forget_versions()
    output = build_output(sanitize(pets(files)), "fake", force=force, overwrite=force)
    write_folder(output.place.folder, output.files)


def check(files: Folder, *, run: bool = True) -> OutputCheck:
    forget_versions()
    return check_output(sanitize(pets(files)), "fake", run=run)


def told(problems: tuple[Problem, ...]) -> list[tuple[str, str]]:
    return [(problem.file, problem.message) for problem in problems]


@pytest.mark.parametrize("run", [True, False])
def test_what_was_made_is_in_order(files: Folder, *, run: bool) -> None:
    found = check(files, run=run)
    assert (found.files, found.problems, found.ran) == (3, (), run)


@pytest.mark.parametrize("run", [True, False])
def test_an_edited_file_is_found_with_the_tool_and_without(files: Folder, *, run: bool) -> None:
    files.write(f"{FOLDER}/client.txt", "// Copyright 2025 the pets\nmine\n")
    (problem,) = check(files, run=run).problems
    assert problem.message == "this file was edited after fake made it"
    assert "--overwrite" in problem.advice
    assert problem.location == f"{FOLDER}/client.txt" + (":2:1" if run else "")
    assert problem.expected == ("client 1" if run else "")


@pytest.mark.parametrize("run", [True, False])
def test_missing_and_further_files_are_found(files: Folder, *, run: bool) -> None:
    (files.root / FOLDER / "client.txt").unlink()
    files.write(f"{FOLDER}/more.txt", "")
    assert told(check(files, run=run).problems) == [
        (f"{FOLDER}/client.txt", "this file is missing"),
        (f"{FOLDER}/more.txt", "this file is not one that fake made"),
    ]


@pytest.mark.parametrize("run", [True, False])
def test_another_version_of_the_tool_is_told(files: Folder, *, run: bool) -> None:
    files.write("gen.py", PROGRAM.replace("fake 1.0", "fake 2.0"))
    versions, program = check(files, run=run).problems
    assert versions.message == "another version of fake made these files than is on this machine"
    assert (versions.file, versions.found, versions.expected) == (MANIFEST, "fake 1.0", "fake 2.0")
    assert program.message == "gen.py is not what fake made these files from"


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        ("specmend.toml", "the pets", "us", "the license header is not what"),
        ("specmend.toml", ', "{header}"', ', "{document}"', "the command is not what"),
        ("spec/pets/pin.toml", "02-01", "02-02", "the date of the pin is not what"),
    ],
)
def test_what_it_was_made_from_is_told_where_it_is_otherwise(
    files: Folder, name: str, old: str, new: str, message: str
) -> None:
    files.write(name, files.read(name).replace(old, new))
    assert [p.message[: len(message)] for p in check(files).problems] == [message]


def test_a_new_step_makes_the_document_another_one(files: Folder) -> None:
    files.write("patches/pets/0002-for-fake.yaml", FOR_FAKE)
    (problem,) = check(files, run=False).problems
    assert problem.message == "the document is not what fake made these files from"


def test_other_bytes_of_the_same_inputs_are_told_as_that(files: Folder) -> None:
    text = 'import os\nopen("time.txt", "wb").write(os.urandom(9).hex().encode() + b"\\n")\n'
    files.write("gen.py", PROGRAM + text)
    built(files, force=True)
    (problem,) = check(files).problems
    assert problem.message == "fake made other files of the same inputs"
    assert problem.location == f"{FOLDER}/time.txt:1:1" or problem.file == f"{FOLDER}/time.txt"
    assert check(files, run=False).problems == ()


def test_a_manifest_that_somebody_edited_is_told(files: Folder) -> None:
    files.write(MANIFEST, files.read(MANIFEST).replace("do not edit", "edit"))
    (problem,) = check(files).problems
    assert (problem.file, problem.line) == (MANIFEST, 2)


def test_a_broken_manifest_is_told(files: Folder) -> None:
    files.write(MANIFEST, "{")
    assert [problem.file for problem in check(files).problems] == [MANIFEST]


def test_nothing_there_is_one_problem(files: Folder) -> None:
    write_folder(files.root / FOLDER, {})
    assert told(check(files).problems) == [(FOLDER, "nothing that fake made is here")]


@pytest.mark.parametrize("is_edited", [False, True])
def test_without_the_tool_the_check_says_so(files: Folder, *, is_edited: bool) -> None:
    for name in ("specmend.toml", MANIFEST):
        text = files.read(name)
        start = text.index("version-command") + len("version-command")
        start = text.index("[", start)
        end = text.index('"', text.index('"', start) + 1) + 1
        quote = text.index('"', start)
        files.write(name, text[:quote] + '"no-such-tool"' + text[end:])
    if is_edited:
        files.write(f"{FOLDER}/client.txt", "mine\n")
    found = check(files)
    assert [problem.message for problem in found.problems] == [
        "this file was edited after fake made it"
    ] * is_edited
    (missing,) = found.outside
    assert "there is no program no-such-tool on this machine" in missing.message
    without = check(files, run=False)
    assert (len(without.problems), without.outside) == (is_edited, ())


def test_a_command_that_fails_is_told_beside_what_was_edited(files: Folder) -> None:
    # The program is none of the inputs here: only its version is known.
    module = files.write("tool/fake.py", PROGRAM)
    files.write(
        "gen.py",
        "import runpy\nrunpy.run_path(__file__.replace('gen.py', 'tool/fake.py'))\n",
    )
    built(files, force=True)
    module.write_text(PROGRAM + "raise SystemExit('broken')\n", "utf-8")
    files.write(f"{FOLDER}/client.txt", "mine\n")
    found = check(files)
    assert told(found.problems) == [
        (f"{FOLDER}/client.txt", "this file was edited after fake made it")
    ]
    assert [problem.said for problem in found.outside] == ["broken"]


def test_what_no_setting_names_any_more_is_told(files: Folder) -> None:
    assert leftovers(pets(files)) == []
    (files.root / FOLDER).rename(files.root / "generated/pets-old")
    (problem,) = leftovers(pets(files))
    assert problem.message == "no setting names the generator old of pets any more"


def test_a_step_for_a_generator_that_no_setting_names_is_told(files: Folder) -> None:
    files.write("patches/pets/0002-for-fake.yaml", FOR_FAKE)
    files.write("patches/pets/0003-for-fkae.yaml", FOR_FAKE.replace("or: fake", "or: fkae"))
    assert unused_steps(sanitize(pets(files))) == [
        "patches/pets/0003-for-fkae.yaml: no setting names the generator fkae that the step is for"
    ]
    # Without tables, the steps of any generator can be asked for on the command line.
    files.write("specmend.toml", "[apis.pets]\n")
    assert unused_steps(sanitize(pets(files))) == []
