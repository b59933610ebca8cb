"""The keys of a client: which of them go with a request, and where in it they stand."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping
from inspect import isawaitable, iscoroutine
from typing import Any, Final, Literal, Protocol, TypeAlias, runtime_checkable
from urllib.parse import quote

import httpx2 as httpx

from ._headers import FORBIDDEN, NAME
from ._log import is_secret
from ._record import NOTHING, Record, replace
from ._styles import name_of, pairs_without

Key: TypeAlias = str | Callable[[], str]
"""A key or token, or what gives one for each request."""

AsyncKey: TypeAlias = str | Callable[[], str | Awaitable[str]]
"""A key or token, or what gives one for each request, at once or later."""

Basic: TypeAlias = str | tuple[str, str]
"""User and password, or `user:password`, or a user without a password."""

Alternatives: TypeAlias = tuple[tuple[str, ...], ...]
"""Alternatives of schemes that are needed together, by name."""

_UNFIT: Final = {
    "header": r"[^\x20-\x7e]",
    "query": r"[\x00-\x1f\x7f]",
    # A cookie value has no white space, quotes, commas, semicolons and backslashes (RFC 6265 section 4.1.1).
    "cookie": r'[^\x21-\x7e]|[",;\\]',
}
_NOTHING: Final[dict[str, Any]] = {}


class Scheme(Record):
    """How one key travels: its place, its name there, and what stands before it.

    `argument` is what the client calls it. A `login` is user and password (RFC 7617). The URLs are where tokens
    come from: for a client's own credentials, for a refresh token, and for metadata that say it.
    """

    argument: str
    place: Literal["header", "query", "cookie"] = "header"
    name: str = "Authorization"
    prefix: str = ""
    login: bool = False
    token_url: str = ""
    refresh_url: str = ""
    metadata_url: str = ""

    def written(self, value: str | tuple[str, str]) -> str:
        """A key as it is sent; empty where there is none. Raises ValueError, without the key, for one that cannot be."""
        if self.login:
            return self._login(value)
        if not isinstance(value, str):
            raise TypeError(f"{self.argument} must be a text, not {type(value).__name__}")
        key = value.strip()
        if re.search(_UNFIT[self.place], key):
            raise ValueError(f"{self.argument} has a character that cannot be sent in a {self.place}")
        return f"{self.prefix}{key}" if key else ""

    def put(self, request: httpx.Request, value: str) -> None:
        """Add a key to a request that has nothing in its place."""
        if self.place == "header":
            request.headers.setdefault(self.name, value)
        elif self.place == "cookie":
            cookies = request.headers.get("Cookie", "")
            if not any(pair.partition("=")[0].strip() == self.name for pair in cookies.split(";")):
                request.headers["Cookie"] = "; ".join(part for part in (cookies, f"{self.name}={value}") if part)
        elif self.name not in _names(request.url):
            pair = f"{quote(self.name, safe='')}={quote(value, safe='')}".encode()
            query = request.url.query
            request.url = request.url.copy_with(query=query + b"&" + pair if query else pair)

    def _login(self, value: str | tuple[str, str]) -> str:
        parts = value.partition(":")[::2] if isinstance(value, str) else value
        if not isinstance(parts, tuple) or [type(part) for part in parts] != [str, str]:
            raise TypeError(f"{self.argument} must be a pair of user and password")
        user, password = (part.rstrip("\r\n") for part in parts)
        if ":" in user or any(re.search(_UNFIT["query"], part) for part in (user, password)):
            raise ValueError(f"{self.argument} has a character that no user or password can have")
        return "Basic " + b64encode(f"{user}:{password}".encode()).decode() if user or password else ""


BEARER: Final[Mapping[str, Scheme]] = {"": Scheme(argument="api_key", prefix="Bearer ")}
"""What there is where the API's document declares nothing."""


LOGIN: Final = Scheme(argument="base_url", login=True)
"""How user and password of a base URL travel."""


class Source(Protocol):
    """What gives a token for each request."""

    def get(self, http: httpx.Client) -> str:
        """The token; may send a request for it."""
        ...

    async def get_async(self, http: httpx.AsyncClient) -> str:
        """The token; may send a request for it."""
        ...

    def forget(self, request: httpx.Request) -> bool:
        """Whether another token may come in place of that of a request, which the server does not take."""
        ...


@runtime_checkable
class Grant(Protocol):
    """What a token endpoint gives tokens for."""

    def source(self, scheme: Scheme, base_url: str, *, over_http: bool) -> Source:
        """What gives the tokens of one client."""
        ...


class Called(Record):
    """A token that a callable of the caller gives."""

    argument: str
    call: Callable[[], Any]

    def get(self, http: httpx.Client) -> str:  # noqa: ARG002 - the callable has its own ways
        """What the callable gives."""
        token = self.call()
        if isawaitable(token):
            if iscoroutine(token):
                token.close()
            raise TypeError(f"{self.argument} is an asynchronous callable, which is for AsyncClient")
        return _told(token)

    async def get_async(self, http: httpx.AsyncClient) -> str:  # noqa: ARG002
        """What the callable gives, at once or later."""
        token = self.call()
        return _told(await token if isawaitable(token) else token)

    def forget(self, request: httpx.Request) -> bool:  # noqa: ARG002
        """A callable is asked once for each request."""
        return False


