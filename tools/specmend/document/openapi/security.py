"""Security schemes and the requirements that name them, in OpenAPI 3.0, 3.1 and 3.2."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from specmend.document.openapi.components import COMPONENTS
from specmend.document.openapi.identifiers import identifiers
from specmend.document.openapi.references import follow
from specmend.document.openapi.version_32 import is_32
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, get

SCHEMES: Final[Address] = (COMPONENTS, "securitySchemes")
"""Where the schemes of a document stand."""

HTTP_SCHEMES: Final = frozenset(
    {
        *("basic", "bearer", "concealed", "digest", "dpop", "gnap", "hoba", "mutual", "negotiate"),
        *("oauth", "privatetoken", "scram-sha-1", "scram-sha-256", "vapid"),
    }
)
"""The registered schemes of HTTP, in small letters: their case does not count (RFC 9110 11.1)."""

REQUIREMENTS: Final = "security"
"""The field of a document or an operation that lists alternatives of schemes."""


def security_schemes(tree: Tree) -> dict[str, dict[str, Tree]]:
    """The declared schemes by name; one that is a reference is what it leads to."""
    declared = get(tree, SCHEMES)
    names = declared if isinstance(declared, dict) else {}
    found = {name: follow(tree, (*SCHEMES, name))[1] for name in names}
    return {name: scheme for name, scheme in found.items() if isinstance(scheme, dict)}


def scheme_place(tree: Tree, address: Address, name: str) -> Address | None:
    """The scheme that a requirement at an address names; None where there is none.

    That is a component, and since 3.2 else the URI of a scheme (Security Requirement Object).
    """
    schemes = get(tree, SCHEMES)
    if isinstance(schemes, dict) and name in schemes:
        return (*SCHEMES, name)
    return identifiers(tree).place_of(tree, address, name) if is_32(tree) else None


def required_of(tree: Tree, operation: Tree) -> Tree:
    """The alternatives of an operation: its own, or else those of the document.

    None where neither says anything, which differs from an empty list: that takes back what the
    document says (OpenAPI 3.1 section 4.8.10).
    """
    own = operation.get(REQUIREMENTS) if isinstance(operation, dict) else None
    return tree.get(REQUIREMENTS) if own is None and isinstance(tree, dict) else own


def alternatives(requirements: Tree) -> Iterator[Mapping[str, Tree]]:
    """Each alternative of a list: the schemes that are needed together, with their scopes."""
    for requirement in requirements if isinstance(requirements, list) else ():
        if isinstance(requirement, dict):
            yield requirement


def scheme_names(requirements: Tree) -> Iterator[str]:
    """The names of schemes in a list of alternatives, one after the other."""
    for requirement in alternatives(requirements):
        yield from requirement
