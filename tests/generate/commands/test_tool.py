"""A tool is asked for its version, and what goes wrong then is told."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from tests.generate.commands.fakes import plan

from specmend.errors import OutsideError, Problem
from specmend.generate.commands.processes import Ended
from specmend.generate.commands.tool import MISSING, failure, forget_versions, tool_version


def version(folder: Path, code: str) -> str:
    return tool_version(plan(folder, version_command=(sys.executable, "-c", code)))


def fault(folder: Path, *command: str) -> Problem:
    with pytest.raises(OutsideError) as caught:
        tool_version(plan(folder, version_command=command))
    (problem,) = caught.value.problems
    return problem


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("print('v7.1')", "v7.1"),
        ("print('\\n \\n  tool 2.0  \\ncommit abc\\n' + 'x\\n' * 50)", "tool 2.0"),
        ("import sys; print('openjdk 17', file=sys.stderr)", "openjdk 17"),
        ("import sys; print('a warning', file=sys.stderr); print('3')", "3"),
        ("print('\\x1b[1mbold 1\\x1b[0m')", "bold 1"),
        ("print('9' * 999)", "9" * 158 + " …"),
    ],
)
def test_the_version_is_the_first_line(tmp_path: Path, code: str, expected: str) -> None:
    assert version(tmp_path, code) == expected


def test_a_tool_is_asked_once_until_it_is_forgotten(tmp_path: Path) -> None:
    made = plan(tmp_path, version_command=(sys.executable, "{project}/version.py"))
    (tmp_path / "version.py").write_text("print(1)", "utf-8")
    assert tool_version(made) == "1"
    (tmp_path / "version.py").write_text("print(2)", "utf-8")
    assert tool_version(made) == "1"
    forget_versions()
    assert tool_version(made) == "2"


def test_a_program_that_is_missing_is_named(tmp_path: Path) -> None:
    problem = fault(tmp_path, "no-such-tool", "--version")
    assert problem.message == (
        "the version-command of fake cannot run: there is no program no-such-tool on this machine"
    )
    assert problem.cause == MISSING


def test_a_failure_is_told_with_the_last_words(tmp_path: Path) -> None:
    problem = fault(tmp_path, sys.executable, "-c", "raise SystemExit('no license')")
    assert problem.message == "the version-command of fake ended with exit code 1"
    assert problem.said == "no license"


def test_silence_is_no_version(tmp_path: Path) -> None:
    assert fault(tmp_path, sys.executable, "-c", "").message.endswith("printed nothing")


@pytest.mark.posix("modes of files")
def test_a_program_that_cannot_be_started_is_told(tmp_path: Path) -> None:
    (tmp_path / "tool").write_bytes(b"\x7fELF nothing")
    (tmp_path / "tool").chmod(0o755)
    problem = fault(tmp_path, "{project}/tool")
    assert "cannot be started" in problem.message
    assert str(tmp_path) not in problem.message


@pytest.mark.parametrize(
    ("ended", "message"),
    [
        (Ended(exit_code=0, output=""), None),
        (Ended(exit_code=2, output=""), "it ended with exit code 2"),
        (Ended(exit_code=-9, output=""), "it was ended by the signal SIGKILL"),
        (Ended(exit_code=-250, output=""), "it was ended by the signal 250"),
        (Ended(exit_code=None, output=""), "it was stopped after 5 seconds"),
    ],
)
@pytest.mark.posix("signals")
def test_every_bad_end_has_its_sentence(ended: Ended, message: str | None) -> None:
    problem = failure(ended, "it", 5, "")
    assert (problem and problem.message) == message
