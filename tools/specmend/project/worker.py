"""A process that works on several APIs: `python -m specmend.project.worker`.

The first line of its input names the file of the assignment, each other one an API by its number.
Its output is one JSON object on each line: what is being done, and which API ended.
"""

from __future__ import annotations

import gc
import json
import os
import pickle
import shutil
import signal
import tempfile
import traceback
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import Any

from specmend.project.job import GOODBYE, Assignment, Say, work_on


def main() -> None:
    """Do what the input says, until it ends."""
    # What is loaded stays, and the collector would look at it again and again.
    gc.disable()
    # Ctrl-C is for the process that gave the assignment.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # What prints must not disturb the messages.
    say = partial(_say, os.dup(1))
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    try:
        lines = _lines()
        content = Path(os.fsdecode(next(lines))).read_bytes()
        assignment: Assignment = pickle.loads(content)  # noqa: S301 - our own process wrote it
        # All that is temporary goes with the folder, even if nobody else can remove it.
        os.environ["TMPDIR"] = tempfile.tempdir = str(assignment.folder)
        if assignment.forks:
            from specmend.project.forks import Forks

            Forks(assignment, say).serve()
        else:
            _serve(assignment, lines, say)
    except Exception:  # noqa: BLE001 - it is raised in the process that gave the assignment
        say({"bug": traceback.format_exc()})


def _serve(assignment: Assignment, lines: Iterator[bytes], say: Say) -> None:
    """Work on one API after the other here, while a thread waits for the end of the input."""
    heard: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_hear, args=(assignment, lines, heard), daemon=True).start()
    gc.enable()
    while (line := heard.get()) != GOODBYE:
        work_on(assignment, int(line), say)
        say({"ended": int(line), "code": 0})


def _hear(assignment: Assignment, lines: Iterator[bytes], heard: SimpleQueue[bytes]) -> None:
    for line in lines:
        heard.put(line)
        if line == GOODBYE:
            return
    for folder in assignment.temporary:
        shutil.rmtree(folder, ignore_errors=True)
    os._exit(1)


def _lines() -> Iterator[bytes]:
    """The lines of the input; nothing of the next one is read before that is asked for."""
    with os.fdopen(0, "rb", buffering=0, closefd=False) as file:
        while line := file.readline():
            yield line.strip()


def _say(output: int, message: dict[str, Any]) -> None:
    """Write a message at once: then those of several processes do not mix (POSIX, PIPE_BUF)."""
    os.write(output, json.dumps(message).encode() + b"\n")


if __name__ == "__main__":
    main()
    # To free all that was loaded would take longer than many an API does.
    os._exit(0)
