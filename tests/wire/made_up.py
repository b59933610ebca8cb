"""Values that a schema allows, made up without chance: the same ones each time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from tests.wire.schemas import Root

DEEPEST = 4
"""Levels below which optional properties and items are left out."""

_FORMATS = {
    "date": "2024-02-29",
    "date-time": "2024-02-29T12:30:00Z",
    "time": "12:30:00Z",
    "uuid": "12345678-1234-5678-1234-567812345678",
    "uri": "https://example.com/a?b=c",
    "url": "https://example.com/a?b=c",
    "email": "a@example.com",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "hostname": "example.com",
}


@dataclass(frozen=True, kw_only=True)
class Maker:
    """Makes values for one direction: requests have no `readOnly` properties, answers no others."""

    root: Root
    direction: Literal["request", "answer"]
    text: str = "a b/é"

    def make(self, schema: Any, depth: int = 0) -> Any:
        """A value of a schema."""
        node = self._whole(schema)
        for key in ("const", "enum"):
            if key in node:
                return node[key] if key == "const" else node[key][0]
        branches = [*node.get("oneOf", ()), *node.get("anyOf", ())]
        if branches:
            return self._of_branch(node, branches, depth)
        return self._of_type(node, depth)

    def _whole(self, schema: Any) -> dict[str, Any]:
        """A schema with the members of its `allOf` in it."""
        node = self.root.follow(schema)
        made = dict(node) if isinstance(node, Mapping) else {}
        for part in made.pop("allOf", ()):
            inner = self._whole(part)
            held = {**inner.get("properties", {}), **made.get("properties", {})}
            required = [*inner.get("required", ()), *made.get("required", ())]
            made = {**inner, **made}
            if held:
                made |= {"properties": held, "required": required}
        return made

    def _of_branch(self, node: dict[str, Any], branches: list[Any], depth: int) -> Any:
        chosen = next((one for one in branches if self.root.types(one) != {"null"}), branches[0])
        value = self.make(chosen, depth)
        mark = node.get("discriminator", {})
        if isinstance(value, dict) and mark:
            name = str(chosen.get("$ref", "")).rpartition("/")[2]
            keys = [key for key, to in mark.get("mapping", {}).items() if to.endswith(f"/{name}")]
            told = self._whole(self.root.member(chosen, mark["propertyName"]))
            if keys or not {"enum", "const"} & {*told}:
                value[mark["propertyName"]] = keys[0] if keys else name
        if isinstance(value, dict) and node.get("properties"):
            value = {**self._object(node, depth), **value}
        return value

    def _of_type(self, node: dict[str, Any], depth: int) -> Any:
        types = self.root.types(node)
        if node.get("properties") or node.get("additionalProperties"):
            types = {"object"}
        for kind in ("string", "object", "array", "integer", "number", "boolean"):
            if kind in types:
                return getattr(self, f"_{kind}")(node, depth)
        return None

    def _string(self, node: dict[str, Any], depth: int) -> str:  # noqa: ARG002
        text = _FORMATS.get(node.get("format", ""), self.text)
        return text.ljust(node.get("minLength", 0), "x")[: node.get("maxLength", 1000)]

    def _integer(self, node: dict[str, Any], depth: int) -> int:  # noqa: ARG002
        low = node.get("minimum", node.get("exclusiveMinimum", 0))
        high = node.get("maximum", 10**6)
        step = node.get("multipleOf", 1)
        return int(min(max(7, low + 1 if low > 6 else 7), high) // step * step)

    def _number(self, node: dict[str, Any], depth: int) -> float:
        is_free = not {"minimum", "maximum", "exclusiveMinimum", "multipleOf"} & {*node}
        return 1.5 if is_free else float(self._integer(node, depth))

    def _boolean(self, node: dict[str, Any], depth: int) -> bool:  # noqa: ARG002
        return True

    def _array(self, node: dict[str, Any], depth: int) -> list[Any]:
        number = max(node.get("minItems", 0), 0 if depth >= DEEPEST else 1)
        return [self.make(node.get("items", {}), depth + 1) for _ in range(number)]

    def _object(self, node: dict[str, Any], depth: int) -> dict[str, Any]:
        made = {}
        other = "readOnly" if self.direction == "request" else "writeOnly"
        for name, inner in node.get("properties", {}).items():
            needed = name in node.get("required", ())
            if not self._whole(inner).get(other) and (needed or depth < DEEPEST):
                made[name] = self.make(inner, depth + 1)
        held = node.get("additionalProperties")
        if isinstance(held, Mapping) and depth < DEEPEST:
            made["a key"] = self.make(held, depth + 1)
        return made
