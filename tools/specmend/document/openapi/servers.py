"""Servers and the variables in their URLs (OpenAPI 3.0.4 section 4.7.5, 3.1.1 section 4.8.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from specmend.document.tree.values import Tree, get

_VARIABLE: Final = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, kw_only=True, slots=True)
class Variable:
    """A variable in the URL of a server; one without `choices` may have any value."""

    name: str
    default: str = ""
    choices: tuple[str, ...] = ()
    description: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Server:
    """A server with the variables that its URL has in braces; names of servers are new in 3.2."""

    url: str
    name: str = ""
    description: str = ""
    variables: tuple[Variable, ...] = ()

    @property
    def expanded(self) -> str:
        """The URL in which each variable has its default."""
        defaults = {variable.name: variable.default for variable in self.variables}
        return with_values(self.url, defaults)


def servers_of_document(tree: Tree) -> list[Server]:
    """The servers of a document; none where it names none, which stands for one at `/`."""
    return list(_servers(get(tree, ("servers",))))


def servers_of_operation(tree: Tree, path: str, operation: Tree) -> list[Server]:
    """The servers that count for an operation in place of those of the document, if there are any.

    Those of the operation come before those of its path (OpenAPI 3.1.1 section 4.8.10).
    """
    own = operation.get("servers") if isinstance(operation, dict) else None
    return list(_servers(own or get(tree, ("paths", path, "servers"))))


def with_values(url: str, values: Mapping[str, str]) -> str:
    """A URL in which variables have values; a variable without a value stays."""
    return _VARIABLE.sub(lambda found: values.get(found[1], found[0]), url)


def variable_names(url: str) -> list[str]:
    """The variables that a URL has in braces, in order, each once."""
    return list(dict.fromkeys(_VARIABLE.findall(url)))


def _servers(listed: Tree) -> Iterator[Server]:
    for node in listed if isinstance(listed, list) else ():
        if isinstance(node, dict):
            url = str(node.get("url", ""))
            yield Server(
                url=url,
                name=_text(node.get("name")),
                description=_text(node.get("description")),
                variables=tuple(_variables(url, node.get("variables"))),
            )


def _variables(url: str, declared: Tree) -> Iterator[Variable]:
    """The variables in a URL; one that nobody declares has no default."""
    known = declared if isinstance(declared, dict) else {}
    for name in variable_names(url):
        node = known.get(name)
        fields = node if isinstance(node, dict) else {}
        listed = fields.get("enum")
        yield Variable(
            name=name,
            default=str(fields.get("default", "")),
            choices=tuple(str(value) for value in listed) if isinstance(listed, list) else (),
            description=_text(fields.get("description")),
        )


def _text(value: Tree) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""
