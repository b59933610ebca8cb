"""Text of documents that stays text in Markdown on GitHub: no markup, no mention, no link."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Final

_BREAK: Final = "&#8203;"
"""A zero-width space. It keeps GitHub from a mention or a link; a backslash does not."""

_MARKUP: Final = str.maketrans(
    {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        "|": "&#124;",
        # What GitHub's documentation has for a sign that begins no formula.
        "$": "<span>$</span>",
        **{mark: f"\\{mark}" for mark in "\\`*[]~#"},
    }
)
_IN_CODE: Final[Mapping[int, str]] = {
    ord(mark): f"&#{ord(mark)};" for mark in "&<>|$\\`*_[]~#:@\u200b"
}
_LINK_IN_CODE: Final = re.compile(r"@|:(?=//)|\bwww(?=\.)|\b(?:mailto|xmpp)(?=:)", re.IGNORECASE)
"""What is made a link of between tags of HTML, even where these say that it is code."""

_EMPHASIS: Final = re.compile(r"(?<![0-9A-Za-z])_|_(?![0-9A-Za-z])")
_LIST: Final = re.compile(r"^(?:(\d+)(?=[.)])|(?=[-+=]))")
_LINK: Final = re.compile(
    r"@"
    r"|\\#(?=\d)"
    r"|:(?=//)"
    r"|\bwww(?=\.)"
    r"|\bGH(?=-\d)"
    r"|\b(?:mailto|xmpp)(?=:)"
    r"|:(?=[a-z+-][0-9a-z_+-]*:)",
    re.IGNORECASE,
)
"""What GitHub makes a link, a mention or a picture of, up to where a break keeps it from that."""

_LINES: Final = re.compile("[\t-\r\x1c-\x1e\x85\u2028\u2029]+")
_KEPT: Final = frozenset("\n\t\u200d")
"""Line breaks, tabs, and the joiner of emoji."""

_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Categories of characters that nobody sees, or that turn the direction of others."""


def inert(text: str) -> str:
    """Text as one line of plain text; what stands between backticks is code.

    Each mark that CommonMark 0.31 or GitHub would read as more than itself is escaped. The line may
    stand in a paragraph, a list and a cell of a table.
    """
    pieces = seen(text).split("`")
    if len(pieces) % 2 == 0:
        return _plain("`".join(pieces))
    written = (code(one) if index % 2 else _plain(one) for index, one in enumerate(pieces) if one)
    return "".join(written)


def code(text: str) -> str:
    """Text as code on one line, which may stand in a cell of a table as well."""
    shown = seen(text)
    if not shown:
        return "<code>&#32;</code>"
    if "`" in shown or "|" in shown:
        broken = _LINK_IN_CODE.sub("\\g<0>\u200b", shown)
        return f"<code>{broken.translate(_IN_CODE)}</code>"
    return f"`{shown}`"


def seen(text: str) -> str:
    """Text on one line; each character of it that nobody would see is written as an escape."""
    return visible(_LINES.sub(" ", text).strip())


def visible(text: str) -> str:
    """Text in which each character that nobody would see is an escape, but for line breaks."""
    return text if text.isprintable() else "".join(map(_seen, text))


def shortened(text: str, most: int) -> str:
    """Text cut to `most` characters; the number of the others stands behind it."""
    if len(text) <= most:
        return text
    return f"{text[:most]}… ({len(text) - most:,} more characters)"


def _plain(text: str) -> str:
    escaped = _EMPHASIS.sub(r"\\_", text.translate(_MARKUP))
    escaped = _LIST.sub(r"\1\\", escaped)
    return _LINK.sub(rf"\g<0>{_BREAK}", escaped)


def _seen(character: str) -> str:
    is_unseen = character not in _KEPT and unicodedata.category(character) in _UNSEEN
    return ascii(character)[1:-1] if is_unseen else character
