"""The servers of a document: base URL, variables as arguments, and operations with their own."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urljoin, urlsplit

from specmend.document.openapi.servers import (
    Server,
    Variable,
    servers_of_document,
    servers_of_operation,
    variable_names,
    with_values,
)
from specmend.generate.names import free_name, python_name

_SOMEWHERE: Final = "https://document.invalid/"
"""Stands for where the document was served, from which a relative server counts."""

_LONGEST_NAME: Final = 32
"""Characters of a description that is as good as a name."""

_SCHEMES: Final = ("http", "https")


@dataclass(frozen=True, kw_only=True, slots=True)
class Route:
    """Where requests of an operation go: a path behind a server, or else behind the base URL."""

    sent: str
    server: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class ServerArgument:
    """A variable of servers as an argument of the client."""

    argument: str
    variable: Variable

    @property
    def annotation(self) -> str:
        """Its type in Python, without None."""
        return "Literal" if self.variable.choices else "str"


def default_server(document: Mapping[str, Any]) -> str:
    """The first server with the defaults of its variables, or nothing when it is relative.

    A relative server counts from where the document was served (OpenAPI 3.1 section 4.8.5), which a
    client does not know: its base URL has no default then.
    """
    servers = servers_of_document(document)
    return _absolute(servers[0].expanded) if servers else ""


def server_template(document: Mapping[str, Any]) -> str:
    """The same with its variables in braces."""
    servers = servers_of_document(document)
    return servers[0].url.rstrip("/") if servers and default_server(document) else ""


def server_prefix(document: Mapping[str, Any]) -> str:
    """The path of the first server, with which every base URL is expected to end."""
    servers = servers_of_document(document)
    if not servers:
        return ""
    path = urlsplit(servers[0].expanded).path.rstrip("/")
    return _path_of(servers[0].url, servers[0].expanded) if default_server(document) else path


def named_servers(document: Mapping[str, Any]) -> dict[str, str]:
    """The servers of a document by a name for people, where there are several and one has a name.

    The name is that of OpenAPI 3.2, or else a short description, or the URL itself.
    """
    servers = [one for one in servers_of_document(document) if _absolute(one.expanded)]
    named: dict[str, str] = {}
    for server in servers:
        url, name = server.url.rstrip("/"), _name_of(server)
        named[name if name and name not in named else url] = url
    return named if len(named) > 1 and any(_name_of(server) for server in servers) else {}


def server_arguments(document: Mapping[str, Any], taken: Collection[str]) -> list[ServerArgument]:
    """The variables of the document's servers as arguments of the client, under free names."""
    if not default_server(document):
        return []
    known: dict[str, Variable] = {}
    for server in servers_of_document(document):
        for variable in server.variables:
            known.setdefault(variable.name, variable)
    names, arguments = set(taken), []
    for variable in known.values():
        argument = free_name(python_name(variable.name), names)
        names.add(argument)
        arguments.append(ServerArgument(argument=argument, variable=_complete(variable)))
    return arguments


def documented_servers(document: Mapping[str, Any]) -> list[str]:
    """All servers of a document that are absolute, with their variables in braces."""
    servers = servers_of_document(document)
    return [server.url.rstrip("/") for server in servers if _absolute(server.expanded)]


def route(document: dict[str, Any], path: str, operation: dict[str, Any]) -> Route | None:
    """Where an operation is sent to, or None where its own server is none that HTTP reaches.

    One of the same origin as the base is reached from the base URL that the user gives, by going up
    and down from there (RFC 3986 section 5.2.4), as `/health` beside `/v1`. Relative servers count
    from the base.
    """
    own = servers_of_operation(document, path, operation)
    if not own:
        return Route(sent=path)
    bases = servers_of_document(document) or [Server(url="/")]
    shared = {variable.name for server in bases for variable in server.variables}
    base = _located(bases[0].expanded, _SOMEWHERE)
    url = _located(own[0].expanded, base)
    if urlsplit(url).scheme not in _SCHEMES or not urlsplit(url).hostname:
        return None
    template = with_defaults(own[0].url, own[0], kept=shared)
    if _origin(url) == _origin(base) and _is_reached_from(bases[0], own[0]):
        way = _climb(_path_of(bases[0].url, base), _path_of(template, url))
        return Route(sent=with_defaults(way, own[0]) + path)
    return Route(sent=path, server=template.rstrip("/") if "://" in template else url)


def left_out(document: dict[str, Any], path: str, operation: dict[str, Any]) -> Iterator[str]:
    """What the client does without of the servers of an operation, in words."""
    own = servers_of_operation(document, path, operation)
    shared = {variable.name for one in servers_of_document(document) for variable in one.variables}
    if len(own) > 1:
        yield f"the client calls the first of the {len(own)} servers of this operation"
    for name in variable_names(own[0].url) if own else ():
        if name not in shared:
            yield f"the variable {name} of its own server has its default in the client"


def with_defaults(url: str, server: Server, kept: Collection[str] = ()) -> str:
    """A URL with the defaults of a server's variables, but for those that are kept."""
    variables = [variable for variable in server.variables if variable.name not in kept]
    return with_values(url, {variable.name: variable.default for variable in variables})


def _name_of(server: Server) -> str:
    is_short = len(server.description) <= _LONGEST_NAME
    return server.name or (server.description if is_short else "")


def _absolute(url: str) -> str:
    return url.rstrip("/") if urlsplit(url).scheme in _SCHEMES else ""


def _located(url: str, base: str) -> str:
    """A URL made absolute; one of no character is that of the root, as `/` is."""
    return urljoin(base, url or "/").rstrip("/")


def _origin(url: str) -> tuple[str, str | None, int | None]:
    parts = urlsplit(url)
    return parts.scheme, parts.hostname, parts.port


def _is_reached_from(base: Server, own: Server) -> bool:
    """Whether a server of the base's origin stays there whatever the variables of the base are."""
    if "://" not in own.url:
        return True
    here, there = (one.url.partition("://")[2].partition("/")[0] for one in (base, own))
    return here == there or not variable_names(here)


def _path_of(template: str, url: str) -> str:
    """The path of a URL as it is written, with its variables; `url` is the whole of it."""
    if "://" in template:
        _, slash, path = template.partition("://")[2].partition("/")
        return f"{slash}{path}".rstrip("/")
    return (template if template.startswith("/") else urlsplit(url).path).rstrip("/")


def _climb(base: str, own: str) -> str:
    """The way from one path to another: up to where they part, and down from there."""
    here, there = base.split("/")[1:], own.split("/")[1:]
    common = 0
    while common < min(len(here), len(there)) and here[common] == there[common]:
        common += 1
    return "/.." * (len(here) - common) + "".join(f"/{part}" for part in there[common:])


def _complete(variable: Variable) -> Variable:
    """A variable whose choices have its default among them."""
    missing = variable.choices and variable.default not in variable.choices
    choices = (variable.default, *variable.choices) if missing else variable.choices
    return Variable(
        name=variable.name,
        default=variable.default,
        choices=choices,
        description=variable.description,
    )
