"""Servers: `host`, `basePath` and `schemes` as addresses."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from specmend.document.openapi.parameters import template_names
from specmend.document.openapi.references import follow
from specmend.document.tree.values import Tree
from specmend.source.swagger.notes import Fields, Notes, Place

OF_SERVERS: Final = ("host", "basePath", "schemes", "x-servers", "x-ms-parameterized-host")
"""The fields of a document that say where its servers are."""

_LOOPBACK: Final = ("localhost", "127.", "[::1]")
_AZURE: Final = "x-ms-parameterized-host"


class Base(NamedTuple):
    """Where the paths of an API are: schemes without colon, host with port, path from a slash."""

    schemes: tuple[str, ...]
    host: str
    path: str


def understood(key: str, value: Tree) -> bool:
    """Whether a field about servers holds what it should."""
    if key in ("host", "basePath"):
        return isinstance(value, str)
    if key == "schemes":
        return isinstance(value, list) and all(isinstance(scheme, str) for scheme in value)
    if key == "x-servers":
        return isinstance(value, list) and all(_is_server(server) for server in value)
    return isinstance(value, dict) and isinstance(value.get("hostTemplate"), str)


def servers_of(document: Fields, notes: Notes) -> list[Tree]:
    """The servers of a document: one for each scheme (Swagger 2.0, Swagger Object, `schemes`)."""
    known = _known(document)
    base = _base(known, notes)
    if base.schemes and not base.host:
        notes.remark(("schemes",), "Without a `host`, OpenAPI cannot say which schemes there are.")
    if base.host and not base.schemes:
        key = _AZURE if _AZURE in known else "host"
        assumed = _scheme(base.host)
        notes.remark((key,), f"No `schemes` are given: `{assumed}` is assumed.")
    servers = [_server(url, known, notes) for url in _urls(base)]
    urls = {server["url"] for server in servers}
    return servers + [server for server in known.get("x-servers", ()) if server["url"] not in urls]


def convert_schemes(value: Tree, place: Place, notes: Notes) -> Fields:
    """The servers of an operation with schemes of its own, if they differ from the document's."""
    if not understood("schemes", value):
        notes.expected(place.old, "a list of schemes", value)
        return {"schemes": value}
    known = _known(notes.original)
    silent = Notes(notes.original)
    base = _base(known, silent)
    urls, own = _urls(base), _urls(base._replace(schemes=tuple(value)))
    if not base.host:
        notes.remark(place.old, "Without a `host`, OpenAPI cannot say which schemes there are.")
    if urls == own or not value or not base.host:
        return {}
    return {"servers": [_server(url, known, silent) for url in own]}


def convert_servers(value: Tree, place: Place, notes: Notes) -> Fields:
    """The servers that an extension gives a path item or operation as OpenAPI 3 would."""
    if understood("x-servers", value):
        return {"servers": value}
    notes.expected(place.old, "a list of servers with a `url`", value)
    return {"x-servers": value}


def _known(document: Fields) -> Fields:
    """The fields about servers that hold what they should."""
    about = {key: document[key] for key in document if key in OF_SERVERS}
    return {key: value for key, value in about.items() if understood(key, value)}


def _is_server(server: Tree) -> bool:
    return isinstance(server, dict) and isinstance(server.get("url"), str)


def _base(known: Fields, notes: Notes) -> Base:
    schemes = tuple(dict.fromkeys(known.get("schemes", ())))
    host = _host(known, notes)
    path = known.get("basePath", "").strip()
    if path and not path.startswith("/"):
        notes.remark(("basePath",), "A base path starts with a slash: one is put before it.")
        path = f"/{path}"
    return Base(schemes, host, path)


def _host(known: Fields, notes: Notes) -> str:
    """The host alone; people write a scheme before it, and slashes after it."""
    if _AZURE in known:
        template: str = known[_AZURE]["hostTemplate"]
        return template.rpartition("://")[2].rstrip("/")
    stated: str = known.get("host", "").strip()
    host = stated.rpartition("://")[2].rstrip("/")
    if host != stated:
        notes.remark(("host",), f"A host is a name, with a port at most: it is read as `{host}`.")
    return host


def _scheme(host: str) -> str:
    """The scheme to assume: `http` for the machine itself (RFC 6761 section 6.3), else `https`."""
    name = host.lower() if host.startswith("[") else host.lower().partition(":")[0]
    return "http" if name.startswith(_LOOPBACK) else "https"


def _urls(base: Base) -> list[str]:
    """One address for each scheme; without a host, one that is relative to the document's own."""
    path = base.path.rstrip("/")
    if not base.host:
        return [path or "/"] if base.path else []
    return [f"{scheme}://{base.host}{path}" for scheme in base.schemes or (_scheme(base.host),)]


def _server(url: str, known: Fields, notes: Notes) -> dict[str, Tree]:
    """A server; each name in braces is a variable (OpenAPI 3.0.4 section 4.7.5)."""
    names = list(dict.fromkeys(template_names(url.replace("//", "  "))))
    if not names:
        return {"url": url}
    described = _described(known, notes)
    return {"url": url, "variables": {n: _variable(n, described, known, notes) for n in names}}


def _described(known: Fields, notes: Notes) -> dict[str, Fields]:
    """What Azure's documents say of the variables in their hosts, by name."""
    listed = known.get(_AZURE, {}).get("parameters")
    found: dict[str, Fields] = {}
    for index in range(len(listed) if isinstance(listed, list) else 0):
        _, parameter = follow(notes.original, (_AZURE, "parameters", index))
        if isinstance(parameter, dict) and isinstance(parameter.get("name"), str):
            found[parameter["name"]] = parameter
    return found


def _variable(
    name: str,
    described: Mapping[str, Fields],
    known: Fields,
    notes: Notes,
) -> dict[str, Tree]:
    """A variable of a server; its default is the one given, the first value, or its name."""
    said = described.get(name, {})
    values = said.get("enum")
    enum = [str(value) for value in values] if isinstance(values, list) and values else []
    default = said.get("default", enum[0] if enum else None)
    if default is None:
        key = next(k for k in (_AZURE, "host", "basePath") if k in known)
        notes.remark((key,), f"A variable needs a default: that of `{name}` is its name.")
    text = said.get("description")
    return {
        **({"enum": enum} if enum else {}),
        "default": name if default is None else str(default),
        **({"description": text} if isinstance(text, str) else {}),
    }
