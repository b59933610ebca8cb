"""How deep a document may be, how much work a query and its patterns, and the refusal of what is more."""

from __future__ import annotations

import os
import re
from typing import Final

from specmend.storage.read import LIMIT_PREFIX, limit


def _seconds(default: float) -> float:
    """The limit of time, which may be a fraction."""
    given = os.environ.get(LIMIT_PREFIX + "SECONDS", "")
    return (
        float(given) if re.fullmatch(r"\d{1,9}(\.\d{1,9})?", given, re.ASCII) else 0.0
    ) or default


MAX_DEPTH: Final = limit("DEPTH", 200, most=400)
"""Levels of nesting; real documents stay under 40. Walks over a tree recurse: beyond 400 the stack would end."""

MAX_NODES: Final = limit("NODES", 10_000_000)
"""Values after every alias is expanded; the largest public documents hold about 400,000."""

MAX_COPIED: Final = limit("COPIED", 150_000)
"""Values that one action may write, at all of its places together; copies of copies double with each."""

MAX_STEPS: Final = limit("STEPS", 200_000)
"""Steps of one query, which looks at one value in each; every value of the document adds some."""

MAX_QUERY: Final = limit("QUERY", 20_000)
"""Characters of a query; ordinary ones have some hundred."""

MAX_SECONDS: Final = _seconds(0.25)
"""Seconds that the patterns of one query (match, search) may take beyond the time that any pattern takes."""

MAX_PATTERN: Final = limit("PATTERN", 1_000, most=5_000)
"""Characters of a pattern, repetitions written out: a{9} is nine, as it is in memory.

Beyond some 10,000 nested parentheses the library that checks patterns crashes.
"""


class TooLarge(Exception):
    """A document exceeds one of the limits; `advice` says what to do."""

    def __init__(self, limit: str, most: int) -> None:
        super().__init__(f"the document exceeds the limit of {most:,} for {limit}")
        self.advice = (
            f"make the document smaller, or set {LIMIT_PREFIX}{limit.upper()} to a larger number"
        )
