# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""Reads a docstring: its summary, and what it says of each argument."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SECTION = re.compile(r"(?:Args|Arguments|Parameters|Params):\s*$")
_ENTRY = re.compile(r"\*{0,2}(\w+)\s*(?:\([^)]*\))?:\s*(.*)$")
_FIELD = re.compile(r":(?:param|parameter|arg|argument)\s+(?:[^:]*\s)?(\w+):\s*(.*)$")


def summary_of(docstring: str) -> str:
    """The first paragraph on one line; empty where the docstring begins with its arguments."""
    lines: list[str] = []
    for line in docstring.strip().splitlines():
        if not line.strip() or _SECTION.match(line) or _FIELD.match(line):
            break
        lines.append(line.strip())
    return " ".join(lines)


def arguments_of(docstring: str) -> dict[str, str]:
    """What the docstring says of each argument, by name: an `Args:` section, or `:param name:` lines."""
    found: dict[str, list[str]] = {}
    current: list[str] | None = None
    for match, text in _lines(docstring):
        if match is not None:
            current = found.setdefault(match.group(1), [])
            text = match.group(2)
        if not text:
            current = current if match is not None else None
        elif current is not None:
            current.append(text)
    return {name: " ".join(parts) for name, parts in found.items() if parts}


def _lines(docstring: str) -> Iterator[tuple[re.Match[str] | None, str]]:
    """The lines that speak of arguments, each with the start of an entry if it is one; an empty text ends an entry."""
    inside = False
    depth = 0  # how far the entries of the section are indented; 0 before the first of them
    for line in docstring.splitlines():
        text = line.strip()
        indent = len(line) - len(line.lstrip())
        if _SECTION.match(line):
            inside, depth = True, 0
        elif match := _FIELD.match(text):
            yield match, text
        elif text and not indent:
            inside = False
            yield None, ""
        elif inside and text:
            depth = depth or indent
            yield (_ENTRY.match(text) if indent == depth else None), text
        else:
            yield None, text
