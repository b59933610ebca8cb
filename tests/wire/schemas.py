"""What the parser has to know of a schema: its types, its members, and a text as a typed value."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tests.wire.raw import Unreadable

Schema = Mapping[str, Any]

_TYPES = {
    str: "string",
    bool: "boolean",
    int: "integer",
    float: "number",
    list: "array",
    dict: "object",
    type(None): "null",
}
_GROUPS = ("allOf", "oneOf", "anyOf")


@dataclass(frozen=True, kw_only=True, slots=True)
class Root:
    """A document, for its references and its version."""

    tree: Mapping[str, Any]

    @property
    def version(self) -> tuple[int, ...]:
        """The version of OpenAPI as numbers."""
        return tuple(int(part) for part in str(self.tree["openapi"]).split("."))

    def follow(self, node: Any) -> Any:
        """What a reference leads to in the end (RFC 6901)."""
        while isinstance(node, Mapping) and isinstance(node.get("$ref"), str):
            found: Any = self.tree
            for token in node["$ref"].removeprefix("#/").split("/"):
                key = token.replace("~1", "/").replace("~0", "~")
                found = found[int(key)] if isinstance(found, list) else found[key]
            node = found
        return node

    def types(self, schema: Any) -> set[str]:
        """The types of JSON that a schema allows; all of them where it says nothing."""
        node = self.follow(schema)
        if not isinstance(node, Mapping):
            return set(_TYPES.values())
        said = [set(found) for found in self._said(node)]
        return set.intersection(*said) if said else set(_TYPES.values())

    def _said(self, node: Schema) -> Iterator[set[str]]:
        told = node.get("type")
        if told:
            yield {told} if isinstance(told, str) else set(told)
        for key in ("oneOf", "anyOf"):
            if node.get(key):
                yield set().union(*(self.types(member) for member in node[key]))
        for member in node.get("allOf", ()):
            yield self.types(member)
        if "const" in node:
            yield {_TYPES[type(node["const"])]}
        if node.get("enum"):
            yield {_TYPES[type(value)] for value in node["enum"]}
        if not told and ("properties" in node or "additionalProperties" in node):
            yield {"object"}
        if not told and ("items" in node or "prefixItems" in node):
            yield {"array"}

    def is_octets(self, schema: Any) -> bool:
        """Whether a value is octets: `binary` in 3.0, no type or that media type from 3.1 on."""
        node = self.follow(schema)
        if not isinstance(node, Mapping):
            return True
        if self.version < (3, 1):
            return node.get("format") == "binary"
        is_untyped = len(self.types(node)) == len(_TYPES)
        is_raw = node.get("contentMediaType") == "application/octet-stream"
        is_raw = is_raw and "contentEncoding" not in node
        return node.get("format") == "binary" or is_untyped or is_raw

    def member(self, schema: Any, key: str | int) -> Any:
        """The schema of a property or of an item; an empty one where nothing is said of it."""
        node = self.follow(schema)
        if not isinstance(node, Mapping):
            return {}
        listed, others = (
            ("prefixItems", "items")
            if isinstance(key, int)
            else ("properties", "additionalProperties")
        )
        found = dict(_keyed(node.get(listed))).get(key, node.get(others))
        if isinstance(found, Mapping):
            return found
        parts = [part for group in _GROUPS for part in node.get(group, ())]
        return next(filter(None, (self.member(part, key) for part in parts)), {})

    def properties(self, schema: Any) -> set[str]:
        """The names of the properties that a schema lists, those of its parts included."""
        node = self.follow(schema)
        if not isinstance(node, Mapping):
            return set()
        parts = [part for group in _GROUPS for part in node.get(group, ())]
        return {*node.get("properties", ())}.union(*(self.properties(part) for part in parts))

    def typed(self, text: str, schema: Any) -> Any:
        """A text as a value of its schema: numbers and truth values where the type is no text."""
        types = self.types(schema)
        if "string" in types:
            return text
        if "boolean" in types and text in ("true", "false"):
            return text == "true"
        if "integer" in types and re.fullmatch(r"-?\d+", text):
            return int(text)
        if "number" in types and re.fullmatch(r"-?\d+(\.\d+)?([eE][+-]?\d+)?", text):
            return float(text)
        words = f"{text!r} is no value of {sorted(types)}"
        raise Unreadable(words)


def _keyed(held: Any) -> Iterable[tuple[str | int, Any]]:
    if isinstance(held, list):
        return enumerate(held)
    return held.items() if isinstance(held, Mapping) else ()


def json_value(text: str | bytes) -> Any:
    """A JSON text, to the letter of RFC 8259: no NaN."""

    def refuse(word: str) -> None:
        raise Unreadable(f"{word} is no JSON")

    try:
        return json.loads(text, parse_constant=refuse)
    except ValueError as error:
        raise Unreadable(f"no JSON: {text!r}: {error}") from None
