"""A module that runs in a copy of a process does what it does in a new interpreter."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.posix("fork")

# The copied process has one thread; the one of the tests may have more.
CODE = """
import json, sys, timeit
from pathlib import Path
from specmend.generate.processes import Command, in_copies, run_together
from specmend.errors import OutsideError

def run(commands):
    try:
        ran = run_together([Command(**each) for each in commands], Path(sys.argv[1]))
        return [[one.exit_code, one.output, one.stderr.splitlines()[-1:]] for one in ran]
    except OutsideError as error:
        return [[problem.message, problem.found] for problem in error.problems]

told = []
for commands in json.load(sys.stdin):
    alone = run(commands)
    with in_copies():
        told.append([alone, run(commands)])
print(json.dumps(told))
"""


def statement(words: str, *accepted: int) -> dict[str, object]:
    """A command that runs a statement once."""
    arguments = ["timeit", "-n1", "-r1", "-s", "import os, sys", words]
    return {"name": words[:9], "arguments": arguments, "accepted": accepted or (0,)}


COMMANDS = [
    [statement("print(os.environ['HOME'] == os.getcwd(), len(os.environ)); sys.exit(3)", 3)],
    [statement("sys.exit(7)", 7), statement("sys.exit('words')", 1)],
    [statement("sys.exit()")],
    [statement("print('caf\\u00e9', sys.stdin.read()); sys.exit()")],
    [statement("sys.stdout.buffer.write(b'\\xff'); sys.exit()")],
    [statement("raise KeyError(1)"), statement("sys.exit('two')"), statement("sys.exit()")],
    [statement("os.kill(os.getpid(), 9)", -9)],
    [{"name": "ruff", "arguments": ["ruff", "--version"]}],
    [{"name": "none", "arguments": ["no_such_module"]}],
]


def test_a_copy_says_and_ends_as_a_new_interpreter_does(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", CODE, str(tmp_path)],
        input=json.dumps(COMMANDS),
        capture_output=True,
        text=True,
        check=True,
    )
    told = json.loads(ran.stdout)
    assert len(told) == len(COMMANDS)
    for alone, copied in told[:-1]:
        assert copied == alone
    # The interpreter's own path stands before these words.
    (alone, copied) = told[-1]
    assert "No module named no_such_module" in alone[0][1]
    assert "No module named no_such_module" in copied[0][1]


def test_a_copy_that_does_not_end_is_stopped(tmp_path: Path) -> None:
    patience = "import specmend.generate.processes as p; p.TIMEOUT = 0.3"
    code = CODE.replace("told = []", f"{patience}\ntold = []")
    ran = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        input=json.dumps([[statement("import time; time.sleep(60)")]]),
        capture_output=True,
        text=True,
        check=True,
    )
    ((alone, copied),) = json.loads(ran.stdout)
    assert copied == alone
    assert "stopped after 0.3 seconds" in copied[0][1]
