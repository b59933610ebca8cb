"""What a person can get wrong in a project: each fault has its error, and no file changes."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.conftest import opened
from tests.cli.project import SETTINGS, Folder, Ran, build, write_project
from tests.shared_folder import shared_folder

FEW = "patches/pets/0002-allow-no-pets.yaml"
PREFIX = "patches/birds/0001-move-the-prefix.yaml"
CLIENT = "generated/pets/pets"
ALLOW_NO_PETS = """\
overlay: 1.1.0
info:
  title: Allow no pets
  version: 1.0.0
  x-reason: >-
    A shop may be empty.
actions:
  - target: $.components.schemas.Pets.properties.pets.minItems
    update: 0
    x-expect:
      matches: 1
      before: 1
"""


def build_two(root: Path) -> None:
    """A project with the APIs pets and birds, which are of one document, built."""
    write_project(root)
    (root / FEW).write_text(ALLOW_NO_PETS, "utf-8")
    for place in ("spec", "patches"):
        shutil.copytree(root / place / "pets", root / place / "birds")
    (root / FEW.replace("pets/", "birds/", 1)).unlink()
    settings = SETTINGS + SETTINGS.replace("pets", "birds")
    (root / "specmend.toml").write_text(settings, "utf-8")
    build(root)


@pytest.fixture
def repository(
    tmp_path: Path, run: Callable[..., Ran], tmp_path_factory: pytest.TempPathFactory
) -> Folder:
    """A copy of the project, with what specmend remembers of the build."""
    built = shared_folder(tmp_path_factory, "two", build_two)
    shutil.copytree(built, tmp_path, dirs_exist_ok=True)
    return opened(tmp_path, run)


Change = Callable[[Folder], None]


def replace(name: str, old: str, new: str) -> Change:
    def change(folder: Folder) -> None:
        text = folder.read(name)
        assert old in text
        folder.write(name, text.replace(old, new, 1))

    return change


def copy(name: str, to: str) -> Change:
    def change(folder: Folder) -> None:
        folder.write(to, folder.read(name))

    return change


FAULTS: dict[str, tuple[Change, str, str]] = {
    "one byte of upstream": (
        replace("spec/pets/upstream.yaml", "localhost", "localhosts"),
        r"spec/pets/upstream\.yaml:1:1: error: the upstream document is not the one that was pin",
        r"spec/pets/pin\.toml:3:1",
    ),
    "sanitized document edited by hand": (
        replace("spec/pets/sanitized.yaml", "minItems: 0", "minItems: 7"),
        r"spec/pets/sanitized\.yaml:\d+:\d+: error: this file ",
        r"found: +minItems: 7 .*\n +expected: +minItems: 0",
    ),
    "generated file edited by hand": (
        replace(f"{CLIENT}/errors.py", "class APIError", "class ApiError"),
        rf"{CLIENT}/errors\.py:\d+:\d+: error: this file ",
        r"found: +class ApiError",
    ),
    "step without a reason": (
        replace(FEW, "x-reason", "x-until"),
        rf"{re.escape(FEW)}:2:1: error: x-reason is missing in info",
        r"do: +say in a sentence why",
    ),
    "step that points at nothing": (
        replace(FEW, "pets.minItems", "pats.minItems"),
        rf"{re.escape(FEW)}:\d+:5: error: the target .*pats\.minItems selects nothing",
        r"expected: +1\n",
    ),
    "step that expects something else": (
        replace(FEW, "before: 1", "before: 2"),
        rf"{re.escape(FEW)}:\d+:5: error: the document is not what this action was written for",
        r"found: +1 at spec/pets/upstream\.yaml:\d+:\d+\n +expected: +2",
    ),
    "YAML of a step is broken": (
        replace(FEW, "title: Allow", 'title: "Allow'),
        rf"{re.escape(FEW)}:\d+:\d+: error: this is not YAML",
        r"do: +mend the syntax",
    ),
    "unknown key": (
        replace(FEW, "    update: 0", "    updaet: 0"),
        rf"{re.escape(FEW)}:\d+:5: error: unknown key 'updaet'",
        r"did you mean 'update'\?",
    ),
    "number twice": (
        copy(FEW, "patches/pets/0002-again.yaml"),
        r"patches/pets/0002-\S+:1:1: error: the number 0002 is taken",
        r"rename one of the two files",
    ),
    "unknown setting": (
        replace("specmend.toml", 'package = "pets"', 'pakage = "pets"'),
        r"specmend\.toml:\d+:1: error: unknown key 'pakage' in the settings",
        r"did you mean 'package'\?",
    ),
    "a step makes the result invalid": (
        replace(FEW, "    update: 0", "    update: none"),
        r"spec/pets/sanitized\.yaml:\d+:\d+: error: the result is not valid",
        r"this is the work of patches/pets/0002-",
    ),
}


@pytest.mark.parametrize("command", ["build", "check"])
@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_has_its_own_error_with_a_place_and_touches_nothing(
    repository: Folder, name: str, command: str
) -> None:
    change, message, more = FAULTS[name]
    change(repository)
    before = repository.files()
    ran = repository.run(command, "pets")
    assert ran.code == 1
    assert re.search(message, ran.err), ran.err
    assert re.search(more, ran.err), ran.err
    assert "Traceback" not in ran.err
    assert repository.files() == before


def test_several_faults_are_reported_together(repository: Folder) -> None:
    for name in ("one byte of upstream", "unknown key", "number twice"):
        FAULTS[name][0](repository)
    replace(PREFIX, "matches: 2", "matches: 3")(repository)
    ran = repository.run("build")
    assert ran.err.count(": error: ") == 4
    assert "4 problems; nothing was written" in ran.err


def test_after_a_build_everything_is_what_specmend_makes(repository: Folder) -> None:
    ran = repository.run("check")
    assert ran.code == 0, ran.err


def test_a_file_that_specmend_does_not_make_and_a_missing_one_are_found(repository: Folder) -> None:
    repository.write(f"{CLIENT}/stray.py", "")
    (repository.root / CLIENT / "py.typed").unlink()
    ran = repository.run("check", "pets")
    assert ran.code == 1
    assert "stray.py: error: this file is not one that specmend makes" in ran.err
    assert "py.typed: error: this file is missing" in ran.err


def test_overwrite_lets_a_hand_edit_go(repository: Folder) -> None:
    FAULTS["generated file edited by hand"][0](repository)
    assert repository.run("build", "pets").code == 1
    assert repository.run("build", "pets", "--overwrite").code == 0
    assert repository.run("check", "pets").code == 0


WRONG_COMMAND_LINES = [
    (0, ("log",), ""),
    (1, ("log", "pts"), "there is no API named 'pts'"),
    (2, ("log", "--json", "--markdown"), "--json and --markdown do not go together"),
    (2, ("drift", "pets", "--json", "--markdown"), "--json and --markdown do not go together"),
    (2, ("new", "pets", "t", "$.info", "--update", "1"), "--reason is missing, and there is no"),
    (
        2,
        ("new", "pets", "t", "$", "--reason", "r", "--update", "1", "--remove"),
        "a new step does one thing",
    ),
    (2, ("apply", "--allow-no-match"), "--allow-no-match needs --overlay"),
    (2, ("apply", "--reserialize"), "--reserialize needs --document"),
    (2, ("apply", "--document", "x.yaml", "pets"), "--document needs --output"),
    (2, ("apply", "--output", "x.yaml"), "--document and --output take one API"),
    (2, ("update", "pets", "--accept", "x"), "is not a decision"),
    (2, ("fetch", "pets", "birds", "--from", "x"), "--from is for one API"),
    (2, ("learn", "pets", "x.yaml"), "ORIGINAL needs EDITED"),
]


@pytest.mark.parametrize(("code", "words", "message"), WRONG_COMMAND_LINES)
def test_a_wrong_command_line_ends_with_2_and_an_unknown_api_with_1(
    repository: Folder, code: int, words: tuple[str, ...], message: str
) -> None:
    before = repository.files()
    ran = repository.run(*words)
    told = ran.err + ran.out
    assert (ran.code, message in told, "Aborted" in told) == (code, True, False), told
    assert repository.files() == before


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (("apply", "pets"), "spec/pets/sanitized.yaml"),
        (("new", "pets", "t", "$.info.title", "--reason", "r", "--update", "T"), "0003-t.yaml"),
        (("drop", "birds", "1"), PREFIX),
        (("move", "pets", "2", "7"), "0007-allow-no-pets.yaml"),
        (("export", "pets", "--output", "out.yaml"), "out.yaml"),
    ],
)
def test_a_disk_that_refuses_is_told_with_the_file_that_was_meant(
    repository: Folder, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], name: str
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", ".temporary.x.new")

    monkeypatch.chdir(repository.root)
    with monkeypatch.context() as patch:
        patch.setattr("tempfile.mkstemp", refuse)
        patch.setattr(Path, "unlink", refuse)
        ran = repository.run(*words)
    assert ran.code == 2, ran.err
    assert f"{name}: error: this cannot be written: permission denied" in ran.err
    assert "temporary" not in ran.err


@pytest.mark.parametrize(
    ("output", "reason"),
    [
        (".", "it is a folder"),
        ("spec", "it is a folder"),
        ("specmend.toml/x.yaml", "a part of its path is a file and no folder"),
    ],
)
def test_an_output_that_is_no_file_is_told(
    repository: Folder, monkeypatch: pytest.MonkeyPatch, output: str, reason: str
) -> None:
    monkeypatch.chdir(repository.root)
    before = repository.files()
    ran = repository.run("export", "pets", "--output", output)
    assert (ran.code, f"{output}: error: this cannot be written: {reason}" in ran.err) == (2, True)
    assert repository.files() == before
