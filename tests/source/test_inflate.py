"""A packed body unpacks to what was packed, however it is cut, and is counted as it unpacks."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specmend.errors import BrokenBody
from specmend.source.inflate import Body

PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "deflate": zlib.compress,
    "identity": bytes,
    "": bytes,
}


class TooLarge(Exception):
    """The limit was exceeded."""


def body_of(encoding: str, most: int = 1 << 40) -> Body:
    """A body that is refused beyond a size."""

    def refuse(size: int) -> None:
        if size > most:
            raise TooLarge(size)

    return Body(encoding, refuse)


@given(
    data=st.binary() | st.integers(0, 1 << 22).map(bytes),
    cut=st.integers(1, 100_000),
    name=st.sampled_from(list(PACKERS)),
)
def test_what_was_packed_comes_out_however_it_is_cut(data: bytes, cut: int, name: str) -> None:
    packed = PACKERS[name](data)
    body = body_of(name)
    for start in range(0, len(packed), cut):
        body.add(packed[start : start + cut])
    assert body.finish() == data


@given(
    data=st.binary(min_size=1), name=st.sampled_from(["gzip", "deflate"]), missing=st.integers(1, 9)
)
def test_what_has_lost_its_end_is_told(data: bytes, name: str, missing: int) -> None:
    body = body_of(name)
    body.add(PACKERS[name](data)[:-missing])
    with pytest.raises(BrokenBody, match="ends too early"):
        body.finish()


def test_a_bomb_is_stopped_before_it_unpacks() -> None:
    bomb = gzip.compress(bytes(1 << 28))
    with pytest.raises(TooLarge) as caught:
        body_of("gzip", 1 << 20).add(bomb)
    assert caught.value.args[0] <= 1 << 21


def test_an_encoding_that_is_not_known_is_told() -> None:
    with pytest.raises(BrokenBody, match="packed as 'zstd', which was not asked for"):
        body_of("zstd")
