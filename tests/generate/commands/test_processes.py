"""Programs run to their end or to their timeout; nothing of them goes on afterwards."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from specmend.generate.commands.processes import MARK, Ended, find_program, run

HERE = {
    "PATH": os.environ.get("PATH", ""),
    **{n: os.environ[n] for n in ("SYSTEMROOT",) if n in os.environ},
}
WRITES = (
    "import sys, time; open(sys.argv[1], 'w').write(str(__import__('os').getpid())); time.sleep(60)"
)

STARTS_LATE = """
class Late(subprocess.Popen):
    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        while not os.path.exists({file!r}) or not os.path.getsize({file!r}):
            time.sleep(0.01)
        os.kill(os.getpid(), signal.{name})
subprocess.Popen = Late
"""
"""A program whose start is over a moment later than it runs, and a signal at that moment."""


def python(code: str, folder: Path) -> Ended:
    """What comes of some lines of Python."""
    environment = {**HERE, MARK: folder.name}
    return run([sys.executable, "-c", code], folder, environment, 60)


def is_alive(process: int) -> bool:
    """Whether a process runs; one that ended and was not waited for does not."""
    try:
        state = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state not in {"Z", "X"}


def started(file: Path) -> int:
    """The number of a process that writes it down when it has started."""
    for _ in range(1000):
        if file.exists() and file.read_text("utf-8"):
            return int(file.read_text("utf-8"))
        time.sleep(0.01)
    raise AssertionError("it never started")


def test_how_a_program_ends_and_what_it_says(tmp_path: Path) -> None:
    ended = python("import sys; print('out'); print('bad', file=sys.stderr); sys.exit(3)", tmp_path)
    assert ended.exit_code == 3
    assert sorted(ended.output.split()) == ["bad", "out"]


def test_errors_are_heard_apart_where_that_is_wanted(tmp_path: Path) -> None:
    code = "import sys; print('out'); print('bad', file=sys.stderr)"
    ended = run([sys.executable, "-c", code], tmp_path, HERE, 60, apart=True)
    assert (ended.output.strip(), ended.errors.strip()) == ("out", "bad")


def test_of_megabytes_only_the_end_is_kept(tmp_path: Path) -> None:
    ended = python("print('x' * 5_000_000); print('the end')", tmp_path)
    assert len(ended.output) < 100_000
    assert ended.output.strip().endswith("the end")


def test_there_is_no_input_to_wait_for(tmp_path: Path) -> None:
    assert python("print(repr(input()))", tmp_path).exit_code == 1


@pytest.mark.posix("signals")
def test_a_signal_is_told_by_its_number(tmp_path: Path) -> None:
    code = f"import os; os.kill(os.getpid(), {int(signal.SIGTERM)})"
    assert python(code, tmp_path).exit_code == -signal.SIGTERM


@pytest.mark.skipif(sys.platform != "linux", reason="processes are looked up in /proc")
@pytest.mark.parametrize("apart", [False, True], ids=["in its group", "in a group of its own"])
def test_what_a_program_started_ends_with_it(tmp_path: Path, *, apart: bool) -> None:
    file = tmp_path / "number"
    code = (
        "import subprocess, sys, time, os\n"
        f"subprocess.Popen([sys.executable, '-c', {WRITES!r}, {str(file)!r}], "
        f"start_new_session={apart})\n"
        f"while not os.path.exists({str(file)!r}): time.sleep(0.01)\n"
    )
    assert python(code, tmp_path).exit_code == 0
    assert not is_alive(started(file))


@pytest.mark.skipif(sys.platform != "linux", reason="processes are looked up in /proc")
@pytest.mark.parametrize("moment", ["while it runs", "as it starts"])
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_an_interruption_ends_the_program_too(tmp_path: Path, name: str, moment: str) -> None:
    file = tmp_path / "number"
    code = (
        "import os, pathlib, signal, subprocess, sys, time\n"
        # Whoever starts the tests may ignore it.
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from specmend.generate.commands.processes import run\n"
        f"{STARTS_LATE.format(file=str(file), name=name) if moment == 'as it starts' else ''}"
        f"run([sys.executable, '-c', {WRITES!r}, {str(file)!r}], pathlib.Path('.'), {HERE!r}, 60)\n"
    )
    outer = subprocess.Popen([sys.executable, "-c", code], cwd=tmp_path, stderr=subprocess.PIPE)
    inner = started(file)
    if moment == "while it runs":
        outer.send_signal(getattr(signal, name))
    _, errors = outer.communicate(timeout=60)
    assert b"KeyboardInterrupt" in errors
    assert not is_alive(inner)


def test_a_program_is_found_on_the_path_of_the_environment(tmp_path: Path) -> None:
    assert find_program("no-such-program", HERE) is None
    assert find_program(Path(sys.executable).name, {"PATH": str(tmp_path)}) is None
    assert find_program(sys.executable, {}) == sys.executable
