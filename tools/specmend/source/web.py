"""A document asked for over HTTP: within limits of size and time, over TLS, again where it may help."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from specmend import __version__
from specmend.errors import BrokenBody, InternalError, OutsideError
from specmend.source.address import is_loopback, refusal, refuse_unsafe
from specmend.source.answer import Answer, refuse_too_large
from specmend.source.inflate import ENCODINGS, Body

if TYPE_CHECKING:
    import httpx

LONGEST = 300.0
"""Seconds that a document may take, all attempts together."""
SILENCE = 30.0
"""Seconds that a server may say nothing."""
PAUSES: tuple[float, ...] = (0.5, 2.0, 5.0)
"""Seconds before each further attempt."""
MOST_HOPS: Final = 5
_LONGEST_WAIT: Final = 60.0
_LONGEST_HEADER: Final = 200
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
PASSING: Final = frozenset({408, 425, 429, 500, 502, 503, 504})
_NEEDS_LEAVE: Final = frozenset({401, 403, 407})


class _Retry(InternalError):
    """A failure that may pass; `wait` is what the server asks to wait."""

    def __init__(self, error: OutsideError, wait: float = 0.0) -> None:
        super().__init__(str(error))
        self.error, self.wait = error, wait


def ask(where: str, *, etag: str = "", modified: str = "") -> Answer:
    """Ask for a document; with what the last answer had for ETag or Last-Modified, only if it changed since.

    Raises OutsideError for whatever stands in the way, after further attempts where the failure may pass.
    """
    conditions = {"If-None-Match": etag, "If-Modified-Since": modified}
    return asyncio.run(
        _in_time(where, {name: value for name, value in conditions.items() if _kept(value)})
    )


async def _in_time(where: str, conditions: Mapping[str, str]) -> Answer:
    try:
        async with asyncio.timeout(LONGEST):
            return await _insist(where, conditions)
    except TimeoutError as error:
        raise refusal(
            where, f"the document was not there after {LONGEST:g} seconds", advice="try later"
        ) from error


async def _insist(where: str, conditions: Mapping[str, str]) -> Answer:
    for pause in PAUSES:
        try:
            return await _follow(where, conditions)
        except _Retry as again:
            if again.wait > _LONGEST_WAIT:
                raise again.error from again
            await asyncio.sleep(max(pause, again.wait))
    try:
        return await _follow(where, conditions)
    except _Retry as again:
        raise again.error from again


async def _follow(where: str, conditions: Mapping[str, str]) -> Answer:
    """The answer at the end of the redirects."""
    import httpx

    way = [where]
    while True:
        try:
            made = _client(way[-1])
        except (OSError, ValueError, ImportError) as error:
            words = "the settings of this machine for proxies or certificates do not do"
            raise refusal(
                where, words, found=str(error), advice="look at HTTPS_PROXY and SSL_CERT_FILE"
            ) from error
        try:
            async with (
                made as client,
                client.stream("GET", way[-1], headers=conditions) as response,
            ):
                if response.status_code not in _REDIRECTS:
                    return await _take(response, way, conditioned=bool(conditions))
                way.append(_next_hop(way, response))
        except httpx.TransportError as error:
            raise _unanswered(where, error) from error
        except httpx.InvalidURL as error:
            raise refusal(where, f"this is not an address: {error}") from error


def _client(url: str) -> httpx.AsyncClient:
    import httpx

    return httpx.AsyncClient(
        timeout=httpx.Timeout(SILENCE),
        # This machine is not asked through a proxy.
        trust_env=not is_loopback(urlsplit(url).hostname or ""),
        headers={
            "User-Agent": f"specmend/{__version__}",
            "Accept": "application/yaml, application/json, text/yaml, */*;q=0.5",
            "Accept-Encoding": ENCODINGS,
        },
    )


def _next_hop(way: list[str], response: httpx.Response) -> str:
    """Where a redirect leads; raises OutsideError for where it must not lead."""
    where, here = way[0], way[-1]
    if "Location" not in response.headers:
        raise refusal(
            where, f"the server answered {response.status_code} and did not say where to go"
        )
    there = str(response.url.join(response.headers["Location"]))
    if there in way:
        raise refusal(
            where,
            "the redirects lead in a circle",
            found=" → ".join(map(without_query, [*way, there])),
        )
    if len(way) > MOST_HOPS:
        raise refusal(
            where,
            f"the server redirects more than {MOST_HOPS} times",
            found=" → ".join(map(without_query, [*way, there])),
        )
    if here.lower().startswith("https:") and not there.lower().startswith("https:"):
        raise refusal(
            where, "a redirect leads away from TLS", found=without_query(there), expected="https://"
        )
    try:
        refuse_unsafe(there)
    except OutsideError as error:
        (problem,) = error.problems
        raise refusal(where, f"a redirect leads astray: {problem.message}", found=without_query(problem.file),
                      expected=problem.expected) from error  # fmt: skip
    return there


async def _take(response: httpx.Response, way: list[str], *, conditioned: bool) -> Answer:
    """What an answer says; raises OutsideError, or _Retry, for one that brings no document."""
    where, status = way[0], response.status_code
    etag, modified = (_kept(response.headers.get(name, "")) for name in ("ETag", "Last-Modified"))
    if status == 304 and conditioned:  # noqa: PLR2004 - Not Modified
        return Answer(
            origin=where,
            data=None,
            hops=tuple(map(without_query, way[1:])),
            etag=etag,
            modified=modified,
        )
    if status != 200:  # noqa: PLR2004 - OK
        raise _unwelcome(where, response)
    length = response.headers.get("Content-Length", "")
    if length.isdecimal():
        refuse_too_large(int(length[:18]), where)
    packed = response.headers.get("Content-Encoding", "")
    try:
        body = Body(packed, lambda size: refuse_too_large(size, where))
    except BrokenBody as error:
        raise refusal(where, str(error), expected=ENCODINGS) from error
    try:
        async for piece in response.aiter_raw():
            body.add(piece)
        data = body.finish()
    except BrokenBody as error:
        raise _Retry(refusal(where, str(error), advice="try later")) from error
    measured = bool(length or packed or "Transfer-Encoding" in response.headers)
    return Answer(
        origin=where,
        data=data,
        hops=tuple(map(without_query, way[1:])),
        measured=measured,
        etag=etag,
        modified=modified,
    )


def without_query(url: str) -> str:
    """An address as it is told: a redirect may lead to one that is signed, and what signs it is nobody's business."""
    bare, mark, _ = url.partition("?")
    return f"{bare}?…" if mark else bare


