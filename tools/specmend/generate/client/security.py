"""The security schemes that a client has keys for, and which of them an operation needs."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from specmend.document.openapi.operations import operations
from specmend.document.openapi.security import (
    REQUIREMENTS,
    alternatives,
    required_of,
    scheme_names,
    security_schemes,
)
from specmend.document.openapi.tokens import is_token
from specmend.generate.names import free_name, python_name

CLIENT_ARGUMENTS: Final = frozenset(
    """
    api_key api_key_over_http base_url given given_variables headers http max_record proxy retries
    self servers timeout transport variables
    """.split()  # noqa: SIM905 - a list would have a line for each
)
"""The arguments and the other names in the constructor of a client."""

API_KEY: Final = "api_key"
"""The argument for the one key that an API has, under whatever name the document declares it."""

CERTIFICATE: Final = "mutualTLS"
"""The type of a scheme that has no key: the HTTP client has the certificate."""

_PLACES: Final = ("header", "query", "cookie")

Alternatives = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Scheme:
    """A scheme as the client has it.

    `kind` is `key`, `bearer`, `token` for what OAuth gives, `basic`, or `http` for the whole of
    other credentials. `argument` is its name in Python, `place` and `wire` are where its key goes.
    """

    name: str
    kind: str
    argument: str = ""
    place: str = "header"
    wire: str = "Authorization"
    prefix: str = ""
    description: str = ""
    deprecated: bool = False
    token_url: str = ""
    refresh_url: str = ""
    metadata_url: str = ""

    @property
    def annotation(self) -> str:
        """The type of its argument, as the module of the client imports it."""
        types = {"basic": "Basic", "token": "Token", "http": "Key | httpx.Auth"}
        return types.get(self.kind, "Key")


@dataclass(frozen=True, kw_only=True, slots=True)
class Security:
    """The schemes of a client by name; `single` is the one that the argument `api_key` is for.

    `everywhere` says that the document declares schemes and requires none: each request gets the
    keys that there are. Where nothing is `declared` a key is a bearer token. `common` is what
    operations need that say nothing of their own. `certificates` are the schemes of mutual TLS.
    """

    schemes: Mapping[str, Scheme] = field(default_factory=dict)
    single: str = ""
    everywhere: bool = False
    declared: bool = True
    common: Alternatives | None = None
    certificates: tuple[str, ...] = ()

    @property
    def has_tokens(self) -> bool:
        """Whether a token endpoint may give a key."""
        return any(scheme.kind == "token" for scheme in self.schemes.values())

    def own(self, document: dict[str, Any], node: dict[str, Any]) -> Alternatives | None:
        """The alternatives of an operation, or None for those that all have in common."""
        found = self.alternatives(document, node)
        return None if found == self.common else found

    def alternatives(self, document: dict[str, Any], node: dict[str, Any]) -> Alternatives | None:
        """The schemes that an operation needs together, by alternative; None where none exist.

        An alternative of nothing says that no key is needed, which needs no word here.
        """
        if not self.declared:
            return () if node.get(REQUIREMENTS) == [] else None
        if self.everywhere:
            return (tuple(self.schemes),)
        listed = required_of(document, node)
        found = (
            tuple(name for name in alternative if name in self.schemes)
            for alternative in alternatives(listed)
        )
        return tuple(dict.fromkeys(names for names in found if names))


def read_security(document: dict[str, Any], taken: Collection[str] = ()) -> Security:
    """The schemes that an operation of a document needs, with arguments that do not clash."""
    declared = security_schemes(document)
    required = required_names(document)
    everywhere = required is None
    used = [name for name in declared if everywhere or name in (required or ())]
    known = [scheme for name in used if (scheme := read_scheme(name, declared[name])) is not None]
    named = _named(known, {*CLIENT_ARGUMENTS, *taken})
    security = Security(
        schemes={scheme.name: scheme for scheme in named},
        single=_single(named),
        everywhere=everywhere,
        certificates=tuple(name for name in used if declared[name].get("type") == CERTIFICATE),
        declared=any(read_scheme(name, node) for name, node in declared.items()),
    )
    return replace(security, common=security.alternatives(document, {}))


def required_names(document: dict[str, Any]) -> set[str] | None:
    """The names of the schemes that an operation needs; None where nothing is said of any."""
    nodes = [operation.node for operation in operations(document)]
    if REQUIREMENTS not in document and not any(REQUIREMENTS in node for node in nodes):
        return None
    return {name for node in nodes for name in scheme_names(required_of(document, node))}


def read_scheme(name: str, node: Mapping[str, Any]) -> Scheme | None:
    """A scheme that the client has a key for; None for any other."""
    kind = node.get("type")
    known = Scheme(
        name=name,
        kind="",
        description=str(node.get("description") or "").strip(),
        deprecated=node.get("deprecated") is True,
    )
    if kind == "apiKey":
        return _key(known, node)
    if kind == "http":
        return _http(known, str(node.get("scheme") or ""))
    if kind == "oauth2":
        return _oauth(known, node)
    if kind == "openIdConnect":
        url = str(node.get("openIdConnectUrl") or "")
        return replace(known, kind="token", prefix="Bearer ", metadata_url=url)
    return None


def _key(known: Scheme, node: Mapping[str, Any]) -> Scheme | None:
    """A key in one of three places (OpenAPI 3.1 section 4.8.27)."""
    place, wire = node.get("in"), node.get("name")
    if place not in _PLACES or not isinstance(wire, str) or not wire:
        return None
    if place != "query" and not is_token(wire):
        return None
    return replace(known, kind="key", place=place, wire=wire)


def _http(known: Scheme, scheme: str) -> Scheme:
    """A scheme of HTTP by its name, whose case says nothing (RFC 9110 section 11.1)."""
    if scheme.lower() == "bearer":
        return replace(known, kind="bearer", prefix="Bearer ")
    return replace(known, kind="basic" if scheme.lower() == "basic" else "http")


def _oauth(known: Scheme, node: Mapping[str, Any]) -> Scheme:
    flows = node.get("flows")
    urls = _Flows(flows if isinstance(flows, dict) else {})
    return replace(
        known,
        kind="token",
        prefix="Bearer ",
        token_url=urls.first("tokenUrl", "clientCredentials"),
        refresh_url=urls.first("refreshUrl") or urls.first("tokenUrl"),
        metadata_url=str(node.get("oauth2MetadataUrl") or ""),
    )


class _Flows:
    """The flows of a scheme, asked for the first URL of a kind."""

    def __init__(self, flows: Mapping[str, Any]) -> None:
        self._flows = {name: flow for name, flow in flows.items() if isinstance(flow, dict)}

    def first(self, field: str, *names: str) -> str:
        """The first URL in one of the flows, or in any."""
        flows = [flow for name, flow in self._flows.items() if not names or name in names]
        return next((str(flow[field]) for flow in flows if flow.get(field)), "")


def _named(schemes: list[Scheme], taken: set[str]) -> list[Scheme]:
    """The schemes with arguments of their own; one that is called `api_key` keeps that name.

    What is a name of Python in the document keeps it.
    """
    names = {scheme.name: python_name(scheme.name) for scheme in schemes}
    by_name = sorted(schemes, key=lambda scheme: scheme.name != names[scheme.name])
    own = next((scheme for scheme in by_name if names[scheme.name] == API_KEY), None)
    arguments: dict[str, str] = {}
    for scheme in by_name:
        argument = API_KEY if scheme is own else free_name(names[scheme.name], taken)
        taken.add(argument)
        arguments[scheme.name] = argument
    return [replace(scheme, argument=arguments[scheme.name]) for scheme in schemes]


def _single(schemes: list[Scheme]) -> str:
    """The scheme that `api_key` means: the one of that name, or the only one that it can be.

    That is the only one with a key or token, or else the only key, or the only login.
    """
    own = [scheme for scheme in schemes if scheme.argument == API_KEY]
    tokens = [scheme for scheme in schemes if scheme.kind in ("key", "bearer", "token")]
    keys = [scheme for scheme in schemes if scheme.kind == "key"]
    logins = [scheme for scheme in schemes if scheme.kind == "basic"]
    for found in (own, tokens, keys, [] if tokens else logins):
        if len(found) == 1:
            return found[0].name
    return ""
