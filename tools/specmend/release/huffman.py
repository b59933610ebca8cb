"""Codes of few bits for what occurs often, none of them longer than a limit (RFC 1951)."""

from __future__ import annotations

from collections.abc import Sequence

Code = list[tuple[int, int]]
"""For each symbol its bits as they are written, and how many; 0 bits for one without a code."""


def lengths_of(counts: Sequence[int], limit: int) -> list[int]:
    """The bits of each symbol that make all symbols together the shortest.

    `counts` say how often each one occurs, and `limit` how many bits one may have. What never
    occurs has no code. It is the algorithm of packages and merges, by Larmore and Hirschberg.
    """
    leaves = sorted((count, [symbol]) for symbol, count in enumerate(counts) if count)
    lengths = [0] * len(counts)
    if len(leaves) == 1:
        lengths[leaves[0][1][0]] = 1
    if len(leaves) <= 1:
        return lengths
    row = leaves
    for _ in range(limit - 1):
        pairs = [
            (one[0] + other[0], one[1] + other[1])
            for one, other in zip(row[::2], row[1::2], strict=False)
        ]
        row = sorted([*leaves, *pairs], key=lambda item: item[0])
    for _, symbols in row[: 2 * len(leaves) - 2]:
        for symbol in symbols:
            lengths[symbol] += 1
    return lengths


def code_of(lengths: Sequence[int]) -> Code:
    """The code that follows from the bits of each symbol (RFC 1951 section 3.2.2)."""
    code = [(0, 0)] * len(lengths)
    value = last = 0
    for length, symbol in sorted((length, at) for at, length in enumerate(lengths) if length):
        value <<= length - last
        last = length
        code[symbol] = _turned(value, length), length
        value += 1
    return code


def _turned(value: int, length: int) -> int:
    """Bits in the other order: codes are written with their highest bit first."""
    return int(f"{value:0{length}b}"[::-1], 2)
