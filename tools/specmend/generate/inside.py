"""Runs modules in this process, so that nothing is loaded for them again.

For a process that works on one API and ends: what a module leaves behind goes with it.
"""

from __future__ import annotations

import contextlib
import io
import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any


def run_inside(
    module: str,
    arguments: Sequence[str],
    *,
    folder: Path,
    environment: Mapping[str, str],
    seconds: float,
) -> tuple[int, str, str]:
    """Do what `python -m module` does; give the exit code, and what was said to both outputs.

    The process ends by SIGPROF where that takes more than `seconds` of CPU time.
    """
    output, words = _Words(), _Words()
    with (
        contextlib.redirect_stdout(output),
        contextlib.redirect_stderr(words),
        _surroundings(folder, environment),
        _arguments([module, *arguments]),
        _limited(seconds),
    ):
        code = _exit_code(module)
    return code, output.text(), words.text()


def _exit_code(module: str) -> int:
    """The exit code that an interpreter would make of the end of the module."""
    try:
        code = _main_of(module)()
    except SystemExit as stop:
        code = stop.code
    except Exception:  # noqa: BLE001 - as the interpreter does: told, and the exit code is 1
        traceback.print_exc()
        return 1
    if code is None or isinstance(code, int):
        return (code or 0) & 0xFF
    # Words instead of a code are said, and mean a failure.
    sys.stderr.write(f"{code}\n")
    return 1


def _main_of(module: str) -> Callable[[], Any]:
    """The function that a module, or the `__main__` of a package, calls when it is run."""
    found = import_module(module)
    if hasattr(found, "__path__"):
        found = import_module(f"{module}.__main__")
    main: Callable[[], Any] = found.main
    return main


@contextlib.contextmanager
def _surroundings(folder: Path, environment: Mapping[str, str]) -> Iterator[None]:
    """Be in a folder, and see no variables but those of `environment`."""
    before, variables = Path.cwd(), dict(os.environ)
    os.chdir(folder)
    _set_variables(environment)
    try:
        yield
    finally:
        os.chdir(before)
        _set_variables(variables)


def _set_variables(variables: Mapping[str, str]) -> None:
    os.environ.clear()
    os.environ.update(variables)


@contextlib.contextmanager
def _arguments(words: list[str]) -> Iterator[None]:
    before = sys.argv
    sys.argv = words
    try:
        yield
    finally:
        sys.argv = before


@contextlib.contextmanager
def _limited(seconds: float) -> Iterator[None]:
    """End the process where it computes for longer; nothing that a module does can delay that."""
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


class _Words(io.TextIOWrapper):
    """What is written to an output of a process, as text or as octets."""

    def __init__(self) -> None:
        self._octets = io.BytesIO()
        super().__init__(
            self._octets, encoding="utf-8", errors="surrogateescape", write_through=True
        )

    def text(self) -> str:
        self.flush()
        return self._octets.getvalue().decode("utf-8", "replace")
