"""The commands build and check with other generators: what they print, and their exit codes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.project import Folder, Ran
from tests.project.other_generator import FOLDER, PROGRAM, PYTHON, SETTINGS, write_other


@pytest.fixture
def files(tmp_path: Path, run: Callable[..., Ran]) -> Folder:
    """The project, nothing built."""
    written = write_other(tmp_path)
    return Folder(written.root, lambda *words: run(*words, "--project", str(tmp_path)))


@pytest.fixture
def built(files: Folder) -> Folder:
    """The project after a build."""
    assert files.run("build").code == 0
    return files


def test_a_build_says_what_was_made(files: Folder) -> None:
    assert files.run("build").out == (
        "pets       1 step applied, 2 places changed, valid, no package in the settings: "
        "2 of 2 files changed\n"
        "pets fake  run (fake 1.0): 3 of 3 files changed\n"
    )
    assert files.run("build").out == (
        "pets       up to date, nothing to do\npets fake  up to date, nothing to do\n"
    )
    assert files.run("build", "--force", "--generator", "fake").out == (
        "pets fake  run (fake 1.0): all 3 files unchanged\n"
    )


def test_a_build_says_it_to_machines(files: Folder) -> None:
    (data,) = json.loads(files.run("build", "--json").out)["apis"]
    output = {"generator": "fake", "folder": FOLDER}
    made = {"status": "built", "tool": "fake 1.0", "files": 3, "changed": 3}
    assert data["outputs"] == [{**output, **made}]
    (data,) = json.loads(files.run("build", "--json", "--generator", "fake").out)["apis"]
    assert data == {"api": "pets", "outputs": [{**output, "status": "up to date"}]}


def test_a_check_says_what_was_compared(built: Folder) -> None:
    assert built.run("check").out == (
        "pets  2 files are exactly what specmend makes\n"
        "pets fake  3 files are exactly what fake makes\n"
    )
    assert built.run("check", "--no-commands", "--generator", "fake").out == (
        "pets fake  3 files are those of the manifest; fake was not run\n"
    )
    outputs = json.loads(built.run("check", "--json").out)["outputs"]
    assert outputs == {"pets": [{"generator": "fake", "files": 3, "ran": True}]}


@pytest.mark.parametrize("words", [("check",), ("check", "--no-commands"), ("build",)])
def test_an_edited_file_needs_a_person(built: Folder, words: tuple[str, ...]) -> None:
    built.write(f"{FOLDER}/client.txt", "mine\n")
    ran = built.run(*words)
    assert ran.code == 1
    assert f"{FOLDER}/client.txt" in ran.err
    assert "specmend build --overwrite" in ran.err
    assert built.run("build", "--overwrite").code == 0
    assert built.run("check").code == 0


def test_another_version_is_told_and_a_build_takes_it(built: Folder) -> None:
    built.write("gen.py", PROGRAM.replace("fake 1.0", "fake 2.0"))
    ran = built.run("check")
    assert ran.code == 1
    assert "another version of fake made these files than is on this machine" in ran.err
    assert "pets fake  run (fake 2.0): 1 of 3 files changed\n" in built.run("build").out
    assert built.run("check").code == 0


@pytest.mark.parametrize("command", ["build", "check"])
def test_a_tool_that_is_missing_is_a_matter_of_the_machine(built: Folder, command: str) -> None:
    built.write("specmend.toml", SETTINGS.replace(PYTHON, '"no-such-tool"'))
    ran = built.run(command, "--generator", "fake")
    # The command in the settings is another one than made the files: that is for a person.
    assert ran.code == (2 if command == "build" else 1)
    assert "there is no program no-such-tool on this machine" in ran.err


def test_a_command_that_fails_is_quoted_below_our_own_words(built: Folder) -> None:
    built.write("gen.py", PROGRAM + "print('line one')\nraise SystemExit('line two')\n")
    ran = built.run("build")
    assert ran.code == 2
    sentence, advice, *said = ran.err.splitlines()
    assert sentence == "error: the command of fake for pets ended with exit code 1"
    assert advice.startswith("    do:       correct the command in the settings")
    assert sorted(said) == ["    | line one", "    | line two"]
    (problem,) = json.loads(built.run("build", "--json").out)["problems"]
    assert sorted(problem["said"].splitlines()) == ["line one", "line two"]


def test_settings_are_checked_before_anything_runs(files: Folder) -> None:
    files.write("specmend.toml", SETTINGS.replace("{document}", "{docment}"))
    ran = files.run("build")
    assert ran.code == 1
    assert "specmend.toml:4:" in ran.err
    assert "unknown placeholder {docment}" in ran.err
