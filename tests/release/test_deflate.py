"""What is compressed comes out again, is small, and is the same bytes for all time."""

from __future__ import annotations

import hashlib
import random
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specmend.release.deflate import deflate

TEXT = b"".join(b"def get_pet_%d(self) -> Pet | None:\n" % number for number in range(3000))
NOISE = random.Random(1).randbytes(70_000)  # noqa: S311 - it need not be secret


def inflated(data: bytes) -> bytes:
    reader = zlib.decompressobj(-zlib.MAX_WBITS)
    found = reader.decompress(data) + reader.flush()
    assert reader.eof
    assert not reader.unused_data
    return found


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"a",
        b"abc",
        b"abcd" * 3,
        b"a" * 4 + b"b" * 300,
        b"a" * 100_000,
        bytes(range(256)) * 200,
        NOISE,
        NOISE[:40_000] + TEXT[:40_000] + NOISE[:40_000],
        TEXT,
    ],
    ids=["nothing", "one", "three", "short", "two runs", "long run", "all", "noise", "mix", "text"],
)
def test_every_kind_of_data_comes_out_again(data: bytes) -> None:
    assert inflated(deflate(data)) == data


@given(st.lists(st.binary(max_size=40), max_size=60), st.integers(1, 4))
def test_whatever_goes_in_comes_out(parts: list[bytes], times: int) -> None:
    data = b"".join(parts) * times
    assert inflated(deflate(data)) == data


@pytest.mark.parametrize("data", [TEXT, b"a" * 100_000, bytes(range(256)) * 200])
def test_it_is_about_as_small_as_zlib_makes_it(data: bytes) -> None:
    assert len(deflate(data)) <= len(zlib.compress(data)) * 1.1


@pytest.mark.parametrize("data", [NOISE, b"", b"x", bytes(range(256))])
def test_what_cannot_be_made_smaller_grows_by_little(data: bytes) -> None:
    assert len(deflate(data)) <= len(data) + 5 * (len(data) // 16_384 + 1)


@pytest.mark.parametrize(
    ("data", "digest"),
    [
        (b"", "9b4fb24edd6d1d8830e272398263cdbf026b97392cc35387b991dc0248a628f9"),
        (b"specmend", "25b2cf8aae8789d873c3a20e38b73640c5c53b6458276b3547128a112fe17a99"),
        (TEXT, "73e88c517f089047871ca24f7e9437119f9763111531e3ab0902cc7c58b27dca"),
        (NOISE, "4792810511782eb429d7a306ed31eb0379de5c35378e5c3917142698e790616c"),
    ],
    ids=["nothing", "word", "text", "noise"],
)
def test_the_bytes_never_change(data: bytes, digest: str) -> None:
    """A release of an earlier year is built again, and must be the same bytes."""
    assert hashlib.sha256(deflate(data)).hexdigest() == digest
