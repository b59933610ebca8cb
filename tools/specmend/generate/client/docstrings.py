"""The docstrings of the client's methods."""

from __future__ import annotations

import textwrap
from typing import Any, Final

from specmend.document.openapi.statuses import status_of
from specmend.generate.client.records import Argument, Body
from specmend.generate.docstring import safe_text
from specmend.generate.words import more_to_read

_WIDTH = 100

_USUAL: Final = frozenset(
    {
        "accepted",
        "created",
        "default response",
        "no content",
        "ok",
        "success",
        "successful",
        "successful operation",
        "successful response",
        "the request has succeeded",
    }
)
"""What frameworks say of answers where nobody has said anything."""


def write_docstring(
    node: dict[str, Any],
    method: str,
    path: str,
    arguments: tuple[Argument, ...],
    body: Body | None = None,
    needs: str = "",
) -> str:
    """Summary, description, the request line, and what the document says about each argument.

    What it says about the body as a whole and about the answer is there as well; `needs` is what is
    said of keys.
    """
    summary = _text(node, "summary")
    description = _text(node, "description")
    if not summary:
        summary, _, description = description.partition("\n")
    parts = [_sentence(summary or f"Call {method} {path}")]
    if description and description.strip(".") != summary.strip("."):
        parts.append(_wrap(description))
    if body and body.spread and body.description.strip():
        parts.append(_wrap(body.description.strip()))
    if link := more_to_read(node):
        parts.append(link)
    parts.append(f"`{method} {path}`")
    if needs:
        parts.append(_wrap(needs))
    notes = [_note(argument) for argument in arguments if argument.told]
    if notes:
        parts.append("\n".join(["Args:", *notes]))
    if answers := _returned(answer_words(node)):
        parts.append("\n".join(["Returns:", *(_indented(text) for text in answers)]))
    return safe_text("\n\n".join(parts))


def answer_words(node: dict[str, Any]) -> dict[str, str]:
    """What the document says about the answers by status, where it says more than the status."""
    responses = node.get("responses")
    found: dict[str, str] = {}
    for code, answer in responses.items() if isinstance(responses, dict) else ():
        text = " ".join(_text(answer, "description").split()) if isinstance(answer, dict) else ""
        if text and text.strip(". !").lower() not in _USUAL:
            found[status_of(str(code)) or str(code)] = text
    return found


def _returned(told: dict[str, str]) -> list[str]:
    success = {pattern: text for pattern, text in told.items() if pattern.startswith("2")}
    return [f"{code}: {text}" if len(success) > 1 else text for code, text in success.items()]


def _note(argument: Argument) -> str:
    first, *others = argument.told.split("\n\n")
    lines = [_indented(f"{argument.name}: {first}"), *(_indented(text, 8) for text in others)]
    return "\n".join(lines)


def _indented(text: str, indent: int = 4) -> str:
    return textwrap.fill(
        " ".join(text.split()),
        _WIDTH,
        initial_indent=" " * indent,
        subsequent_indent=" " * 8,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _text(node: dict[str, Any], word: str) -> str:
    text = node.get(word)
    return text.strip() if isinstance(text, str) else ""


def _sentence(text: str) -> str:
    wrapped = textwrap.fill(" ".join(text.split()), _WIDTH, break_long_words=False)
    return wrapped if wrapped.endswith((".", "!", "?")) else f"{wrapped}."


def _wrap(text: str) -> str:
    paragraphs = (textwrap.fill(line, _WIDTH, break_long_words=False) for line in text.splitlines())
    return "\n".join(paragraphs).strip()
