"""Templates compiled once in a process, and in the copies of it that follow."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from jinja2.bccache import Bucket, BytecodeCache


class Compiled(BytecodeCache):
    """Keeps what Jinja compiled of each template, by its name and its source."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], bytes] = {}

    def __len__(self) -> int:
        return len(self._known)

    @property
    def known(self) -> dict[tuple[str, str], bytes]:
        """What was compiled so far; it can be pickled."""
        return dict(self._known)

    def learn(self, known: Mapping[tuple[str, str], bytes]) -> None:
        """Take in what another process compiled."""
        self._known.update(known)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what is known of a template."""
        known = self._known.get((bucket.key, bucket.checksum))
        if known is not None:
            bucket.bytecode_from_string(known)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._known[bucket.key, bucket.checksum] = bucket.bytecode_to_string()


COMPILED: Final = Compiled()
