"""A program of a release sees what it is given, and its end is told without its folder."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from specmend.release.programs import Surroundings, run_program

PLAIN = Surroundings()


def python(folder: Path, program: str, around: Surroundings = PLAIN) -> tuple[int, str, str]:
    ended = run_program([sys.executable, "-c", program], folder, around)
    return ended.code, ended.output.strip(), ended.words


def test_a_program_is_told_what_is_given_and_no_secret(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TWINE_PASSWORD", "secret")
    program = "import os; print(os.environ.get('TWINE_PASSWORD'), os.environ['TZ'])"
    around = Surroundings(variables={"TZ": "UTC"})
    assert python(tmp_path, program, around)[:2] == (0, "None UTC")


@pytest.mark.posix("umask")
def test_a_program_makes_files_with_the_rights_that_it_is_left(tmp_path: Path) -> None:
    around = Surroundings(umask=0o077)
    assert python(tmp_path, "open('made', 'w')", around)[0] == 0
    assert (tmp_path / "made").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("program", "code", "words"),
    [
        ("raise SystemExit(3)", 3, "no output"),
        ("print('all is well')", 0, "all is well"),
        ("import os; raise SystemExit('not in ' + os.path.join(os.getcwd(), 'x'))", 1, "not in x"),
        ("import os; raise SystemExit('not in ' + os.getcwd())", 1, "not in ."),
    ],
)
def test_the_last_line_is_told_without_the_folder(
    tmp_path: Path, program: str, code: int, words: str
) -> None:
    assert os.path.realpath(tmp_path) == str(tmp_path)
    assert python(tmp_path, program)[::2] == (code, words)
