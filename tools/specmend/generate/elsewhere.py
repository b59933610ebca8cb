"""A value that a copy of this process computes, while this one goes on."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable
from typing import Generic, NoReturn, TypeVar

_T = TypeVar("_T")


class Elsewhere(Generic[_T]):
    """What a function gives in a copy of this process, which must be able to fork."""

    def __init__(self, compute: Callable[[], _T]) -> None:
        self._read, write = os.pipe()
        self._copy = os.fork()
        if self._copy == 0:
            _tell(compute, write)
        os.close(write)

    def take(self) -> _T | None:
        """Wait for the value; None where the copy ended without one."""
        with os.fdopen(self._read, "rb") as file:
            data = file.read()
        _, status = os.waitpid(self._copy, 0)
        value: _T | None = None if status else pickle.loads(data)  # noqa: S301 - we wrote it
        return value


def _tell(compute: Callable[[], _T], write: int) -> NoReturn:
    code = 1
    try:
        with os.fdopen(write, "wb") as file:
            file.write(pickle.dumps(compute()))
        code = 0
    finally:
        os._exit(code)
