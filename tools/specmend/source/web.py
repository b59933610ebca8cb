"""Asks for a document over HTTP: over TLS, within limits of size and time, with retries."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from specmend.errors import NotAllowed, NotThere, Retry
from specmend.source.address import is_loopback, refusal
from specmend.source.answer import Answer
from specmend.source.credentials import Credentials
from specmend.source.inflate import ENCODINGS
from specmend.source.redirect import check_redirect
from specmend.source.web_answer import UNPACKED, kept_header, take_answer
from specmend.source.web_faults import unanswered
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
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
PASSING: Final = frozenset({408, 425, 429, 500, 502, 503, 504})
_CONDITIONS: Final = frozenset({"If-None-Match", "If-Modified-Since"})
_NOT_THERE: Final = frozenset({404, 410})
_NEEDS_LEAVE: Final = frozenset({401, 403, 407})


MayLead = Callable[[str], None]
"""Raises OutsideError for an address to which a redirect may not lead."""


def refuse_none(_: str) -> None:
    """Let redirects lead anywhere."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Wish:
    """What is asked for beside the address.

    `headers` are sent to every server on the way, and `credentials` to their own only. `may_lead`
    raises OutsideError for an address to which a redirect may not lead. With `as_is`, the bytes are
    taken as they come.
    """

    headers: Mapping[str, str]
    may_lead: MayLead = refuse_none
    credentials: Credentials | None = None
    as_is: bool = False

    def headers_for(self, url: str) -> Mapping[str, str]:
        """The headers for one of the addresses on the way."""
        return {**self.headers, **(self.credentials.headers_for(url) if self.credentials else {})}


def ask(
    where: str,
    *,
    etag: str = "",
    modified: str = "",
    accept: str = "",
    may_lead: MayLead = refuse_none,
    credentials: Credentials | None = None,
    as_is: bool = False,
) -> Answer:
    """Ask for a document; with an ETag or Last-Modified, only if it changed since.

    `accept` are the media types to ask for, where it is no document of an API; then no answer that
    was kept on the way will do. `may_lead` raises OutsideError for an address to which a redirect
    may not lead. `credentials` are told to their own server only. With `as_is`, the server is asked
    for bytes that are not packed, and they are taken as they come: a digest is of them. Raises
    NotThere where the server has no such thing, NotAllowed where it wants credentials, or other
    ones, and OutsideError for whatever else stands in the way, after further attempts where the
    failure may pass.
    """
    conditions = {"If-None-Match": etag, "If-Modified-Since": modified}
    kept = {name: value for name, value in conditions.items() if kept_header(value)}
    wishes = {"Accept": accept, "Cache-Control": "max-age=0"} if accept else {}
    unpacked = {"Accept-Encoding": UNPACKED} if as_is else {}
    wish = _Wish(
        headers={**kept, **wishes, **unpacked},
        may_lead=may_lead,
        credentials=credentials,
        as_is=as_is,
    )
    return asyncio.run(_in_time(where, wish))


async def _in_time(where: str, wish: _Wish) -> Answer:
    try:
        async with asyncio.timeout(LONGEST):
            return await _insist(where, wish)
    except TimeoutError as error:
        message = f"the document was not there after {LONGEST:g} seconds"
        raise refusal(where, message, advice="try later") from error


async def _insist(where: str, wish: _Wish) -> Answer:
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
        return await caller(_pause_after, _follow, where, wish)
    except Retry as retry:
        raise retry.error from retry


def _pause_after(error: Exception) -> bool | float:
    """Whether to ask again: no; after a pause that grows; or after the seconds asked for."""
    if not isinstance(error, Retry) or error.wait > _LONGEST_WAIT:
        return False
    return error.wait or True


async def _follow(where: str, wish: _Wish) -> Answer:
    """The answer at the end of the redirects."""
    way = [where]
    while True:
        step = await _ask_once(way, wish)
        if isinstance(step, Answer):
            return step
        wish.may_lead(step)
        way.append(step)


async def _ask_once(way: list[str], wish: _Wish) -> Answer | str:
    """The answer at the end of the way so far, or the address to which it redirects."""
    import httpx

    where, here = way[0], way[-1]
    prepared = _prepare_client(where, here)
    headers = wish.headers_for(here)
    try:
        async with prepared as client, client.stream("GET", here, headers=headers) as response:
            if response.status_code in _REDIRECTS:
                return _next_hop(way, response)
            _refuse_unwelcome(where, response, is_conditional=not _CONDITIONS.isdisjoint(headers))
            return await take_answer(response, way, as_is=wish.as_is)
    except httpx.TransportError as error:
        raise unanswered(where, error, SILENCE) from error
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


def _refuse_unwelcome(where: str, response: httpx.Response, *, is_conditional: bool) -> None:
    """Raise OutsideError, or Retry, for a status that brings no document."""
    status = response.status_code
    if status == HTTPStatus.OK or (is_conditional and status == HTTPStatus.NOT_MODIFIED):
        return
    message = f"the server answered {status} {response.reason_phrase}".rstrip()
    error = refusal(where, message, expected="200 and the document", advice=_advice_on(status))
    if status in PASSING:
        raise Retry(error, _seconds_to_wait(response))
    if status in _NOT_THERE:
        raise NotThere(*error.problems)
    raise NotAllowed(*error.problems) if status in _NEEDS_LEAVE else error


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