def _kept(value: str) -> str:
    """A header that can be sent again, or nothing."""
    return (
        value if value.isascii() and value.isprintable() and len(value) <= _LONGEST_HEADER else ""
    )


def _unwelcome(where: str, response: httpx.Response) -> Exception:
    """The error for a status that brings no document."""
    status = response.status_code
    advice = "look at the address; --from names another one"
    if status in PASSING:
        advice = "try later"
    if status in _NEEDS_LEAVE:
        advice = "fetch the document by other means, and give it as a file: --from FILE"
    words = f"the server answered {status} {response.reason_phrase}".rstrip()
    error = refusal(where, words, expected="200 and the document", advice=advice)
    if status not in PASSING:
        return error
    asked = response.headers.get("Retry-After", "")
    return _Retry(error, float(asked[:9]) if asked.isascii() and asked.isdecimal() else 0.0)


def _unanswered(where: str, error: httpx.TransportError) -> Exception:
    """The error for a connection that failed."""
    import httpx

    words = str(error) or type(error).__name__
    if "CERTIFICATE_VERIFY_FAILED" in words:
        return refusal(where, "the server's certificate is not one to trust", found=words)
    if isinstance(error, httpx.ConnectError | httpx.ConnectTimeout | httpx.ProxyError):
        return _Retry(
            refusal(where, "the server cannot be reached", found=words, advice="try later")
        )
    if isinstance(error, httpx.TimeoutException):
        return _Retry(
            refusal(where, f"the server said nothing for {SILENCE:g} seconds", advice="try later")
        )
    return _Retry(refusal(where, "the answer broke off", found=words, advice="try later"))
