"""Processes: side by side, in their own folder, without the surroundings of the caller."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from specmend.errors import OutsideError
from specmend.generate import processes as run
from specmend.generate.processes import Command, inside_this_process, run_together


def meeting(own: str, other: str) -> Command:
    """A command that ends well only if the other one runs at the same time."""
    lines = [
        "import pathlib, time",
        f"pathlib.Path('{own}').touch()",
        "for _ in range(6000):",
        f"    if pathlib.Path('{other}').exists(): break",
        "    time.sleep(0.01)",
        "else:",
        "    raise SystemExit('nobody came')",
    ]
    return Command(name=own, arguments=["timeit", "-n1", "-r1", *lines])


def test_commands_run_at_the_same_time(tmp_path: Path) -> None:
    finished = run_together([meeting("one", "other"), meeting("other", "one")], tmp_path)
    assert [result.exit_code for result in finished] == [0, 0]


def test_the_surroundings_of_the_caller_do_not_get_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy")
    monkeypatch.setenv("PYTHONHASHSEED", "77")
    words = (
        "import os; print(os.environ.get('HTTPS_PROXY'), os.environ['PYTHONHASHSEED'], os.getcwd())"
    )
    commands = [
        Command(name="look", arguments=["timeit", "-n1", "-r1", words]),
        Command(name="site", arguments=["site"]),
    ]
    surroundings, path = run_together(commands, tmp_path)
    assert surroundings.output.splitlines()[0] == f"None 0 {tmp_path.resolve()}"
    assert "ENABLE_USER_SITE: False" in path.output
    assert f"'{tmp_path.resolve()}'" not in path.output.partition("USER_BASE")[0]


def test_every_failure_is_told_with_its_last_words(tmp_path: Path) -> None:
    commands = [
        Command(name="first", arguments=["timeit", "-n1", "raise SystemExit('no\\n\\nway')"]),
        Command(name="second", arguments=["timeit", "-n1", "pass"]),
        Command(name="third", arguments=["no_such_module"]),
        Command(name="fourth", arguments=["no_such_module"], accepted=(0, 1)),
    ]
    with pytest.raises(OutsideError) as caught:
        run_together(commands, tmp_path)
    assert [problem.message.split()[0] for problem in caught.value.problems] == ["first,", "third,"]
    assert caught.value.problems[0].found == "way"
    assert "No module named no_such_module" in caught.value.problems[1].found


def test_a_process_that_does_not_end_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "TIMEOUT", 0.3)
    with pytest.raises(OutsideError) as caught:
        run_together(
            [Command(name="slow", arguments=["timeit", "-n1", "import time; time.sleep(60)"])],
            tmp_path,
        )
    assert "stopped after 0.3 seconds" in caught.value.problems[0].found


@pytest.mark.parametrize("threads", [1, 3])
def test_a_program_has_its_share_of_the_processors(tmp_path: Path, threads: int) -> None:
    words = "import os; print(os.environ.get('RAYON_NUM_THREADS'))"
    command = Command(name="own", program=sys.executable, arguments=["-c", words])
    with inside_this_process(threads):
        (inside,) = run_together([command], tmp_path)
    (alone,) = run_together([command], tmp_path)
    assert (inside.output.strip(), alone.output.strip()) == (str(threads), "None")
