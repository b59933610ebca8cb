"""The command line as a whole: help, usage faults, exit codes, and what it costs to start."""

from __future__ import annotations

import errno
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.project import Folder, Ran

from specmend.cli.main import COMMANDS as TABLE
from specmend.cli.main import application
from specmend.project.repository import Project

COMMANDS = [
    "build",
    "apply",
    "validate",
    "check",
    "list",
    "status",
    "log",
    "new",
    "edits",
    "refresh",
    "show",
    "blame",
    "export",
    "learn",
    "pages",
    "drop",
    "move",
    "renumber",
    "import",
    "fetch",
    "init",
    "diff",
    "review",
    "drift",
    "update",
    "release",
    "verify",
]
HEAVY = {
    "yaml",
    "ruamel",
    "rich",
    "pydantic",
    "jsonschema",
    "openapi_spec_validator",
    "deepdiff",
    "openapi_python_client",
    "httpx",
    "asyncio",
}


def test_the_commands_are_these() -> None:
    assert [command.name for command in application().registered_commands] == COMMANDS


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_that_reads_well(command: str, run: Callable[..., Ran]) -> None:
    ran = run(command, "--help")
    assert ran.code == 0
    first = ran.out.split("\n\n")[1].strip()
    assert first[0].isupper()
    assert first.endswith(".")
    assert ("--project DIR" in ran.out) == (command != "edits")
    assert "\x1b[" not in ran.out


def test_the_overview_names_every_command_in_a_line(run: Callable[..., Ran]) -> None:
    ran = run("--help")
    for command in COMMANDS:
        line = next(line for line in ran.out.splitlines() if line.strip().startswith(command + " "))
        assert line.endswith("."), "a summary is a sentence"
        assert not line.endswith("..."), "the summary is cut"


@pytest.mark.parametrize("command", COMMANDS)
def test_the_overview_says_what_the_help_of_a_command_says_first(command: str) -> None:
    first = (TABLE[command].load().__doc__ or "").partition("\n")[0]
    assert TABLE[command].summary == first
    assert len(first) <= 62, "the overview would cut it on a narrow terminal"


@pytest.mark.parametrize("command", COMMANDS)
def test_what_is_to_be_filled_in_is_in_capitals(command: str, run: Callable[..., Ran]) -> None:
    help_ = run(command, "--help").out
    usage = help_.split("\n\n")[0]
    words = usage.partition(f" {command} ")[2].split()
    assert words == [word.upper() for word in words]
    options = help_.partition("Options:\n")[2]
    values = re.findall(r"^  --[\w-]+ (\S+) ", options, re.MULTILINE)
    assert all(value == value.upper() or "=" in value for value in values)


@pytest.mark.parametrize(
    ("words", "ending"),
    [
        (("log", "pets"), "6 problems\n"),
        (("validate", "pets"), "6 problems\n"),
        (("build",), "6 problems; nothing was written\n"),
    ],
)
def test_only_a_command_that_writes_says_that_nothing_was_written(
    folder: Folder, words: tuple[str, ...], ending: str
) -> None:
    for number in (2, 3):
        folder.write(f"patches/pets/{number:04}-empty.yaml", "{}\n")
    ran = folder.run(*words)
    assert ran.code == 1
    assert ran.err.endswith(ending)


def test_a_command_that_is_not_there_is_a_usage_error(run: Callable[..., Ran]) -> None:
    assert run("generate").code == 2
    assert run("--", "generate").code == 2
    assert run("--version").out.startswith("specmend ")


def test_a_folder_without_a_project_is_said_so(tmp_path: Path, run: Callable[..., Ran]) -> None:
    ran = run("build", "--project", str(tmp_path))
    assert ran.code == 1
    assert "no specmend project here" in ran.err


def test_an_api_that_is_not_there_gets_a_hint(folder: Folder) -> None:
    ran = folder.run("build", "pet")
    assert ran.code == 1
    assert "did you mean 'pets'?" in ran.err


def test_an_unknown_option_is_a_usage_error(folder: Folder) -> None:
    assert folder.run("build", "--nope").code == 2


def test_json_is_kept_for_faults(folder: Folder) -> None:
    folder.write("spec/pets/upstream.yaml", "changed")
    ran = folder.run("apply", "--json")
    assert ran.code == 1
    assert '"message": "the upstream document is not the one that was pinned"' in ran.out


def test_a_bug_of_ours_exits_3_with_a_log(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: Path) -> None:
        raise ZeroDivisionError("oh")

    monkeypatch.setattr(Project, "find", broken)
    ran = folder.run("build")
    assert ran.code == 3
    log = Path(ran.err.split("Please report it with ")[1].strip())
    assert "ZeroDivisionError: oh" in log.read_text()
    log.unlink()


def test_starting_the_command_imports_nothing_heavy() -> None:
    code = "import sys, specmend.cli.main; print(*{name.split('.')[0] for name in sys.modules})"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "typer" in ran.stdout.split()
    assert not HEAVY & set(ran.stdout.split())


FULL = [
    # What is printed, and where no room is left.
    (("edits",), "stdout", True),
    (("--version",), "stdout", True),
    (("--help",), "stdout", True),
    (("drift", "pets"), "stderr", False),
    (("drift", "nothing"), "stderr", False),
]


@pytest.mark.posix("/dev/full")
@pytest.mark.parametrize(("words", "stream", "is_told"), FULL)
def test_a_disk_without_room_for_the_output_is_no_bug(
    folder: Folder, words: tuple[str, ...], stream: str, *, is_told: bool
) -> None:
    command = [sys.executable, "-m", "specmend", *words]
    with Path("/dev/full").open("w") as full:
        stdout, stderr = (full, subprocess.PIPE) if stream == "stdout" else (subprocess.PIPE, full)
        ran = subprocess.run(
            command, cwd=folder.root, text=True, check=False, stdout=stdout, stderr=stderr
        )
    assert ran.returncode == (2 if is_told else 1)
    if is_told:
        assert "cannot be written: the disk is full" in ran.stderr
        assert "bug" not in ran.stderr


@pytest.mark.parametrize(("number", "code"), [(errno.ENOSPC, 2), (errno.EIO, 2), (errno.EBADF, 3)])
def test_a_fault_of_the_machine_is_not_ours(
    folder: Folder, monkeypatch: pytest.MonkeyPatch, number: int, code: int
) -> None:
    def broken(_: Path) -> None:
        raise OSError(number, os.strerror(number))

    def unwritable() -> str:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Project, "find", broken)
    monkeypatch.setattr("specmend.cli.main._log", unwritable)
    ran = folder.run("build")
    assert ran.code == code
    assert ("specmend has a bug: OSError" in ran.err) == (code == 3)
    assert ("Traceback" in ran.err) == (code == 3)


def test_ctrl_c_while_the_program_is_loaded_ends_it_without_a_traceback() -> None:
    code = """
import builtins, sys

def load(name, *words, **options):
    if name.startswith("specmend.cli"):
        raise KeyboardInterrupt
    return real(name, *words, **options)

from specmend.__main__ import main
real, builtins.__import__ = builtins.__import__, load
main()
"""
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (130, "", "")
