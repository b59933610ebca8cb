"""The garbage collector set aside while a document is read or walked."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused(*, keep: bool = False) -> Iterator[None]:
    """Look for no garbage meanwhile: millions of nodes are made and none is dropped.

    Looking would take a third of the time and more. With `keep`, it is not looked for later
    either in what is left then, as that is needed to the end of the process.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if keep:
            gc.freeze()
        if was_enabled:
            gc.enable()
