"""The docstrings of the client's methods."""

from __future__ import annotations

import textwrap
from typing import Any

from openapi_python_client.strings import safe_for_docstring

from specmend.generate.client.records import Argument

_WIDTH = 100


def write_docstring(endpoint: Any, method: str, path: str, arguments: tuple[Argument, ...]) -> str:
    """Summary, description, the request line, and what the document says about each argument."""
    summary = endpoint.summary.get_untrusted_value().strip()
    description = endpoint.description.get_untrusted_value().strip()
    if not summary:
        summary, _, description = description.partition("\n")
    parts = [_sentence(summary or f"Call {method} {path}")]
    if description and description.strip(".") != summary.strip("."):
        parts.append(_wrap(description))
    parts.append(f"`{method} {path}`")
    notes = [_note(argument) for argument in arguments if argument.description]
    if notes:
        parts.append("\n".join(["Args:", *notes]))
    return str(safe_for_docstring("\n\n".join(parts)))


def _sentence(text: str) -> str:
    wrapped = textwrap.fill(" ".join(text.split()), _WIDTH, break_long_words=False)
    return wrapped if wrapped.endswith((".", "!", "?")) else f"{wrapped}."


def _wrap(text: str) -> str:
    paragraphs = (textwrap.fill(line, _WIDTH, break_long_words=False) for line in text.splitlines())
    return "\n".join(paragraphs).strip()


def _note(argument: Argument) -> str:
    first = argument.description.strip().partition("\n\n")[0]
    text = f"{argument.name}: {' '.join(first.split())}"
    return textwrap.fill(
        text,
        _WIDTH,
        initial_indent=" " * 4,
        subsequent_indent=" " * 8,
        break_long_words=False,
        break_on_hyphens=False,
    )
