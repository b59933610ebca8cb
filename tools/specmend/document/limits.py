"""How large and how deep a document may be, how long a pattern may be tried, and the refusal of what is more."""

from __future__ import annotations

import os
import re
from typing import Final

from specmend.errors import Problem, RepositoryError

_PREFIX: Final = "SPECMEND_MAX_"


def _limit(name: str, default: int, most: int | None = None) -> int:
    """A limit, raised or lowered by an environment variable where that holds a whole number above 0."""
    given = os.environ.get(_PREFIX + name, "")
    chosen = int(given[:18]) if given.isascii() and given.isdecimal() and int(given[:18]) > 0 else default
    return min(chosen, most or chosen)


def _seconds(default: float) -> float:
    """The limit of time, which may be a fraction."""
    given = os.environ.get(_PREFIX + "SECONDS", "")
    return (float(given) if re.fullmatch(r"\d{1,9}(\.\d{1,9})?", given, re.ASCII) else 0.0) or default


MAX_BYTES: Final = _limit("BYTES", 100_000_000)
"""Bytes of one file; the largest public documents hold 13 million."""

MAX_DEPTH: Final = _limit("DEPTH", 200, most=400)
"""Levels of nesting; real documents stay under 40. Walks over a tree recurse: beyond 400 the stack would end."""

MAX_NODES: Final = _limit("NODES", 10_000_000)
"""Values after every alias is expanded; the largest public documents hold about 400,000."""

MAX_STEPS: Final = _limit("STEPS", 200_000)
"""Steps of one query, which looks at one value in each; every value of the document adds some."""

MAX_QUERY: Final = _limit("QUERY", 20_000)
"""Characters of a query; ordinary ones have some hundred."""

MAX_SECONDS: Final = _seconds(0.25)
"""Seconds that the patterns of one query (match, search) may take beyond the time that any pattern takes."""

MAX_PATTERN: Final = _limit("PATTERN", 1_000, most=5_000)
"""Characters of a pattern, repetitions written out: a{9} is nine, as it is in memory.

Beyond some 10,000 nested parentheses the library that checks patterns crashes.
"""


class TooLarge(Exception):
    """A document exceeds one of the limits; `advice` says what to do."""

    def __init__(self, limit: str, most: int) -> None:
        super().__init__(f"the document exceeds the limit of {most:,} for {limit}")
        self.advice = f"make the document smaller, or set {_PREFIX}{limit.upper()} to a larger number"


def refuse_large(size: int, name: str) -> None:
    """Raise RepositoryError for a file of too many bytes, before it is read."""
    if size > MAX_BYTES:
        refusal = TooLarge("bytes", MAX_BYTES)
        found = f"{size:,} bytes"
        raise RepositoryError(Problem(message=str(refusal), file=name, found=found, advice=refusal.advice))
