"""The names of security schemes, which no request shows: which one has another name now."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from specmend.diff.comparison import Comparison
from specmend.diff.side import Side
from specmend.document.openapi.components import COMPONENTS
from specmend.document.tree.pointer import Address

_SCHEMES: Final[Address] = (COMPONENTS, "securitySchemes")


def scheme_names(compared: Comparison) -> Mapping[str, str]:
    """The old names of security schemes with the new ones, where only the name differs."""
    old, new = _named(compared.old), _named(compared.new)
    gone = [name for name in old if name not in new]
    come = [name for name in new if name not in old]
    found: dict[str, str] = {}
    for name in gone:
        alike = [other for other in come if compared.is_one((*_SCHEMES, name), (*_SCHEMES, other))]
        if len(alike) == 1:
            found[name] = alike[0]
            compared.note((*_SCHEMES, name), (*_SCHEMES, alike[0]))
    return found


def renamed(requirement: Any, names: Mapping[str, str]) -> Any:
    """What tells a requirement apart, with the new names of its schemes.

    One that comes again has a mark beside them.
    """
    if not isinstance(requirement, tuple):
        return requirement
    schemes = [one for one in requirement if isinstance(one, tuple)]
    marks = [one for one in requirement if not isinstance(one, tuple)]
    known = sorted((names.get(scheme, scheme), scopes) for scheme, scopes in schemes)
    return (*known, *marks)


def _named(side: Side) -> Mapping[str, Any]:
    value = side.at(_SCHEMES)
    return value if isinstance(value, dict) else {}
