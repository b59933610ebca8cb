"""Where each piece of the picture of a timeline stands, in units of the picture."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from specmend.report.matrix import KINDS, SYMBOLS
from specmend.report.timeline import in_words
from specmend.review.timeline import Timeline
from specmend.steps.step_name import digits_of

CELL: Final = 28
"""The width and the height of a cell."""

_LABEL: Final = 330
_HEAD: Final = 84
_LONGEST: Final = 40
"""So many characters of a title fit beside its row."""

_VERSION: Final = 14
"""So many characters of a version's name fit above its column."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Picture:
    """A picture with its size, its columns, rows and cells, and the same in words.

    `columns` have x and y of the middle of their foot, the name, and more about the version. `rows`
    have y, the number, the title, the mark, and cells. A cell has x, a symbol, how it looks, and
    words.
    """

    width: int
    height: int
    head: int
    cell: int
    label: int
    columns: tuple[Mapping[str, Any], ...]
    rows: tuple[Mapping[str, Any], ...]
    legend: tuple[tuple[str, str, str], ...]
    timeline: Timeline


def picture_of(timeline: Timeline) -> Picture:
    """The picture of a timeline: columns are versions, rows are steps."""
    columns = [
        {"x": _LABEL + index * CELL + CELL // 2, "name": _cut(version.name, _VERSION),
         "title": f"{version.name} {version.detail}".strip()}
        for index, version in enumerate(timeline.versions)
    ]  # fmt: skip
    return Picture(
        width=_LABEL + len(columns) * CELL + 60,
        height=_HEAD + len(timeline.rows) * CELL + 4,
        head=_HEAD,
        cell=CELL,
        label=_LABEL,
        columns=tuple(columns),
        rows=tuple(_row(timeline, number) for number in range(len(timeline.rows))),
        legend=tuple((SYMBOLS[one], str(one), KINDS[one]) for one in timeline.verdicts),
        timeline=timeline,
    )


def _row(timeline: Timeline, number: int) -> Mapping[str, Any]:
    row = timeline.rows[number]
    cells = [
        {"x": _LABEL + index * CELL, "symbol": SYMBOLS[verdict], "kind": KINDS[verdict],
         "title": f"{digits_of(row.number)} on {timeline.versions[index].name}: {verdict}"}
        for index, verdict in enumerate(row.verdicts)
        if verdict is not None
    ]  # fmt: skip
    return {
        "y": _HEAD + number * CELL,
        "number": digits_of(row.number),
        "title": _cut(row.title, _LONGEST if not row.mark else _LONGEST - 2 - len(row.mark)),
        "mark": row.mark,
        "cells": cells,
        "words": in_words(row, timeline.versions),
    }


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
