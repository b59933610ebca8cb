"""The digest of a fact, by which runs and reports know it again."""

from __future__ import annotations

import hashlib
from typing import Final

from specmend.document.tree.values import MISSING, Tree, canonical

_LENGTH: Final = 12


def cause_of(check: str, place: str, before: Tree, after: Tree) -> str:
    """The first 12 hexadecimal digits of SHA-256 over the id, the place and both values.

    No line, no file name and no order of keys counts.
    """
    values = [None if value is MISSING else [value] for value in (before, after)]
    text = canonical([check, place, *values])
    return hashlib.sha256(text.encode()).hexdigest()[:_LENGTH]
