"""A module that runs inside of a process does what it does in a new interpreter."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.posix("signals")

# A process for each run: the one of the tests has output, folder and variables of its own.
CODE = """
import json, os, sys, timeit
from pathlib import Path
from specmend.generate.processes import Command, inside_this_process, run_together
from specmend.errors import OutsideError
import specmend.generate.processes as P

def run(commands):
    try:
        ran = run_together([Command(**each) for each in commands], Path(sys.argv[1]))
        return [[one.exit_code, one.output, one.stderr.splitlines()[-1:]] for one in ran]
    except OutsideError as error:
        return [[problem.message, problem.found] for problem in error.problems]

def surroundings():
    return [os.getcwd(), dict(os.environ), sys.argv]

told = []
before = surroundings()
for commands in json.load(sys.stdin):
    alone = run(commands)
    with inside_this_process():
        told.append([alone, run(commands)])
    assert surroundings() == before
print(json.dumps(told))
"""


def statement(words: str, *accepted: int) -> dict[str, object]:
    """A command that runs a statement once."""
    arguments = ["timeit", "-n1", "-r1", "-s", "import os, sys", words]
    return {"name": words[:9], "arguments": arguments, "accepted": accepted or (0,)}


COMMANDS: list[list[object]] = [
    [statement("print(os.environ['HOME'] == os.getcwd()); sys.exit(3)", 1)],
    # The share of the processors differs, and what a new interpreter makes of no locale.
    [statement("print(sorted(n for n in os.environ if n[:2] not in ('RA', 'LC'))); sys.exit()", 1)],
    [statement("sys.exit(7)", 7), statement("sys.exit('words')", 1)],
    [statement("sys.exit()")],
    [statement("print('caf\\u00e9', sys.stdin.read()); sys.exit()", 1)],
    [statement("sys.stdout.buffer.write(b'\\xff'); sys.exit()", 1)],
    [statement("raise KeyError(1)"), statement("sys.exit('two')"), statement("sys.exit()")],
    [statement("print(sys.argv[0]); raise RecursionError")],
    [{"name": "none", "arguments": ["no_such_module"]}],
]


def test_a_module_says_and_ends_as_in_a_new_interpreter(tmp_path: Path) -> None:
    told = run_all(COMMANDS, tmp_path)
    assert len(told) == len(COMMANDS)
    for alone, inside in told[:-1]:
        assert inside == alone
    # The interpreter's own path stands before these words.
    (alone, inside) = told[-1]
    assert "No module named no_such_module" in alone[0][1]
    assert "No module named no_such_module" in inside[0][1]


def test_what_fails_inside_has_another_try_in_a_process_of_its_own(tmp_path: Path) -> None:
    words = "with open('tries', 'a') as file: file.write('.'); assert file.tell() == 3"
    ((alone, inside),) = run_all([[statement(words)]], tmp_path)
    assert "exit code 1" in alone[0][0]
    assert inside[0][0] == 0
    assert (tmp_path / "tries").read_text() == "..."


@pytest.mark.parametrize("words", ["while True: pass", "'a' * 64 and re.match('(a+)+b', 'a' * 64)"])
def test_what_computes_for_too_long_ends_the_process(tmp_path: Path, words: str) -> None:
    code = CODE.replace("told = []", "import re\nP.TIMEOUT = 0.3\ntold = []")
    code = code.replace("alone = run(commands)", "alone = []")
    with pytest.raises(subprocess.CalledProcessError) as caught:
        run_all([[statement(f"import re\n{words}")]], tmp_path, code)
    assert caught.value.returncode == -signal.SIGPROF


def run_all(commands: Sequence[Sequence[object]], folder: Path, code: str = CODE) -> list[Any]:
    """What is told of commands that run in a new interpreter, and inside of a process."""
    ran = subprocess.run(
        [sys.executable, "-c", code, str(folder)],
        input=json.dumps(commands),
        capture_output=True,
        text=True,
        check=True,
    )
    told: list[Any] = json.loads(ran.stdout)
    return told
