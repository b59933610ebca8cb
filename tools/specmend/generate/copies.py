"""Runs Python modules in copies of this process, so that none of them is imported again.

Only systems with `fork` can copy a process, and only one without threads should be copied.
"""

from __future__ import annotations

import contextlib
import os
import runpy
import select
import signal
import sys
import tempfile
import traceback
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO, NoReturn


class Copy:
    """A module that runs in a copy of this process: as much of `Popen` as is asked for."""

    def __init__(
        self,
        module: str,
        arguments: Sequence[str],
        *,
        folder: Path,
        environment: Mapping[str, str],
    ) -> None:
        self.returncode: int | None = None
        self._said = [tempfile.TemporaryFile() for _ in range(2)]  # noqa: SIM115 - closed by communicate
        self._ended, alive = os.pipe()
        self._pid = os.fork()
        if self._pid == 0:
            # Open as long as the copy runs, in a program that takes its place too.
            os.set_inheritable(alive, True)
            _become(module, arguments, folder, environment, self._said)
        os.close(alive)

    def communicate(self, timeout: float | None = None) -> tuple[str, str]:
        """Wait for the end, and give what was written to standard output and standard error.

        Raises TimeoutError after `timeout` seconds.
        """
        ended, _, _ = select.select([self._ended], [], [], timeout)
        if not ended:
            raise TimeoutError
        _, status = os.waitpid(self._pid, 0)
        self.returncode = os.waitstatus_to_exitcode(status)
        os.close(self._ended)
        output, words = map(_text, self._said)
        return output, words

    def kill(self) -> None:
        """Stop it at once."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self._pid, signal.SIGKILL)


def _become(
    module: str,
    arguments: Sequence[str],
    folder: Path,
    environment: Mapping[str, str],
    said: Sequence[IO[bytes]],
) -> NoReturn:
    """Run the module in the copy, which ends with it whatever happens."""
    code = 1
    try:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        os.chdir(folder)
        os.environ.clear()
        os.environ.update(environment)
        for number, file in enumerate(said, start=1):
            os.dup2(file.fileno(), number)
        sys.argv = [module, *arguments]
        runpy.run_module(module, run_name="__main__", alter_sys=True)
        code = 0
    except SystemExit as stop:
        code = _code_of(stop)
    except BaseException:  # noqa: BLE001 - as the interpreter does: told, and the exit code is 1
        traceback.print_exc()
    finally:
        with contextlib.suppress(OSError):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(code)


def _code_of(stop: SystemExit) -> int:
    """The exit code that the interpreter makes of it: words are said, and mean a failure."""
    if stop.code is None or isinstance(stop.code, int):
        return (stop.code or 0) & 0xFF
    sys.stderr.write(f"{stop.code}\n")
    return 1


def _text(file: IO[bytes]) -> str:
    with file:
        file.seek(0)
        return file.read().decode("utf-8", "replace")
