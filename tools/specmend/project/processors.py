"""How many processors this process may use."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

MOST_JOBS: Final = 256
"""The most APIs that may be in work at once: each of them is a process."""

_QUOTA: Final = Path("/sys/fs/cgroup/cpu.max")


def usable_processors(quota: Path = _QUOTA) -> int:
    """The processors that this process may use, at least one.

    A container may be given less than the machine has: `quota` is where Linux says so.
    """
    return max(1, min(_given(), _allowed(quota), MOST_JOBS))


def _given() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _allowed(quota: Path) -> int:
    """Microseconds of work in each period of microseconds, in whole processors."""
    try:
        work, period = quota.read_text("ascii").split()
        return max(1, int(work) // int(period))
    except (OSError, ValueError, ZeroDivisionError):
        return MOST_JOBS
