"""Compresses as RFC 1951 has it, to the same bytes on every machine and in every year.

What zlib makes of the same bytes depends on which zlib Python was linked with, and what zopfli
makes of them on the floating point of the machine (google/zopfli#20). A release is the same bytes
wherever it is built, so this module counts in integers, and must never give other bytes than today.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from specmend.release.huffman import Code, code_of, lengths_of

_WINDOW: Final = 32_768
_SHORTEST: Final = 4
_LONGEST: Final = 258
_TRIES: Final = 12
"""How many earlier places are looked at for a longer match."""
_ENOUGH: Final = 64
"""A match of so many bytes is long enough."""
_BLOCK: Final = 16_384
"""How many tokens a block holds; each has codes of its own."""

_END: Final = 256
_LONGEST_STORED: Final = 65_535
_REPEATED, _FEW_ZEROS, _MANY_ZEROS = 16, 17, 18
_ORDER: Final = (16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15)

Token = tuple[int, int]
"""A byte and 0; or the length of a match, and how far back it begins."""


def _steps(first: int, extras: Sequence[int]) -> list[tuple[int, int]]:
    """The first value and the extra bits of each symbol (RFC 1951 section 3.2.5)."""
    made = []
    for extra in extras:
        made.append((first, extra))
        first += 1 << extra
    return made


_LENGTHS: Final = [
    *_steps(3, [0] * 8 + [bits for bits in (1, 2, 3, 4, 5) for _ in range(4)]),
    (_LONGEST, 0),
]
_DISTANCES: Final = _steps(1, [0, 0, *(bits for bits in range(14) for _ in range(2))])
_LENGTH_SYMBOL: Final = [
    max(symbol for symbol, (first, _) in enumerate(_LENGTHS) if first <= max(length, 3))
    for length in range(_LONGEST + 1)
]
_FIXED_LITERALS: Final = code_of([8] * 144 + [9] * 112 + [7] * 24 + [8] * 8)
_FIXED_DISTANCES: Final = code_of([5] * 30)


def deflate(data: bytes) -> bytes:
    """The bytes compressed, without header or checksum."""
    bits = _Bits()
    tokens = list(_tokens(data))
    starts = range(0, len(tokens), _BLOCK) or range(1)
    begin = 0
    for start in starts:
        part = tokens[start : start + _BLOCK]
        size = sum(token[0] if token[1] else 1 for token in part)
        _write_block(bits, part, data[begin : begin + size], is_last=start == starts[-1])
        begin += size
    return bits.finish()


class _Bits:
    """Bits packed into bytes, from the lowest one of each byte on."""

    def __init__(self) -> None:
        self._bytes = bytearray()
        self._held = 0
        self._count = 0

    def add(self, value: int, count: int) -> None:
        """Append the lowest bits of a value, the lowest one first."""
        self._held |= value << self._count
        self._count += count
        if self._count >= 64:  # noqa: PLR2004 - eight bytes at once
            self._bytes += (self._held & 0xFFFF_FFFF_FFFF_FFFF).to_bytes(8, "little")
            self._held >>= 64
            self._count -= 64

    def add_stored(self, data: bytes, header: int) -> None:
        """Append bytes as they are, in blocks that begin at the border of a byte."""
        parts = [data[at : at + _LONGEST_STORED] for at in range(0, len(data), _LONGEST_STORED)]
        for part in parts or [b""]:
            self.add(header if part is (parts or [b""])[-1] else 0, 3)
            self.finish()
            self._bytes += len(part).to_bytes(2, "little")
            self._bytes += (len(part) ^ 0xFFFF).to_bytes(2, "little") + part

    def finish(self) -> bytes:
        """The bytes, the last one filled with zeros."""
        self._bytes += self._held.to_bytes((self._count + 7) // 8, "little")
        self._held = self._count = 0
        return bytes(self._bytes)


def _tokens(data: bytes) -> Iterator[Token]:
    """The bytes as they are, or as matches of earlier ones: the longest that are found."""
    latest: dict[bytes, int] = {}
    before = [-1] * len(data)
    place, end = 0, len(data)
    while place < end:
        length, start = _match(data, place, latest.get(data[place : place + _SHORTEST], -1), before)
        yield (length, place - start) if length else (data[place], 0)
        for at in range(place, min(place + (length or 1), end - _SHORTEST + 1)):
            key = data[at : at + _SHORTEST]
            before[at] = latest.get(key, -1)
            latest[key] = at
        place += length or 1


def _match(data: bytes, place: int, start: int, before: Sequence[int]) -> tuple[int, int]:
    """The longest match of a place among the latest ones; a length of 0 is for none."""
    best, best_start = 0, 0
    most = min(_LONGEST, len(data) - place)
    for _ in range(_TRIES):
        if start < 0 or place - start > _WINDOW or best >= min(most, _ENOUGH):
            break
        if not best or data[start : start + best + 1] == data[place : place + best + 1]:
            length = _common(data, start, place, most)
            if length > best:
                best, best_start = length, start
        start = before[start]
    return best, best_start


def _common(data: bytes, start: int, place: int, most: int) -> int:
    """How many bytes from two places on are the same."""
    length = _SHORTEST
    while length + 8 <= most:
        if data[start + length : start + length + 8] != data[place + length : place + length + 8]:
            break
        length += 8
    while length < most and data[start + length] == data[place + length]:
        length += 1
    return length


def _write_block(bits: _Bits, tokens: Sequence[Token], data: bytes, *, is_last: bool) -> None:
    """Write a block in the shortest of the three ways (RFC 1951 section 3.2.3)."""
    literals, distances = _counts(tokens)
    lengths = lengths_of(literals, 15), lengths_of(distances, 15)
    codes = code_of(lengths[0]), code_of(lengths[1])
    header = _packed_lengths(*lengths)
    fixed = _FIXED_LITERALS, _FIXED_DISTANCES
    own_size = _size(literals, distances, codes) + sum(count for _, count in header)
    fixed_size = _size(literals, distances, fixed)
    if 8 * len(data) + 40 <= min(own_size, fixed_size):
        bits.add_stored(data, int(is_last))
        return
    is_fixed = fixed_size <= own_size
    bits.add(int(is_last) | (2 if is_fixed else 4), 3)
    for value, count in () if is_fixed else header:
        bits.add(value, count)
    _write_tokens(bits, tokens, fixed if is_fixed else codes)


def _write_tokens(bits: _Bits, tokens: Sequence[Token], codes: tuple[Code, Code]) -> None:
    literals, distances = codes
    for value, distance in tokens:
        if not distance:
            bits.add(*literals[value])
            continue
        symbol = _LENGTH_SYMBOL[value]
        first, extra = _LENGTHS[symbol]
        word, count = literals[257 + symbol]
        bits.add(word | (value - first) << count, count + extra)
        symbol = _distance_symbol(distance)
        first, extra = _DISTANCES[symbol]
        word, count = distances[symbol]
        bits.add(word | (distance - first) << count, count + extra)
    bits.add(*literals[_END])


def _distance_symbol(distance: int) -> int:
    """The symbol of a distance: two for each power of two."""
    if distance <= 4:  # noqa: PLR2004 - the first four are symbols of their own
        return distance - 1
    top = (distance - 1).bit_length() - 1
    return 2 * top + ((distance - 1) >> (top - 1) & 1)


def _counts(tokens: Sequence[Token]) -> tuple[list[int], list[int]]:
    """How often each symbol occurs: of bytes and lengths, and of distances."""
    literals, distances = [0] * 286, [0] * 30
    literals[_END] = 1
    for value, distance in tokens:
        if distance:
            literals[257 + _LENGTH_SYMBOL[value]] += 1
            distances[_distance_symbol(distance)] += 1
        else:
            literals[value] += 1
    return literals, distances


def _size(literals: Sequence[int], distances: Sequence[int], codes: tuple[Code, Code]) -> int:
    """The bits that tokens take with codes."""
    size = sum(count * codes[0][symbol][1] for symbol, count in enumerate(literals))
    size += sum(count * codes[1][symbol][1] for symbol, count in enumerate(distances))
    size += sum(literals[257 + symbol] * extra for symbol, (_, extra) in enumerate(_LENGTHS))
    return size + sum(distances[symbol] * extra for symbol, (_, extra) in enumerate(_DISTANCES))


def _packed_lengths(literals: Sequence[int], distances: Sequence[int]) -> list[tuple[int, int]]:
    """The lengths of both codes as a block has them, each as value and bits (section 3.2.7)."""
    ours, theirs = _trimmed(literals, 257), _trimmed(distances, 1)
    runs = list(_runs([*ours, *theirs]))
    counts = [0] * 19
    for symbol, _, _ in runs:
        counts[symbol] += 1
    lengths = lengths_of(counts, 7)
    ordered = _trimmed([lengths[symbol] for symbol in _ORDER], 4)
    packed = [(len(ours) - 257, 5), (len(theirs) - 1, 5), (len(ordered) - 4, 4)]
    packed += [(length, 3) for length in ordered]
    code = code_of(lengths)
    for symbol, value, extra in runs:
        packed += [code[symbol], (value, extra)]
    return packed


def _trimmed(lengths: Sequence[int], least: int) -> Sequence[int]:
    """Lengths without the zeros at their end, but for so many."""
    size = len(lengths)
    while size > least and not lengths[size - 1]:
        size -= 1
    return lengths[:size]


def _runs(lengths: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Lengths with their repetitions: a symbol, and the value and the bits of what follows it."""
    place = 0
    while place < len(lengths):
        length = lengths[place]
        run = 1
        while place + run < len(lengths) and lengths[place + run] == length:
            run += 1
        place += run
        yield from _zeros(run) if not length else _repeated(length, run)


def _zeros(run: int) -> Iterator[tuple[int, int, int]]:
    while run >= 3:  # noqa: PLR2004 - the shortest run that has a symbol
        taken = min(run, 138)
        yield (_MANY_ZEROS, taken - 11, 7) if taken > 10 else (_FEW_ZEROS, taken - 3, 3)  # noqa: PLR2004
        run -= taken
    yield from [(0, 0, 0)] * run


def _repeated(length: int, run: int) -> Iterator[tuple[int, int, int]]:
    yield length, 0, 0
    run -= 1
    while run >= 3:  # noqa: PLR2004 - the shortest run that has a symbol
        taken = min(run, 6)
        yield _REPEATED, taken - 3, 2
        run -= taken
    yield from [(length, 0, 0)] * run
