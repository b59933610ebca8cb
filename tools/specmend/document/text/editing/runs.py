"""Names of a mapping in stretches that follow one another as they did before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from specmend.document.text.editing.align import shared_front


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of names by their old positions, and the first of them; -1 for a new name."""

    name: str
    start: int
    stop: int


def runs(
    names: Sequence[str], index: Mapping[str | int, int], changed: Collection[int]
) -> list[Run]:
    """The names in runs of entries that did not change; each other name is a run of its own.

    `index` has the old positions by name, in order, and `changed` those that changed.
    """
    before = list(index)
    breaks = [*sorted(changed), len(before)]
    found: list[Run] = []
    at = 0
    while at < len(names):
        start = index.get(names[at], -1)
        stop = start + 1
        if start >= 0 and start not in changed:
            limit = breaks[bisect_left(breaks, start)]
            stop = start + shared_front(names[at : at + limit - start], before[start:limit])
        found.append(Run(names[at], start, stop))
        at += stop - start
    return found
