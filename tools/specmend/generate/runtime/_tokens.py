"""Gets tokens from the token endpoint of an API (RFC 6749), and keeps each until it expires."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING, Any, Final, TypeAlias
from urllib.parse import quote_plus, urljoin, urlsplit

import httpx2 as httpx

from . import errors
from ._address import is_loopback
from ._failure import connection_error
from ._log import is_secret, log_answer, log_request, shown_url
from ._record import Record
from ._security import AsyncKey, Key, Scheme

if TYPE_CHECKING:
    import anyio

_MARGIN: Final = 30.0
"""Seconds before its end at which a token is not used any more; half of its time where that is less."""

_TIMEOUT: Final = httpx.Timeout(60.0, connect=10.0)
_LONGEST: Final = 300
_ASKING: Final = {"Accept": "application/json"}


@dataclass(frozen=True, slots=True)
class ClientCredentials:
    """Tokens for the id and secret of a client of its own (RFC 6749 section 4.4).

    Args:
        client_id: The id that the authorization server gave.
        client_secret: The secret that belongs to it.
        scopes: What the token is for; the server decides where none are given.
        token_url: The token endpoint, in place of the one that the API's document names.
        in_body: Whether id and secret are sent in the body, and not as basic credentials (section 2.3.1).
        parameters: More parameters of the request, such as `audience`.
    """

    client_id: str
    client_secret: str = field(repr=False)
    scopes: Sequence[str] = ()
    token_url: str | None = None
    in_body: bool = False
    parameters: Mapping[str, str] = field(default_factory=dict, repr=False)

    def source(self, scheme: Scheme, base_url: str, *, over_http: bool) -> TokenSource:
        """What gives the tokens of one client; raises ValueError where no token endpoint is known, or is safe."""
        form = {"grant_type": "client_credentials", **_scope(self.scopes), **self.parameters}
        place = _Place(scheme, self.token_url or scheme.token_url, base_url, over_http)
        return TokenSource(place, form, _Login(client=self.client_id, secret=self.client_secret, in_body=self.in_body))


@dataclass(frozen=True, slots=True)
class RefreshToken:
    """Tokens for a refresh token (RFC 6749 section 6), which an authorization of the user gave.

    Args:
        refresh_token: The refresh token. Where the server gives a new one with a token, that counts from then on.
        client_id: The id of the client, where the server wants it.
        client_secret: The secret of the client, where it has one.
        scopes: What the tokens are for; the same as before where none are given.
        token_url: The token endpoint, in place of the one that the API's document names.
        access_token: A token that there is already, used until the server takes it no more.
        in_body: Whether id and secret are sent in the body, and not as basic credentials (section 2.3.1).
        on_change: Called with each new refresh token, to be kept for the next program.
    """

    refresh_token: str = field(repr=False)
    client_id: str | None = None
    client_secret: str | None = field(default=None, repr=False)
    scopes: Sequence[str] = ()
    token_url: str | None = None
    access_token: str | None = field(default=None, repr=False)
    in_body: bool = False
    on_change: Callable[[str], None] | None = None

    def source(self, scheme: Scheme, base_url: str, *, over_http: bool) -> TokenSource:
        """What gives the tokens of one client; raises ValueError where no token endpoint is known, or is safe."""
        form = {"grant_type": "refresh_token", "refresh_token": self.refresh_token, **_scope(self.scopes)}
        place = _Place(scheme, self.token_url or scheme.refresh_url, base_url, over_http)
        login = _Login(client=self.client_id, secret=self.client_secret, in_body=self.in_body)
        return TokenSource(place, form, login, token=self.access_token, on_change=self.on_change)


Token: TypeAlias = Key | ClientCredentials | RefreshToken
"""A token, a callable that gives one for each request, or what gets one from the token endpoint."""

AsyncToken: TypeAlias = AsyncKey | ClientCredentials | RefreshToken
"""The same for the asynchronous client; the callable may be asynchronous."""


class TokenSource:
    """The tokens of one client and scheme: one is there at a time, for all threads and tasks."""

    def __init__(
        self,
        place: _Place,
        form: dict[str, str],
        login: _Login,
        token: str | None = None,
        on_change: Callable[[str], None] | None = None,
    ) -> None:
        self._place = place
        self._form = form
        self._login = login
        self._token = token
        self._until: float | None = None
        self._on_change = on_change
        self._lock = Lock()
        self._task_lock: anyio.Lock | None = None

    def get(self, http: httpx.Client) -> str:
        """A token that has not expired; raises TokenError where the endpoint gives none."""
        with self._lock:
            if (token := self._fresh()) is not None:
                return token
            if not self._place.url:
                self._place.read(_exchange(http, self._place.ask()))
            return self._read(_exchange(http, self._request()))

    async def get_async(self, http: httpx.AsyncClient) -> str:
        """A token that has not expired; raises TokenError where the endpoint gives none."""
        if self._task_lock is None:
            import anyio  # a part of the HTTP library, for any event loop

            self._task_lock = anyio.Lock()
        async with self._task_lock:
            if (token := self._fresh()) is not None:
                return token
            if not self._place.url:
                self._place.read(await _exchange_async(http, self._place.ask()))
            return self._read(await _exchange_async(http, self._request()))

    def forget(self, request: httpx.Request) -> bool:
        """Whether another token may come in place of that of a request, which the server does not take."""
        sent = request.headers.get("Authorization", "").partition(" ")[2]
        if sent and sent == self._token:
            self._token = None
        return bool(sent) and sent != self._token

    def _fresh(self) -> str | None:
        return self._token if self._until is None or monotonic() < self._until else None

    def _request(self) -> httpx.Request:
        headers, form = self._login.written(self._form)
        extensions = {"timeout": _TIMEOUT.as_dict()}
        return httpx.Request(
            "POST", self._place.url, headers={**_ASKING, **headers}, data=form, extensions=extensions
        )

    def _read(self, response: httpx.Response) -> str:
        """Keep what a token endpoint answers (RFC 6749 section 5.1)."""
        data = _data(response)
        token, kind = data.get("access_token"), str(data.get("token_type") or "bearer")
        if not response.is_success or not isinstance(token, str) or not token:
            raise self._error(response, data)
        if not kind.lower().startswith("bearer"):
            words = f"gives a token of the type {kind[:20]!a}, and not a bearer token"
            raise errors.TokenError(shown_url(response.request.url), response.status_code, words)
        self._token = token
        self._until = _end(data.get("expires_in"))
        refresh = data.get("refresh_token")
        if "refresh_token" in self._form and isinstance(refresh, str) and refresh != self._form["refresh_token"]:
            self._form["refresh_token"] = refresh
            if self._on_change is not None:
                self._on_change(refresh)
        return token

    def _error(self, response: httpx.Response, data: Mapping[str, Any]) -> errors.TokenError:
        """The error of an endpoint, in its own words (RFC 6749 section 5.2), without what is secret."""
        secrets = [self._login.secret or "", *(value for name, value in self._form.items() if _is_secret(name))]
        code, words, uri = (_shown(data.get(key), secrets) for key in ("error", "error_description", "error_uri"))
        reason = "gives no access token" if response.is_success else f"answers {response.status_code}"
        told = ": ".join(part for part in (reason, code, words) if part)
        return errors.TokenError(shown_url(response.request.url), response.status_code, told, code, words, uri)


class _Place:
    """Where tokens come from; `url` is empty as long as only metadata say it (RFC 8414, OpenID Connect Discovery)."""

    def __init__(self, scheme: Scheme, url: str, base_url: str, over_http: bool) -> None:
        self._argument = scheme.argument
        self._over_http = over_http
        if not url and not scheme.metadata_url:
            raise ValueError(f"{scheme.argument} needs a token_url: the API's document names no token endpoint for it")
        # Relative URLs count from the server (OpenAPI 3.2, Relative References in API URLs).
        self.url = self._safe(urljoin(base_url, url)) if url else ""
        self._metadata = urljoin(base_url, scheme.metadata_url)
        if not url:
            self._safe(self._metadata)

    def ask(self) -> httpx.Request:
        """The request for the metadata."""
        return httpx.Request("GET", self._metadata, headers=_ASKING, extensions={"timeout": _TIMEOUT.as_dict()})

    def read(self, response: httpx.Response) -> None:
        """Take the token endpoint out of metadata."""
        url = _data(response).get("token_endpoint") if response.is_success else None
        if not isinstance(url, str):
            asked, status = shown_url(response.request.url), response.status_code
            raise errors.TokenError(asked, status, f"answers {status} and names no token endpoint")
        self.url = self._safe(urljoin(self._metadata, url))

    def _safe(self, url: str) -> str:
        """A URL to which a secret may go."""
        parts = urlsplit(url)
        host = parts.hostname or ""
        if parts.scheme == "https" or (parts.scheme == "http" and (self._over_http or is_loopback(host))):
            return url
        words = f"{self._argument} is not sent to {parts.scheme}://{host}{parts.path}"
        raise ValueError(f"{words}, where others could read it on the way; use https, or say api_key_over_http=True")


class _Login(Record):
    """How a client shows the token endpoint who it is (RFC 6749 section 2.3.1)."""

    client: str | None
    secret: str | None
    in_body: bool

    def written(self, form: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
        """The headers and the form of a request."""
        if self.client is None:
            return {}, {**form}
        if self.secret is None:
            return {}, {**form, "client_id": self.client}
        if self.in_body:
            return {}, {**form, "client_id": self.client, "client_secret": self.secret}
        pair = f"{quote_plus(self.client)}:{quote_plus(self.secret)}"
        return {"Authorization": f"Basic {b64encode(pair.encode()).decode()}"}, {**form}


def _exchange(http: httpx.Client, request: httpx.Request) -> httpx.Response:
    """The answer to a request that has nothing of the settings of a client in it; raises APIConnectionError."""
    since = log_request(request)
    try:
        response = http.send(request, auth=None, follow_redirects=False)
    except httpx.RequestError as error:
        raise connection_error(error, request) from error
    log_answer(request, response, since)
    return response


async def _exchange_async(http: httpx.AsyncClient, request: httpx.Request) -> httpx.Response:
    """The answer to a request that has nothing of the settings of a client in it; raises APIConnectionError."""
    since = log_request(request)
    try:
        response = await http.send(request, auth=None, follow_redirects=False)
    except httpx.RequestError as error:
        raise connection_error(error, request) from error
    log_answer(request, response, since)
    return response


def _scope(scopes: Sequence[str]) -> dict[str, str]:
    """Scopes as one text (RFC 6749 section 3.3)."""
    names = [scopes] if isinstance(scopes, str) else scopes
    return {"scope": " ".join(names)} if names else {}


def _data(response: httpx.Response) -> Mapping[str, Any]:
    try:
        data = json.loads(response.content)
    except ValueError:
        return {}
    return data if isinstance(data, dict) else {}


def _end(seconds: Any) -> float | None:
    """The moment from which a token is not used any more; None where the server does not say one."""
    try:
        life = float(seconds)
    except (TypeError, ValueError):
        return None
    return monotonic() + max(0.0, life - min(_MARGIN, life / 2))


def _is_secret(name: str) -> bool:
    return is_secret(name) or name.endswith("assertion")


def _shown(words: Any, secrets: Sequence[str]) -> str:
    """What a server says, on one line and without secrets."""
    text = " ".join(words.split())[:_LONGEST] if isinstance(words, str) else ""
    for secret in secrets:
        text = text.replace(secret, "***") if secret else text
    return text
