# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""Cuts JSON text sequences (RFC 7464) into records."""

from __future__ import annotations

import json

_SEPARATOR = b"\x1e"
_SPACES = b" \t\r\n"
_CLOSED = b'{["'
"""How values begin whose end can be seen; of a number more digits may come."""


class SequenceRecords:
    """One record after each record separator, 0x1E.

    A record ends with a line feed, so that it is there before the next one comes. `cut` is a record whose end is
    missing: a number, `true`, `false` or `null` without a space behind it may be a piece of a longer one (section
    2.4). Separators in a row are one (section 2.1).
    """

    reported: bytes | None = None
    stray = b""

    def __init__(self, limit: int) -> None:
        self.overflow = False
        self.cut: bytes | None = None
        self._limit = limit
        self._pieces: list[bytes] = []
        self._size = 0
        self._tried = 0

    def feed(self, chunk: bytes) -> list[bytes]:
        """The records that this chunk completes."""
        *ended, rest = chunk.split(_SEPARATOR)
        records: list[bytes] = []
        for piece in ended:
            if not self._add(piece):
                return records
            records += self._take()
        if self._add(rest) and rest.endswith(b"\n") and self._is_whole():
            records += self._take()
        return records

    def finish(self) -> list[bytes]:
        """What is left at the end."""
        return [] if self.overflow else self._take()

    def _add(self, piece: bytes) -> bool:
        """Whether there is room for a piece of a record."""
        self._pieces.append(piece)
        self._size += len(piece)
        self.overflow = self.overflow or self._size > self._limit
        return not self.overflow

    def _take(self) -> list[bytes]:
        text = b"".join(self._pieces)
        self._pieces, self._size, self._tried = [], 0, 0
        record = text.strip(_SPACES)
        if record and record[0] not in _CLOSED and text[-1] not in _SPACES and self.cut is None:
            self.cut = record
        return [record] if record else []

    def _is_whole(self) -> bool:
        """Whether the record is there although no separator came yet.

        A record that came to no end is looked at again when it is twice as long, so that the time is linear.
        """
        if self._size < 2 * self._tried:
            return False
        try:
            json.loads(b"".join(self._pieces))
        except ValueError:
            self._tried = self._size
            return False
        return True
