"""Texts of a document as docstrings."""

from __future__ import annotations

import unicodedata

_LONGEST = 100
_DIRECTIONS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Characters that turn the direction of text (UAX 9)."""
_TAB = 4


def docstring(text: str) -> str:
    """A text between triple quotes, which it cannot end: on one line if it fits there."""
    safe = safe_text(text.strip())
    if "\n" not in safe and len(safe) <= _LONGEST and not safe.endswith('"'):
        return f'"""{safe}"""'
    return f'"""\n{safe}\n"""'


def safe_text(text: str) -> str:
    """A text as it can stand between triple quotes: without control characters and escapes.

    Tabs become spaces, because Python code is indented with these. Characters that turn the
    direction of text are left out: code would be shown in another order than it has.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").expandtabs(_TAB)
    kept = "".join(one for one in lines if one == "\n" or not _misleads(one))
    return kept.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')


def _misleads(character: str) -> bool:
    return character in _DIRECTIONS or unicodedata.category(character) in {"Cc", "Cs"}
