"""The docstrings of the client's methods."""

from __future__ import annotations

import textwrap
from typing import Any

from specmend.generate.client.records import Argument
from specmend.generate.docstring import safe_text

_WIDTH = 100


def write_docstring(
    node: dict[str, Any], method: str, path: str, arguments: tuple[Argument, ...]
) -> str:
    """Summary, description, the request line, and what the document says about each argument."""
    summary = _text(node, "summary")
    description = _text(node, "description")
    if not summary:
        summary, _, description = description.partition("\n")
    parts = [_sentence(summary or f"Call {method} {path}")]
    if description and description.strip(".") != summary.strip("."):
        parts.append(_wrap(description))
    parts.append(f"`{method} {path}`")
    notes = [_note(argument) for argument in arguments if argument.told]
    if notes:
        parts.append("\n".join(["Args:", *notes]))
    return safe_text("\n\n".join(parts))


def _text(node: dict[str, Any], word: str) -> str:
    text = node.get(word)
    return text.strip() if isinstance(text, str) else ""


def _sentence(text: str) -> str:
    wrapped = textwrap.fill(" ".join(text.split()), _WIDTH, break_long_words=False)
    return wrapped if wrapped.endswith((".", "!", "?")) else f"{wrapped}."


def _wrap(text: str) -> str:
    paragraphs = (textwrap.fill(line, _WIDTH, break_long_words=False) for line in text.splitlines())
    return "\n".join(paragraphs).strip()


def _note(argument: Argument) -> str:
    return textwrap.fill(
        f"{argument.name}: {argument.told}",
        _WIDTH,
        initial_indent=" " * 4,
        subsequent_indent=" " * 8,
        break_long_words=False,
        break_on_hyphens=False,
    )
