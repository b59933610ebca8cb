"""What all requests of one client share: addresses, keys, headers, timeout, retries, limits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeAlias
from urllib.parse import urlsplit

import httpx2 as httpx

from ._address import Address, filled, read_address
from ._log import is_secret, keep_secret, log
from ._operation import Operation
from ._record import NOTHING, Record, replace
from ._retry import Retries
from ._security import BEARER, LOGIN, Alternatives, Called, Grant, Keys, Scheme, Signature, check_headers

DEFAULT_TIMEOUT: Final = httpx.Timeout(600.0, connect=10.0, pool=None)
"""Ten minutes without a byte, ten seconds for a connection."""

MAX_RECORD: Final = 16 * 1024 * 1024
"""The largest record of a stream in bytes, unless the client is told otherwise."""

CONTENT_TYPE: Final = "Content-Type"

Timeout: TypeAlias = float | httpx.Timeout | None


class Target(Record):
    """Where the requests of an operation go, the headers of all of them, and what they are signed with."""

    address: Address
    headers: httpx.Headers
    signature: Signature
    made: dict[tuple[str, str], httpx.Headers]

    def usual(self, accept: str, content_type: str) -> httpx.Headers:
        """A copy of the headers of requests that have nothing more of their own; they are put together once.

        Names of headers differ in case only by accident (RFC 9110 section 5.1).
        """
        key = (accept, content_type)
        if key not in self.made:
            headers = httpx.Headers({"Accept": accept})
            headers.update(self.headers)
            headers.update({CONTENT_TYPE: content_type} if content_type else {})
            self.made[key] = headers
        return httpx.Headers(self.made[key])


class Servers(Record):
    """The servers that operations have of their own, and what the document and the caller say of them.

    `given` are the places that the caller names for some of them, `documented` the servers of the document.
    """

    given: Mapping[str, str] = NOTHING
    documented: Sequence[str] = ()
    variables: Mapping[str, str] = NOTHING
    over_http: bool = False

    def address(self, server: str, base: Address) -> Address:
        """Where a server is; one of the origin of the base URL has its user and password."""
        url = self.given.get(server) or filled(server, self.variables)
        found = read_address(url, urlsplit(url).path)
        if found.origin == base.origin and not found.authorization:
            return replace(found, authorization=base.authorization)
        return found

    def has_keys(self, server: str, address: Address, base: Address) -> bool:
        """Whether a server may have the keys of the client: they go where its maker or its user sends them.

        That is the origin of the base URL, a place that the caller names, and what the document says as long as the
        base URL is one of the document's. Otherwise the keys are those of another installation.
        """
        if not (address.is_private or self.over_http):
            return False
        is_own = base.origin in {read_address(url, "").origin for url in self.documented}
        return server in self.given or address.origin == base.origin or is_own


class Settings(Record):
    """The settings of one client; `headers` are those of every request, without the keys."""

    address: Address
    keys: Keys
    headers: httpx.Headers
    timeout: Timeout
    retries: Retries
    max_record: int
    agent: str = ""
    servers: Servers
    targets: dict[Any, Target]

    def target(self, operation: Operation) -> Target:
        """Where the requests of an operation go, found once for all operations that are alike in this."""
        alike = (operation.server, operation.security)
        found = self.targets.get(alike)
        if found is None:
            found = self.targets[alike] = self._found(operation)
        return found

    def _found(self, operation: Operation) -> Target:
        address = self.servers.address(operation.server, self.address) if operation.server else self.address
        if operation.server and not self.servers.has_keys(operation.server, address, self.address):
            public = self._named([(name, value) for name, value in self.headers.items() if not is_secret(name)])
            words = f"{address.url} gets no keys from this client; servers= can name another place for it"
            return Target(address=address, headers=public, signature=Signature(missing=words), made={})
        headers = self.headers.copy()
        signature = self.keys.signature(operation.security).also(LOGIN, address.authorization)
        signature = signature.without_known_headers(headers)
        return Target(address=address, headers=self._named(headers), signature=signature, made={})

    def _named(self, headers: Any) -> httpx.Headers:
        """Headers that say what the client is, unless they do so already or a key stands there."""
        named = httpx.Headers(headers)
        if self.agent:
            named.setdefault("User-Agent", self.agent)
        return named

    def changed(self, timeout: Timeout, retries: int | Retries | None, headers: Mapping[str, str] | None) -> Settings:
        """The settings with some of them changed; DEFAULT_TIMEOUT and None leave what there is."""
        check_headers(headers)
        merged = self.headers.copy()
        merged.update(headers)
        return replace(
            self,
            headers=merged,
            timeout=self.timeout if timeout is DEFAULT_TIMEOUT else timeout,
            retries=self.retries if retries is None else read_retries(retries),
            targets={},
        )


class Given(Record):
    """The arguments of a client that become its settings, and what the package itself says of the server.

    `security` is what operations need that say nothing of their own. `keys` are by the names of `schemes`; `single` is the one that `api_key` is for.
    """

    base_url: str
    prefix: str
    agent: str
    api_key: Any = None
    default_key: Any = None
    api_key_over_http: bool
    headers: Mapping[str, str] | None
    timeout: Timeout
    retries: int | Retries
    max_record: int
    schemes: Mapping[str, Scheme] = BEARER
    security: Alternatives = (("",),)
    single: str = ""
    keys: Mapping[str, Any] = NOTHING
    default_keys: Mapping[str, Any] = NOTHING
    servers: Mapping[str, str] | None = None
    own_servers: Sequence[str] = ()
    documented: Sequence[str] = ()
    variables: Mapping[str, str] = NOTHING

    def settings(self) -> Settings:
        """The settings; raises ValueError for a base URL that cannot work, and for a key that others could read."""
        address = read_address(self.base_url, self.prefix)
        if address.authorization and not (address.is_private or self.api_key_over_http):
            words = f"user and password of the base URL are not sent to {address.url}, where others could read them"
            raise ValueError(f"{words} on the way; use https, or say api_key_over_http=True")
        check_headers(self.headers)
        headers = httpx.Headers(self.headers)
        return Settings(
            address=address,
            keys=self._keys(address),
            headers=headers,
            agent=self.agent,
            timeout=self.timeout,
            retries=read_retries(self.retries),
            max_record=self.max_record,
            servers=self._servers(),
            targets={},
        )

    def _servers(self) -> Servers:
        """Where the servers of operations are; raises ValueError for one that the document does not have."""
        given = {url.rstrip("/"): place for url, place in (self.servers or {}).items()}
        known = {filled(url, self.variables): url for url in self.own_servers}
        for url in given:
            if url not in known and url not in self.own_servers:
                raise ValueError(f"no operation has the server {url}; there are {', '.join(self.own_servers)}")
        return Servers(
            given={known.get(url, url): place for url, place in given.items()},
            documented=tuple(filled(url, self.variables) for url in self.documented),
            variables=self.variables,
            over_http=self.api_key_over_http,
        )

    def _keys(self, address: Address) -> Keys:
        known: dict[str, str] = {}
        sources: dict[str, Any] = {}
        signers: dict[str, httpx.Auth] = {}
        for name, scheme in self.schemes.items():
            key = self._key(name, scheme, address)
            if isinstance(key, httpx.Auth):
                signers[name] = key
            elif isinstance(key, Grant):
                sources[name] = key.source(scheme, address.url, over_http=self.api_key_over_http)
            elif callable(key):
                sources[name] = Called(argument=scheme.argument, call=key)
            elif key is not None and (written := scheme.written(key)):
                known[name] = written
        keep_secret({scheme.name for scheme in self.schemes.values()} - {LOGIN.name})
        return Keys(schemes=self.schemes, common=self.security, known=known, sources=sources, signers=signers)

    def _key(self, name: str, scheme: Scheme, address: Address) -> Any:
        """The key for a scheme; raises ValueError for one that is given twice, or that others could read."""
        given, default, argument = self.keys.get(name), self.default_keys.get(name), scheme.argument
        if name == self.single and self.api_key is not None:
            if given is not None:
                raise ValueError(f"api_key and {argument} are two names of one key; give one of them")
            given, argument = self.api_key, "api_key"
        if name == self.single and default is None:
            default = self.default_key
        key = default if given is None else given
        if not key or address.is_private or self.api_key_over_http:
            return key
        words = f"{_shown(argument)} is not sent to {address.url}, where others could read it on the way"
        if given is not None:
            raise ValueError(f"{words}; use https, or say api_key_over_http=True")
        log.warning("%s; use https, or give it as %s with api_key_over_http=True", words, argument)
        return None


def read_retries(given: int | Retries) -> Retries:
    """A number of retries as the record of that name."""
    return Retries(times=given) if isinstance(given, int) else given


def _shown(argument: str) -> str:
    return "the API key" if argument == "api_key" else f"the key {argument}"
