"""What a document says in words about a value: its meaning, an example, whether it goes away."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

from specmend.document.openapi.components import schema_named
from specmend.document.openapi.schemas import Node, Tree

EXAMPLE: Final = "x-example"
"""The keyword that holds the example of a parameter in a normalized document."""

_LONGEST: Final = 300


def nodes_about(node: Any, components: Tree) -> Iterator[Node]:
    """A parameter or schema, its schema, and what these refer to, the nearest first."""
    waiting = [node]
    seen: list[int] = []
    while waiting:
        current = waiting.pop(0)
        if not isinstance(current, dict) or id(current) in seen:
            continue
        seen.append(id(current))
        yield current
        waiting.append(current.get("schema"))
        name = schema_named(current.get("$ref"))
        waiting.append(components.get(name) if name else None)
        alone = current.get("allOf")
        waiting += alone if isinstance(alone, list) and len(alone) == 1 else []
        waiting += _or_null(current)


def description_of(*nodes: Node) -> str:
    """The nearest description that is there."""
    texts = (node.get("description") for node in nodes)
    return next((text for text in texts if isinstance(text, str) and text.strip()), "")


def note_on(*nodes: Node) -> str:
    """Example, deprecation and a link, unless the description says so."""
    said = description_of(*nodes).lower()
    return " ".join(_notes(nodes, said))


def with_note(description: str, note: str) -> str:
    """A description with example, default and the like at its end."""
    return " ".join(text for text in (description.strip(), note) if text)


def more_to_read(node: Any) -> str:
    """The link that `externalDocs` has, with its description."""
    docs = node.get("externalDocs") if isinstance(node, dict) else None
    found = docs if isinstance(docs, dict) else {}
    url, words = found.get("url"), found.get("description")
    if not isinstance(url, str) or not url.strip():
        return ""
    named = " ".join(words.split()).rstrip(".") if isinstance(words, str) else ""
    return f"{named}: {url.strip()}" if named else f"See {url.strip()}"


def _notes(nodes: tuple[Node, ...], said: str) -> Iterator[str]:
    example = _first(nodes, EXAMPLE)
    if example is not None and "example" not in said:
        yield f"Example: {_shown(example)}."
    if any(node.get("deprecated") is True for node in nodes) and "deprecated" not in said:
        yield "Deprecated."
    links = dict.fromkeys(more_to_read(node) for node in nodes)
    yield from (link for link in links if link)


def _first(nodes: tuple[Node, ...], key: str) -> Any:
    return next((node[key] for node in nodes if node.get(key) is not None), None)


def _or_null(node: Node) -> list[Any]:
    """The one member of a union beside null."""
    for key in ("anyOf", "oneOf"):
        members = node.get(key)
        if isinstance(members, list):
            others = [one for one in members if one != {"type": "null"}]
            return others if len(others) == 1 and len(members) > 1 else []
    return []


def _shown(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
