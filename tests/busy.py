"""A machine whose cores all have something else to do."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Final

_SPIN: Final = "while time.process_time() < 60:\n    pass"
"""A program that never waits; it ends by itself where nobody ends it."""


@contextmanager
def busy_machine() -> Iterator[None]:
    """A process for each core that computes nothing, until the block ends."""
    words = [sys.executable, "-c", f"import time\n{_SPIN}"]
    with ExitStack() as stack:
        for _ in range(os.cpu_count() or 1):
            process = stack.enter_context(subprocess.Popen(words))
            stack.callback(process.kill)
        yield
