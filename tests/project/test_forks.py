"""A process that copies itself for each API leaves none of them behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.project.works import Act, layouts, let_workers_import, wait_for_end, wait_for_file

from specmend.errors import OutsideError
from specmend.project.workers import each_api

pytestmark = pytest.mark.posix("fork")

CODE = """
import sys, tempfile
from pathlib import Path
from tests.project.works import Act, layouts
from specmend.project.workers import each_api

folder = Path(sys.argv[1])
tempfile.tempdir = str(folder / "temporary")
for name in ("temporary", "staging"):
    (folder / name).mkdir()
apis = layouts(folder, "slow-1", "slow-2", "slow-3")
each_api(Act(folder=folder), apis, jobs=2, temporary=[folder / "staging"])
"""


@pytest.fixture
def slow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[subprocess.Popen[bytes]]:
    """A process whose work does not end by itself, with two APIs in work."""
    let_workers_import(monkeypatch)
    process = subprocess.Popen(
        [sys.executable, "-c", CODE, str(tmp_path)],
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    yield process
    process.kill()
    process.wait()


@pytest.mark.parametrize(
    ("number", "whole_group"),
    [
        pytest.param(signal.SIGINT, True, id="Ctrl-C"),
        pytest.param(signal.SIGINT, False, id="interrupted"),
        pytest.param(signal.SIGTERM, False, id="ended"),
        pytest.param(signal.SIGKILL, False, id="killed"),
    ],
)
def test_nothing_is_left_of_a_run_that_is_stopped(
    slow: subprocess.Popen[bytes], tmp_path: Path, number: signal.Signals, whole_group: bool
) -> None:
    started = [wait_for_file(tmp_path / f"slow-{n}.pid").split() for n in (1, 2)]
    processes = {int(one) for numbers in started for one in numbers}
    assert len(processes) == 3
    if whole_group:
        os.killpg(slow.pid, number)
    else:
        os.kill(slow.pid, number)
    slow.wait()
    wait_for_end(*processes)
    assert list((tmp_path / "temporary").iterdir()) == []
    assert not (tmp_path / "slow-3.pid").exists()
    if number == signal.SIGKILL:
        assert not (tmp_path / "staging").exists()


def test_what_is_begun_ahead_ends_when_all_is_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    let_workers_import(monkeypatch)
    act, names = Act(folder=tmp_path), ["fine-1", "fine-2", "fine-3"]
    assert each_api(act, layouts(tmp_path, *names), jobs=2, ahead=act.begin) == names
    # On a machine with one processor, or a busy one, nothing may have begun.
    begun = {file.stem: int(file.read_text()) for file in tmp_path.glob("*.ahead")}
    assert [*begun] in (["fine-3"], [])
    wait_for_end(*begun.values())


def test_copies_end_when_the_process_that_made_them_is_killed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    let_workers_import(monkeypatch)
    with pytest.raises(OutsideError) as caught:
        each_api(Act(folder=tmp_path), layouts(tmp_path, "slow-1", "orphaned-1"), jobs=2)
    (problem,) = caught.value.problems
    assert problem.message.startswith("the process that worked on slow-1, orphaned-1 was stopped")
    assert problem.found == "the process that started it is gone"
    numbers = [(tmp_path / f"{name}-1.pid").read_text().split() for name in ("slow", "orphaned")]
    wait_for_end(*(int(number) for pair in numbers for number in pair))