class Signature(Record):
    """What is added to the requests of an operation; `missing` says what the client was not given for it."""

    known: tuple[tuple[Scheme, str], ...] = ()
    later: tuple[tuple[Scheme, Source], ...] = ()
    auth: httpx.Auth | None = None
    missing: str = ""

    def sign(self, request: httpx.Request, http: httpx.Client) -> None:
        """Add the keys."""
        for scheme, value in self.known:
            scheme.put(request, value)
        for scheme, source in self.later:
            if value := scheme.written(source.get(http)):
                scheme.put(request, value)

    async def sign_async(self, request: httpx.Request, http: httpx.AsyncClient) -> None:
        """Add the keys."""
        for scheme, value in self.known:
            scheme.put(request, value)
        for scheme, source in self.later:
            if value := scheme.written(await source.get_async(http)):
                scheme.put(request, value)

    def also(self, scheme: Scheme, value: str) -> Signature:
        """The same with one key more, unless it is empty."""
        return replace(self, known=(*self.known, (scheme, value))) if value else self

    def without_known_headers(self, headers: httpx.Headers) -> Signature:
        """The same without what is in the headers of all requests from now on."""
        for scheme, value in self.known:
            if scheme.place == "header":
                headers.setdefault(scheme.name, value)
        return replace(self, known=tuple((scheme, value) for scheme, value in self.known if scheme.place != "header"))

    def renews(self, request: httpx.Request) -> bool:
        """Whether a request that the server does not let in may be sent again with other tokens; takes the old out."""
        if not self.later or not isinstance(request.stream, httpx.ByteStream):
            return False
        stale = [scheme for scheme, source in self.later if source.forget(request)]
        take_out(request, [scheme.name for scheme in stale], ())
        return bool(stale)

    @property
    def more(self) -> dict[str, Any]:
        """The arguments of `send` of the HTTP library."""
        return _NOTHING if self.auth is None else {"auth": self.auth}


class Keys(Record):
    """The keys that a client has, by scheme: as they are sent, what gives them, or what signs by itself."""

    schemes: Mapping[str, Scheme] = BEARER
    common: Alternatives = (("",),)
    known: Mapping[str, str] = NOTHING
    sources: Mapping[str, Source] = NOTHING
    signers: Mapping[str, httpx.Auth] = NOTHING

    def signature(self, security: Alternatives | None) -> Signature:
        """What is sent for an operation: the first alternative for which all keys are given.

        Where there is none, it is the first for which some are given: the server says what it misses.
        """
        wanted = self.common if security is None else security
        owned = {*self.known, *self.sources, *self.signers}
        whole = [names for names in wanted if names and owned.issuperset(names)]
        partial = [names for names in wanted if owned.intersection(names)]
        chosen = next(iter([*whole, *partial]), ())
        return Signature(
            known=tuple((self.schemes[name], self.known[name]) for name in chosen if name in self.known),
            later=tuple((self.schemes[name], self.sources[name]) for name in chosen if name in self.sources),
            auth=next((self.signers[name] for name in chosen if name in self.signers), None),
            missing="" if whole else self._missing(wanted),
        )

    def _missing(self, wanted: Alternatives) -> str:
        """What to give to the client, where the API's document says it."""
        ways = [" and ".join(self.schemes[name].argument for name in names) for names in wanted if any(names)]
        return f"the client needs {', or '.join(ways)} for this, and has it not" if ways else ""


def _told(token: Any) -> str:
    """What a callable gave; None is no key."""
    told: str = "" if token is None else token
    return told


def check_headers(headers: Mapping[str, str] | None) -> None:
    """Raise ValueError, without the value, for a header that cannot be sent (RFC 9110 section 5)."""
    for name, value in (headers or {}).items():
        if not re.fullmatch(NAME, name):
            raise ValueError(f"{name!a} cannot be the name of a header")
        if re.search(FORBIDDEN, value):
            raise ValueError(f"the header {name} has a character that no header can have: a line break, or one beyond ASCII")


def leave_keys_behind(request: httpx.Request, schemes: Iterable[Scheme]) -> None:
    """Take out of a request what another server than that of the keys must not get."""
    names = [name for name in request.headers if is_secret(name)]
    take_out(request, names, [scheme.name for scheme in schemes if scheme.place == "query"])


def take_out(request: httpx.Request, headers: Iterable[str], names: Collection[str]) -> None:
    """Take out headers, and what the query has under some names."""
    for name in headers:
        request.headers.pop(name, None)
    query = request.url.query.decode()
    kept = "&".join(pairs_without(query, names))
    if kept != query:
        request.url = request.url.copy_with(query=kept.encode() or None)


def _names(url: httpx.URL) -> set[str]:
    return set(map(name_of, url.query.decode().split("&")))
