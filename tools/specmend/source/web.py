"""Asks for a document over HTTP: over TLS, within limits of size and time, with retries."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Mapping
from http import HTTPStatus
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from specmend.errors import BrokenBody, InternalError, NotThere, OutsideError
from specmend.source.address import is_loopback, refusal
from specmend.source.answer import Answer, refuse_too_large
from specmend.source.inflate import ENCODINGS, Body
from specmend.source.redirect import check_redirect, without_query
from specmend.version import VERSION

if TYPE_CHECKING:
    import httpx

LONGEST = 300.0
"""Seconds that a document may take, all attempts together."""
SILENCE = 30.0
"""Seconds that a server may say nothing."""
ATTEMPTS = 4
"""How often a document is asked for where the failure may pass."""
SHORTEST_PAUSE = 0.5
"""Seconds before the second attempt; each further pause is four times as long."""
LONGEST_PAUSE = 5.0
"""Seconds that a pause lasts at the most, unless the server asks for more."""
_GROWTH: Final = 4
_LONGEST_WAIT: Final = 60.0
_LONGEST_HEADER: Final = 200
_MOST_DIGITS: Final = 18
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
PASSING: Final = frozenset({408, 425, 429, 500, 502, 503, 504})
_CONDITIONS: Final = frozenset({"If-None-Match", "If-Modified-Since"})
_NOT_THERE: Final = frozenset({404, 410})
_NEEDS_LEAVE: Final = frozenset({401, 403, 407})


MayLead = Callable[[str], None]
"""Raises OutsideError for an address to which a redirect may not lead."""


def refuse_none(_: str) -> None:
    """Let redirects lead anywhere."""


class _Retry(InternalError):
    """A failure that may pass; `wait` is what the server asks to wait."""

    def __init__(self, error: OutsideError, wait: float = 0.0) -> None:
        super().__init__(str(error))
        self.error, self.wait = error, wait


def ask(
    where: str,
    *,
    etag: str = "",
    modified: str = "",
    accept: str = "",
    may_lead: MayLead = refuse_none,
) -> Answer:
    """Ask for a document; with an ETag or Last-Modified, only if it changed since.

    `accept` are the media types to ask for, where it is no document of an API; then no answer that
    was kept on the way will do. `may_lead` raises OutsideError for an address to which a redirect
    may not lead. Raises NotThere where the server has no such thing, and OutsideError for whatever
    stands in the way, after further attempts where the failure may pass.
    """
    conditions = {"If-None-Match": etag, "If-Modified-Since": modified}
    kept = {name: value for name, value in conditions.items() if _kept(value)}
    wishes = {"Accept": accept, "Cache-Control": "max-age=0"} if accept else {}
    return asyncio.run(_in_time(where, {**kept, **wishes}, may_lead))


async def _in_time(where: str, headers: Mapping[str, str], may_lead: MayLead) -> Answer:
    try:
        async with asyncio.timeout(LONGEST):
            return await _insist(where, headers, may_lead)
    except TimeoutError as error:
        message = f"the document was not there after {LONGEST:g} seconds"
        raise refusal(where, message, advice="try later") from error


async def _insist(where: str, headers: Mapping[str, str], may_lead: MayLead) -> Answer:
    """The answer, asked for again where a failure may pass."""
    import stamina
    from stamina.instrumentation import set_on_retry_hooks

    # It would log each further attempt, and what nobody set up is printed.
    set_on_retry_hooks([])
    caller = stamina.AsyncRetryingCaller(
        attempts=ATTEMPTS,
        timeout=None,
        wait_initial=SHORTEST_PAUSE,
        wait_max=LONGEST_PAUSE,
        wait_jitter=0,
        wait_exp_base=_GROWTH,
    )
    try:
        return await caller(_pause_after, _follow, where, headers, may_lead)
    except _Retry as retry:
        raise retry.error from retry


def _pause_after(error: Exception) -> bool | float:
    """Whether to ask again: no; after a pause that grows; or after the seconds asked for."""
    if not isinstance(error, _Retry) or error.wait > _LONGEST_WAIT:
        return False
    return error.wait or True


async def _follow(where: str, headers: Mapping[str, str], may_lead: MayLead) -> Answer:
    """The answer at the end of the redirects."""
    way = [where]
    while True:
        step = await _ask_once(way, headers)
        if isinstance(step, Answer):
            return step
        may_lead(step)
        way.append(step)


async def _ask_once(way: list[str], headers: Mapping[str, str]) -> Answer | str:
    """The answer at the end of the way so far, or the address to which it redirects."""
    import httpx

    where, here = way[0], way[-1]
    prepared = _prepare_client(where, here)
    try:
        async with prepared as client, client.stream("GET", here, headers=headers) as response:
            if response.status_code in _REDIRECTS:
                return _next_hop(way, response)
            return await _take(response, way, is_conditional=not _CONDITIONS.isdisjoint(headers))
    except httpx.TransportError as error:
        raise _unanswered(where, error) from error
    except httpx.InvalidURL as error:
        raise refusal(where, f"this is not an address: {error}") from error


def _prepare_client(where: str, here: str) -> httpx.AsyncClient:
    try:
        return _client(here)
    except (OSError, ValueError, ImportError) as error:
        raise refusal(
            where,
            "the settings of this machine for proxies or certificates do not do",
            found=str(error),
            advice="look at HTTPS_PROXY and SSL_CERT_FILE",
        ) from error


def _client(url: str) -> httpx.AsyncClient:
    import httpx

    return httpx.AsyncClient(
        timeout=httpx.Timeout(SILENCE),
        # What every certificate rests on takes long to read, and without TLS there is none.
        verify=urlsplit(url).scheme != "http",
        # This machine is not asked through a proxy.
        trust_env=not is_loopback(urlsplit(url).hostname or ""),
        headers={
            "User-Agent": f"specmend/{VERSION}",
            "Accept": "application/yaml, application/json, text/yaml, */*;q=0.5",
            "Accept-Encoding": ENCODINGS,
        },
    )


def _next_hop(way: list[str], response: httpx.Response) -> str:
    """Where a redirect leads; raises OutsideError for where it must not lead."""
    where = way[0]
    if "Location" not in response.headers:
        message = f"the server answered {response.status_code} and did not say where to go"
        raise refusal(where, message)
    there = str(response.url.join(response.headers["Location"]))
    check_redirect(way, there)
    return there


async def _take(response: httpx.Response, way: list[str], *, is_conditional: bool) -> Answer:
    """What an answer says; raises OutsideError, or _Retry, for one that brings no document."""
    where = way[0]
    unchanged = response.status_code == HTTPStatus.NOT_MODIFIED and is_conditional
    if response.status_code != HTTPStatus.OK and not unchanged:
        raise _unwelcome(where, response)
    return Answer(
        origin=where,
        data=None if unchanged else await _read_body(response, where),
        hops=tuple(map(without_query, way[1:])),
        landed=way[-1],
        measured=unchanged or _is_measured(response),
        etag=_kept(response.headers.get("ETag", "")),
        modified=_kept(response.headers.get("Last-Modified", "")),
        media_type=response.headers.get("Content-Type", ""),
    )


def _is_measured(response: httpx.Response) -> bool:
    """Whether the end of the body can be told from a connection that broke."""
    signs = ("Content-Length", "Content-Encoding", "Transfer-Encoding")
    return any(response.headers.get(name) for name in signs)


async def _read_body(response: httpx.Response, where: str) -> bytes:
    length = response.headers.get("Content-Length", "")
    if length.isdecimal():
        refuse_too_large(int(length[:_MOST_DIGITS]), where)
    packed = response.headers.get("Content-Encoding", "")
    try:
        body = Body(packed, lambda size: refuse_too_large(size, where))
    except BrokenBody as error:
        raise refusal(where, str(error), expected=ENCODINGS) from error
    try:
        async for piece in response.aiter_raw():
            body.add(piece)
        return body.finish()
    except BrokenBody as error:
        raise _Retry(refusal(where, str(error), advice="try later")) from error


def _kept(value: str) -> str:
    """A header that can be sent again, or nothing."""
    is_plain = value.isascii() and value.isprintable() and len(value) <= _LONGEST_HEADER
    return value if is_plain else ""


def _unwelcome(where: str, response: httpx.Response) -> Exception:
    """The error for a status that brings no document."""
    status = response.status_code
    message = f"the server answered {status} {response.reason_phrase}".rstrip()
    error = refusal(where, message, expected="200 and the document", advice=_advice_on(status))
    if status in PASSING:
        return _Retry(error, _seconds_to_wait(response))
    return NotThere(*error.problems) if status in _NOT_THERE else error


def _advice_on(status: int) -> str:
    if status in PASSING:
        return "try later"
    if status in _NEEDS_LEAVE:
        return "fetch the document by other means, and give it as a file"
    return "look at the address, or give another one"


def _seconds_to_wait(response: httpx.Response) -> float:
    """What Retry-After asks for in seconds (RFC 9110 section 10.2.3); 0 for a date, or nothing."""
    asked: str = response.headers.get("Retry-After", "")
    return float(asked[:9]) if asked.isascii() and asked.isdecimal() else 0.0


def _unanswered(where: str, error: httpx.TransportError) -> Exception:
    """The error for a connection that failed."""
    import httpx

    found = _reason(error)
    if _is_untrusted(error):
        return refusal(where, "the server's certificate is not one to trust", found=found)
    if isinstance(error, httpx.ConnectError | httpx.ConnectTimeout | httpx.ProxyError):
        message = "the server cannot be reached"
    elif isinstance(error, httpx.TimeoutException):
        message, found = f"the server said nothing for {SILENCE:g} seconds", ""
    else:
        message = "the answer broke off"
    return _Retry(refusal(where, message, found=found, advice="try later"))


def _is_untrusted(error: BaseException) -> bool:
    """Whether a certificate that cannot be verified is among the causes of an error."""
    import ssl

    return any(isinstance(cause, ssl.SSLCertVerificationError) for cause in _causes(error))


def _reason(error: httpx.TransportError) -> str:
    """Why there is no connection, told by the class of what lies beneath, not by its words."""
    import socket

    import httpx

    for cause in _causes(error):
        if isinstance(cause, socket.gaierror):
            is_passing = cause.errno == socket.EAI_AGAIN
            return "host not found, for now" if is_passing else "host not found"
        if isinstance(cause, ConnectionRefusedError):
            return "connection refused"
        if isinstance(cause, httpx.TimeoutException):
            return f"no connection within {SILENCE:g} seconds"
    return str(error) or type(error).__name__


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """An error and everything that it came of, outermost first."""
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
