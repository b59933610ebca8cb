"""Runtime expressions of links and callbacks (OpenAPI 3.0.3 section 4.7.20.4, 3.1 4.8.20.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

_WORD: Final = r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+"
_POINTER: Final = r"(?:/(?:[^~/]|~[01])*)*"
_SOURCE: Final = rf"(?:header\.{_WORD}|query\..*|path\..*|body(?:\#{_POINTER})?)"
_EXPRESSION: Final = re.compile(
    rf"\$(?:url|method|statusCode|request\.{_SOURCE}|response\.{_SOURCE})", re.DOTALL
)
_PARAMETER: Final = re.compile(r"\$request\.(header|query|path)\.(.+)", re.DOTALL)
_EMBEDDED: Final = re.compile(r"\{([^{}]*)\}")


class Asked(NamedTuple):
    """A parameter of the request that an expression names: its place, and its name."""

    where: str
    name: str


def is_expression(text: str) -> bool:
    """Whether a text follows the grammar of runtime expressions."""
    return _EXPRESSION.fullmatch(text) is not None


def expressions_in(text: str) -> Iterator[str]:
    """The expressions of a text: itself, or what it has in braces."""
    if text.startswith("$"):
        yield text
    else:
        yield from _EMBEDDED.findall(text)


def asked_parameter(expression: str) -> Asked | None:
    """The parameter of the request that an expression names, if it does."""
    found = _PARAMETER.fullmatch(expression)
    return Asked(found[1], found[2]) if found else None
