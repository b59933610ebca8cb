"""Texts of a document in the Markdown pages of a client (CommonMark 0.31)."""

from __future__ import annotations

import re
from typing import Final

_CODE: Final = re.compile("(`+[^`]+`+)")
_TAG: Final = re.compile("<(?=[A-Za-z/!?])")
_BLOCK: Final = re.compile("^(?=```|~~~|#|>)")


def in_markdown(text: str) -> str:
    """A text as one line of a paragraph: it begins no block, and its tags are shown as text."""
    parts = _CODE.split(" ".join(text.split()))
    shown = (part if _CODE.fullmatch(part) else _TAG.sub("&lt;", part) for part in parts)
    return _BLOCK.sub(r"\\", "".join(shown))


def in_table(text: str) -> str:
    """The same inside of a table, whose cells a bar would end."""
    return in_markdown(text).replace("|", "\\|")


def in_code_span(text: str) -> str:
    """What stands between the backticks of a code span, which it cannot end."""
    return " ".join(text.split()).replace("`", "'")


def in_table_code(text: str) -> str:
    """The same inside of a table, whose cells a bar would end."""
    return in_code_span(text).replace("|", "\\|")
