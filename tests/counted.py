"""Work that is counted, for tests that something is cheap: a count is the same on every machine."""

from __future__ import annotations

import gc
import sys
import tracemalloc
from collections.abc import Callable
from contextlib import suppress


def calls_of(work: Callable[[], object]) -> int:
    """How many functions are called in a piece of work, those of C too, until it ends or raises."""
    count = 0

    def note(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    gc.disable()  # what is collected meanwhile has finalizers of its own
    sys.setprofile(note)
    try:
        with suppress(Exception):
            work()
    finally:
        sys.setprofile(before)
        gc.enable()
    return count


def memory_of(work: Callable[[], object]) -> int:
    """How many bytes a piece of work has in use at its peak beyond those before it."""
    tracing = tracemalloc.is_tracing()
    if not tracing:
        tracemalloc.start()
    try:
        tracemalloc.reset_peak()
        before, _ = tracemalloc.get_traced_memory()
        work()
        return tracemalloc.get_traced_memory()[1] - before
    finally:
        if not tracing:
            tracemalloc.stop()
