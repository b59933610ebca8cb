"""An answer is unpacked, or taken as it came, and keeps what can be sent again."""

from __future__ import annotations

import asyncio
import gzip

import httpx
import pytest

from specmend.errors import OutsideError, Retry
from specmend.source.answer import Answer
from specmend.source.web_answer import kept_header, take_answer

WAY = ["https://pets.example/a", "https://pets.example/b?sign=1"]


def taken(data: bytes, *, as_is: bool = False, status: int = 200, **headers: str) -> Answer:
    told = {name.replace("_", "-"): value for name, value in headers.items()}
    response = httpx.Response(status, headers=told, stream=httpx.ByteStream(data))
    return asyncio.run(take_answer(response, WAY, as_is=as_is))


def test_an_answer_tells_where_it_came_from_and_what_it_is() -> None:
    answer = taken(b"x", Content_Type="text/html", ETag='"1"', Content_Length="1")
    assert (answer.origin, answer.landed, answer.hops) == (WAY[0], WAY[1], (f"{WAY[1][:22]}?…",))
    assert (answer.data, answer.media_type, answer.etag) == (b"x", "text/html", '"1"')


@pytest.mark.parametrize("as_is", [False, True])
def test_packed_bytes_are_unpacked_unless_they_are_wanted_as_they_are(as_is: bool) -> None:
    packed = gzip.compress(b"pets")
    data = taken(packed, as_is=as_is, Content_Encoding="gzip").data
    assert data == (packed if as_is else b"pets")


def test_what_cannot_be_unpacked_is_refused_and_what_is_cut_may_pass() -> None:
    with pytest.raises(OutsideError):
        taken(b"x", Content_Encoding="br")
    with pytest.raises(Retry):
        taken(gzip.compress(b"pets")[:-4], Content_Encoding="gzip")


def test_an_unchanged_answer_has_no_bytes() -> None:
    assert taken(b"", status=304).data is None


@pytest.mark.parametrize(
    ("answer", "measured"),
    [
        (taken(b"x"), False),
        (taken(b"x", Content_Length="1"), True),
        (taken(b"x", Transfer_Encoding="chunked"), True),
    ],
    ids=["nothing", "length", "chunks"],
)
def test_the_end_of_bytes_is_known_by_what_the_server_says(answer: Answer, measured: bool) -> None:
    assert answer.measured == measured


@pytest.mark.parametrize(
    ("value", "kept"), [('"1"', '"1"'), ("é", ""), ("a\nb", ""), ("x" * 201, "")]
)
def test_a_header_that_cannot_be_sent_again_is_not_kept(value: str, kept: str) -> None:
    assert kept_header(value) == kept
