"""A small drawing kit: every picture of docs/ has its colors and letters from here.

Pictures follow the reader's color scheme. They use no font, script or image from elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

MONO_WIDTH: Final = 7.25
"""Width of a letter of code, in pixels: 0.6 of its height."""

LINE: Final = 18
"""Height of a line of code, in pixels."""

_LIGHT: Final = {
    "page": "#ffffff",
    "card": "#f6f8fa",
    "line": "#d1d9e0",
    "text": "#1f2328",
    "quiet": "#59636e",
    "accent": "#0969da",
    "accent-card": "#ddf4ff",
    "good": "#1a7f37",
    "good-card": "#dafbe1",
    "bad": "#cf222e",
    "bad-card": "#ffebe9",
    "warn": "#9a6700",
    "warn-card": "#fff8c5",
}
_DARK: Final = {
    "page": "#0d1117",
    "card": "#161b22",
    "line": "#3d444d",
    "text": "#e6edf3",
    "quiet": "#9198a1",
    "accent": "#4493f8",
    "accent-card": "#12294a",
    "good": "#3fb950",
    "good-card": "#12331f",
    "bad": "#f85149",
    "bad-card": "#42171a",
    "warn": "#d29922",
    "warn-card": "#37290a",
}
_SANS: Final = 'system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif'
_MONO: Final = 'ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace'


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a line of code in one color."""

    text: str
    color: str = "text"


def picture(
    width: float, height: float, title: str, description: str, shapes: Iterable[str]
) -> str:
    """A whole picture, with the words that a screen reader says."""
    size = f'width="{_number(width)}" height="{_number(height)}"'
    view = f'viewBox="0 0 {_number(width)} {_number(height)}"'
    said = 'role="img" aria-labelledby="title description"'
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {view} {size} {said}>',
        f'<title id="title">{escape(title)}</title>',
        f'<desc id="description">{escape(description)}</desc>',
        f"<style>{_style()}</style>",
        f'<rect class="fill-page" {size} rx="10"/>',
        *shapes,
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def box(
    x: float,
    y: float,
    width: float,
    height: float,
    *,
    fill: str = "card",
    edge: str = "line",
    corner: int = 8,
) -> str:
    """A box, with round corners unless told otherwise."""
    return (
        f'<rect class="fill-{fill} edge-{edge}" x="{_number(x)}" y="{_number(y)}"'
        f' width="{_number(width)}" height="{_number(height)}" rx="{corner}"/>'
    )


def stripe(x: float, y: float, width: float, fill: str) -> str:
    """The colored ground behind one line of code; `y` is the line's base."""
    return (
        f'<rect class="fill-{fill}" x="{_number(x)}" y="{_number(y - 13)}"'
        f' width="{_number(width)}" height="{LINE}"/>'
    )


def words(
    x: float, y: float, text: str, style: str = "", *, color: str = "text", anchor: str = "start"
) -> str:
    """A line of plain text; styles are `strong`, `small` and `large`, and several may be given."""
    classes = " ".join(filter(None, ("sans", style, f"fill-{color}")))
    return (
        f'<text class="{classes}" x="{_number(x)}" y="{_number(y)}" text-anchor="{anchor}">'
        f"{escape(text, quote=False)}</text>"
    )


def code(x: float, y: float, spans: Sequence[Span]) -> str:
    """A line of code: its width does not depend on the font that the reader has."""
    text = "".join(span.text for span in spans)
    if not text.strip():
        return ""
    length = _number(len(text) * MONO_WIDTH)
    parts = "".join(
        f'<tspan class="fill-{span.color}">{escape(span.text, quote=False)}</tspan>'
        for span in spans
    )
    return (
        f'<text class="mono" xml:space="preserve" x="{_number(x)}" y="{_number(y)}"'
        f' textLength="{length}" lengthAdjust="spacingAndGlyphs">{parts}</text>'
    )


def arrow(
    points: Sequence[tuple[float, float]], *, color: str = "quiet", dashed: bool = False
) -> str:
    """A line through points with a head at its end, which must be reached along an axis."""
    (x0, y0), (x, y) = points[-2:]
    across, down = _sign(x - x0), _sign(y - y0)
    path = " ".join(
        f"{'L' if i else 'M'}{_number(a)} {_number(b)}" for i, (a, b) in enumerate(points)
    )
    back_x, back_y = x - 8 * across, y - 8 * down
    head = (
        f"M{_number(back_x - 4.5 * down)} {_number(back_y - 4.5 * across)}"
        f" L{_number(x)} {_number(y)}"
        f" L{_number(back_x + 4.5 * down)} {_number(back_y + 4.5 * across)}"
    )
    style = f"edge-{color} wire" + (" dashed" if dashed else "")
    return f'<path class="{style}" d="{path}"/><path class="edge-{color} wire" d="{head}"/>'


def _style() -> str:
    dark = "".join(_rules(_DARK))
    return (
        f".sans{{font:14px {_SANS}}}.mono{{font:12px {_MONO}}}.strong{{font-weight:600}}"
        ".small{font-size:12px}.large{font-size:16px}"
        ".wire{fill:none;stroke-width:1.6;stroke-linecap:round;stroke-linejoin:round}"
        ".dashed{stroke-dasharray:2 5}"
        + "".join(_rules(_LIGHT))
        + f"@media (prefers-color-scheme: dark){{{dark}}}"
    )


def _rules(colors: dict[str, str]) -> Iterable[str]:
    for name, color in colors.items():
        yield f".fill-{name}{{fill:{color}}}.edge-{name}{{stroke:{color}}}"


def _sign(number: float) -> int:
    return (number > 0) - (number < 0)


def _number(number: float) -> str:
    return f"{number:.1f}".rstrip("0").rstrip(".")
