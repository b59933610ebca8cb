"""Placeholders in the arguments of a command: `{document}`, and `{{` for a brace itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

_TOKEN: Final = re.compile(r"\{\{|\}\}|\{[^{}]*\}|[{}]")
_BRACES: Final = {"{{": "{", "}}": "}"}

IN_COMMAND: Final[Mapping[str, str]] = {
    "document": "The sanitized document with the steps for this generator, as a file.",
    "output": "The folder to write to. It is empty, and the command starts in it.",
    "header": "The setting `header`, as a text file.",
    "version": "The setting `version`.",
    "api": "The name of the API.",
    "project": "The folder of the settings.",
}
"""Every placeholder of a command with its meaning."""

IN_VERSION_COMMAND: Final = ("project",)
"""The placeholders that stand for something when a tool is asked for its version."""


def fill(argument: str, values: Mapping[str, str]) -> str:
    """An argument with its placeholders filled in; it was checked before."""
    return _TOKEN.sub(lambda token: _BRACES.get(token[0]) or values[token[0][1:-1]], argument)


def names_in(argument: str) -> set[str]:
    """The names of the placeholders of an argument."""
    return {token[1:-1] for token in _TOKEN.findall(argument) if _is_placeholder(token)}


def wrong_braces(argument: str, known: Mapping[str, str] | tuple[str, ...]) -> Iterator[str]:
    """What is in braces and no placeholder, and every brace that stands alone."""
    for token in _TOKEN.findall(argument):
        if token not in _BRACES and not (_is_placeholder(token) and token[1:-1] in known):
            yield token


def _is_placeholder(token: str) -> bool:
    return len(token) > 1 and token not in _BRACES
