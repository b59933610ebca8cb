"""The body of an answer, unpacked piece by piece and counted meanwhile.

A small answer may unpack to a huge one, so the size counts after unpacking.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from typing import Final

from specmend.errors import BrokenBody

ENCODINGS: Final = "gzip, deflate"
"""What a server may pack an answer with: what can be unpacked a piece at a time."""

_WINDOWS: Final = {
    "gzip": 16 + zlib.MAX_WBITS,
    "x-gzip": 16 + zlib.MAX_WBITS,
    "deflate": zlib.MAX_WBITS,
}
_PIECE: Final = 1 << 20


class Body:
    """Collects a body.

    `refuse` gets the size so far after each piece of at most a megabyte, and may raise.
    """

    def __init__(self, encoding: str, refuse: Callable[[int], None]) -> None:
        """Begin a body that is packed as the header Content-Encoding says (RFC 9110 section 8.4).

        Raises BrokenBody for an encoding that is not known.
        """
        name = encoding.strip().lower() or "identity"
        if name != "identity" and name not in _WINDOWS:
            raise BrokenBody(f"the answer is packed as '{encoding}', which was not asked for")
        self._unpack = zlib.decompressobj(_WINDOWS[name]) if name in _WINDOWS else None
        self._pieces: list[bytes] = []
        self._size = 0
        self._refuse = refuse

    def add(self, data: bytes) -> None:
        """Take the next bytes of the answer; raises BrokenBody for what cannot be unpacked."""
        if self._unpack is None:
            self._keep(data)
            return
        try:
            full = True
            while (data or full) and not self._unpack.eof:
                piece = self._unpack.decompress(data, _PIECE)
                self._keep(piece)
                data, full = self._unpack.unconsumed_tail, len(piece) == _PIECE
        except zlib.error as error:
            raise BrokenBody(f"the packed answer cannot be unpacked: {error}") from error
        if self._unpack.unused_data or (data and self._unpack.eof):
            raise BrokenBody("there is more after the end of the packed answer")

    def finish(self) -> bytes:
        """The whole body; raises BrokenBody where its end is missing."""
        if self._unpack is not None and not self._unpack.eof:
            raise BrokenBody("the packed answer ends too early")
        return b"".join(self._pieces)

    def _keep(self, piece: bytes) -> None:
        self._size += len(piece)
        self._refuse(self._size)
        self._pieces.append(piece)
