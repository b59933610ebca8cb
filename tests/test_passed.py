"""A second run leaves out what passed in the first one: nothing that failed or did not run."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from tests.repository import ROOT

TESTS = """\
import pytest

@pytest.fixture
def broken_end():
    yield
    raise OSError

def test_fine(): pass
def test_fails(): assert 0
def test_ends_badly(broken_end): pass
def test_is_skipped(): pytest.skip("not here")
@pytest.mark.xfail
def test_is_known_to_fail(): assert 0
@pytest.mark.parametrize("word", ["one", "two words", "\\u00e9\\n"])
def test_of_many(word): assert word != "one"
"""
RUN_AGAIN = ["fails", "ends_badly", "is_skipped", "is_known_to_fail", "of_many[one]"]


def run(folder: Path, *words: str) -> str:
    command = [sys.executable, "-m", "pytest", "-p", "tests.passed", "-c", "/dev/null", "-v"]
    done = subprocess.run(
        [*command, "-p", "no:cacheprovider", f"--rootdir={folder}", *words, str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == pytest.ExitCode.TESTS_FAILED, done.stdout + done.stderr
    return done.stdout


def test_what_passed_is_left_out_and_no_other(tmp_path: Path) -> None:
    (tmp_path / "test_it.py").write_text(TESTS, "utf-8")
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    run(tmp_path, f"--note-passed={first}")
    said = run(tmp_path, f"--without-passed={first}", f"--note-passed={second}", "--numprocesses=1")
    assert "tests that passed before and were left out: 3" in said
    for name in RUN_AGAIN:
        assert f"test_it.py::test_{name} " in said
    for name in ("fine", "of_many[two words]"):
        assert f"test_it.py::test_{name} " not in said
    assert second.read_text("utf-8") == "[]"
