"""How large and how deep a document may be, and the refusal of one that is more."""

from __future__ import annotations

from typing import Final

MAX_DEPTH: Final = 200
"""Levels of nesting; real documents stay under 40, and walks over a tree may recurse."""

MAX_NODES: Final = 10_000_000
"""Values after every alias is expanded; the largest public documents hold about 400,000."""


class TooLarge(Exception):
    """A document exceeds one of the limits; `advice` says what to do."""

    def __init__(self, limit: str, most: int) -> None:
        super().__init__(f"the document exceeds the limit of {most:,} for {limit}")
        self.advice = f"make the document smaller, or raise the limit for {limit} in specmend's document/limits.py"
