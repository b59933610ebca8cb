"""More room on the stack for the validator, which takes many calls for one level of a document."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_CALLS: Final = 20_000
"""Enough for 400 levels, the most that a document may have: there are about 40 calls for each."""


@contextmanager
def deep_stack() -> Iterator[None]:
    """Let Python call that deep; as it was afterwards."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(max(before, _CALLS))
    try:
        yield
    finally:
        sys.setrecursionlimit(before)
