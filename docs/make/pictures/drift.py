"""The drift page as it looks on a pull request."""

from __future__ import annotations

import html
import re
import textwrap
from collections.abc import Sequence
from typing import Final

from docs.make.pictures.drift_example import documents, steps
from docs.make.pictures.svg import box, picture, words

from specmend.report.drift import drift_report
from specmend.report.drift_markdown import drift_page

_WIDTH: Final = 900
_INSIDE: Final = _WIDTH - 56
_ROW: Final = 18
_LETTER: Final = 6.7
"""Width of a letter of small text, as far as lines are broken by it."""

_COLORS: Final = {
    "applies": "good",
    "already-upstream": "good",
    "moved": "accent",
    "conflict": "bad",
    "gone": "warn",
    "never-matched": "warn",
    "blocked": "warn",
}


def drift() -> str:
    """The picture."""
    old, new = documents()
    page = drift_page("petstore", [drift_report(old, new, steps())])
    shapes, height = _page(page)
    return picture(
        _WIDTH,
        height + 14,
        "The drift page on a pull request",
        "A table with a row for each step and its verdict on the new upstream document: "
        "already-upstream, applies, conflict, moved and gone. Below, a table of conflicts"
        " with the recorded, upstream and own value, and a list of what upstream changed "
        "that no step touches.",
        [
            box(12, 12, _WIDTH - 24, height - 12, fill="page"),
            box(12, 12, _WIDTH - 24, 38),
            words(28, 36, "github-actions", "small strong"),
            words(136, 36, "wants to merge the new upstream document", "small", color="quiet"),
            *shapes,
        ],
    )


def _page(page: str) -> tuple[list[str], float]:
    """The Markdown of the page, drawn, and where it ends."""
    shapes: list[str] = []
    y = 64.0
    for block in re.split(r"\n\n", page.strip()):
        drawn, y = _block(block, y)
        shapes += drawn
    return shapes, y + 8


def _block(block: str, y: float) -> tuple[list[str], float]:
    if block.startswith("#"):
        style = "strong large" if block.startswith("# ") else "strong"
        return [words(28, y + 20, _shown(block.lstrip("# ")), style)], y + 34
    if block.startswith("|"):
        rows = [_cells(line) for line in block.splitlines()]
        return _table([rows[0], *rows[2:]], y)
    lines = [_shown(line.removeprefix("- ")) for line in block.splitlines()]
    shapes = [words(34, y + 14 + 20 * n, f"•  {line}", "small") for n, line in enumerate(lines)]
    return shapes, y + 20 * len(lines) + 6


def _cells(line: str) -> list[str]:
    return [_shown(cell.strip()) for cell in line.strip("|").split(" | ")]


def _shown(markdown: str) -> str:
    """What a reader sees of a line of the page: no tags, no escapes, no marks of no width."""
    text = re.sub("</?(?:span|code)>", "", markdown)
    text = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)
    return html.unescape(text).replace("\u200b", "")


def _table(rows: Sequence[Sequence[str]], y: float) -> tuple[list[str], float]:
    widths = _widths(rows)
    shapes: list[str] = []
    for number, row in enumerate(rows):
        wrapped = [_wrapped(cell, width) for cell, width in zip(row, widths, strict=True)]
        height = _ROW * max(map(len, wrapped)) + 12
        left, fill = 28.0, "page" if number else "card"
        for cell, width in zip(wrapped, widths, strict=True):
            shapes.append(box(left, y, width, height, fill=fill, corner=0))
            shapes += _text(cell, left, y, heading=not number)
            left += width
        y += height
    return shapes, y + 14


def _widths(rows: Sequence[Sequence[str]]) -> list[float]:
    """Each column is as wide as its longest cell; the widest one gets what is left."""
    longest = [
        max(len(cell) for cell in column) * _LETTER + 28 for column in zip(*rows, strict=True)
    ]
    widest = longest.index(max(longest))
    others = sum(longest) - longest[widest]
    longest[widest] = _INSIDE - others
    return longest


def _wrapped(cell: str, width: float) -> list[str]:
    plain = cell.replace("`", "")
    return textwrap.wrap(plain, int((width - 20) / _LETTER), break_on_hyphens=False) or [""]


def _text(lines: Sequence[str], left: float, y: float, *, heading: bool) -> list[str]:
    style = "small strong" if heading or lines[0] in _COLORS else "small"
    color = _COLORS.get(lines[0], "text")
    return [
        words(left + 10, y + 19 + _ROW * number, line, style, color=color)
        for number, line in enumerate(lines)
    ]
