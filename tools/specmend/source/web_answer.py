"""Takes the answer of a server: its bytes, unpacked or as they came, and what is worth keeping."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from specmend.errors import BrokenBody, Retry
from specmend.source.address import refusal
from specmend.source.answer import Answer, refuse_too_large
from specmend.source.inflate import ENCODINGS, Body
from specmend.source.redirect import without_query

if TYPE_CHECKING:
    import httpx

UNPACKED: Final = "identity"
"""The encoding of bytes as they are (RFC 9110 section 8.4.1)."""

_LONGEST_HEADER: Final = 200
_MOST_DIGITS: Final = 18


async def take_answer(response: httpx.Response, way: list[str], *, as_is: bool = False) -> Answer:
    """The answer with its bytes; with `as_is`, they are not unpacked, whatever the server says.

    `way` is every address so far. Raises OutsideError for bytes that are too many or cannot be
    unpacked, and Retry where they are not all.
    """
    unchanged = response.status_code == HTTPStatus.NOT_MODIFIED
    return Answer(
        origin=way[0],
        data=None if unchanged else await _read_body(response, way[0], as_is=as_is),
        hops=tuple(map(without_query, way[1:])),
        landed=way[-1],
        measured=unchanged or _is_measured(response),
        etag=kept_header(response.headers.get("ETag", "")),
        modified=kept_header(response.headers.get("Last-Modified", "")),
        media_type=response.headers.get("Content-Type", ""),
    )


def kept_header(value: str) -> str:
    """A header that can be sent again, or nothing."""
    is_plain = value.isascii() and value.isprintable() and len(value) <= _LONGEST_HEADER
    return value if is_plain else ""


def _is_measured(response: httpx.Response) -> bool:
    """Whether the end of the body can be told from a connection that broke."""
    signs = ("Content-Length", "Content-Encoding", "Transfer-Encoding")
    return any(response.headers.get(name) for name in signs)


async def _read_body(response: httpx.Response, where: str, *, as_is: bool) -> bytes:
    length = response.headers.get("Content-Length", "")
    if length.isdecimal():
        refuse_too_large(int(length[:_MOST_DIGITS]), where)
    packed = UNPACKED if as_is else response.headers.get("Content-Encoding", "")
    try:
        body = Body(packed, lambda size: refuse_too_large(size, where))
    except BrokenBody as error:
        raise refusal(where, str(error), expected=ENCODINGS) from error
    try:
        async for piece in response.aiter_raw():
            body.add(piece)
        return body.finish()
    except BrokenBody as error:
        raise Retry(refusal(where, str(error), advice="try later")) from error
