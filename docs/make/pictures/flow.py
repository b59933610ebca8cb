"""The way of the data: from the owner's document to the client, and round again when it moves."""

from __future__ import annotations

from docs.make.pictures.svg import arrow, box, picture, words

_TOP, _LOW, _HEIGHT = 62, 206, 84
_MIDDLE = _TOP + _HEIGHT / 2
_OWNER, _UPSTREAM, _STEPS, _SANITIZED, _CLIENT = 28, 252, 458, 556, 792
"""Left edges of the boxes."""
_JOIN = _STEPS + 62


def flow() -> str:
    """The picture."""
    return picture(
        944,
        322,
        "How specmend works",
        "The owner's OpenAPI document is fetched and pinned, untouched. Recorded steps "
        "correct it. The sanitized document is validated, and a typed client is built "
        "from it. When the owner publishes a new version, drift judges every step on it, "
        "and update brings the steps along.",
        [*_grounds(), *_main_row(), *_lower_row(), *_wires()],
    )


def _grounds() -> list[str]:
    return [
        box(12, 12, 172, 298, fill="accent-card", edge="accent"),
        words(28, 38, "Somebody else's", "small strong", color="accent"),
        words(_UPSTREAM, 38, "Your repository", "small strong", color="quiet"),
    ]


def _main_row() -> list[str]:
    owner, pinned = (
        ("as its owner", "publishes it"),
        ("untouched, pinned by", "its digest in pin.toml"),
    )
    corrected, client = (
        ("corrected; all other", "lines keep their bytes"),
        ("typed Python,", "sync and async"),
    )
    return [
        *_station(_OWNER, _TOP, 140, "OpenAPI file", owner),
        *_station(_UPSTREAM, _TOP, 172, "upstream.yaml", pinned),
        *_station(_SANITIZED, _TOP, 168, "sanitized.yaml", corrected),
        *_station(_CLIENT, _TOP, 140, "Client package", client, good=True),
    ]


def _lower_row() -> list[str]:
    return [
        *_station(_OWNER, _LOW, 140, "New version", ("whenever its", "owner likes")),
        *_station(_UPSTREAM, _LOW, 136, "Verdicts", ("one for each step,", "for review")),
        *_station(_STEPS, _LOW, 124, "Steps", ("small recorded", "edits with reasons")),
        box(632, _LOW + 4, 300, _HEIGHT - 8, fill="good-card", edge="good"),
        words(648, _LOW + 30, "specmend check", "strong", color="good"),
        words(648, _LOW + 49, "proves that the client follows from the", "small"),
        words(648, _LOW + 65, "pinned file and the steps, byte for byte", "small"),
    ]


def _wires() -> list[str]:
    low = _LOW + _HEIGHT / 2
    owner_end, verdicts_end = _OWNER + 140, _UPSTREAM + 136
    client_gap = (_SANITIZED + 168 + _CLIENT) / 2
    return [
        arrow([(owner_end, _MIDDLE), (_UPSTREAM, _MIDDLE)]),
        _label(218, _MIDDLE, "fetch"),
        arrow([(_UPSTREAM + 172, _MIDDLE), (_JOIN - 13, _MIDDLE)]),
        arrow([(_JOIN + 12, _MIDDLE), (_SANITIZED, _MIDDLE)]),
        arrow([(_SANITIZED + 168, _MIDDLE), (_CLIENT, _MIDDLE)]),
        _label(client_gap, _MIDDLE, "build"),
        arrow([(_JOIN, _LOW), (_JOIN, _MIDDLE + 13)], color="accent"),
        f'<circle class="fill-page edge-accent" cx="{_JOIN}" cy="{_MIDDLE:.0f}" r="12"/>',
        words(_JOIN, _MIDDLE + 5, "+", "strong large", color="accent", anchor="middle"),
        arrow([(98, _TOP + _HEIGHT), (98, _LOW)], dashed=True),
        arrow([(owner_end, low), (_UPSTREAM, low)]),
        _label(218, low, "drift"),
        arrow([(verdicts_end, low), (_STEPS, low)]),
        _label((verdicts_end + _STEPS) / 2 - 2, low, "update"),
    ]


def _label(x: float, y: float, text: str) -> str:
    """What is written over an arrow."""
    return words(x, y - 8, text, "small", color="quiet", anchor="middle")


def _station(
    x: float, y: float, width: float, head: str, lines: tuple[str, ...], *, good: bool = False
) -> list[str]:
    """A box with its name, and what is to know about it below."""
    fill, edge = ("good-card", "good") if good else ("page", "line")
    middle = x + width / 2
    shapes = [
        box(x, y, width, _HEIGHT, fill=fill, edge=edge),
        words(middle, y + 28, head, "strong", anchor="middle"),
    ]
    for number, line in enumerate(lines):
        base = y + 47 + 16 * number
        shapes.append(words(middle, base, line, "small", color="quiet", anchor="middle"))
    return shapes
