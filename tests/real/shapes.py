"""Schemas of both sides, a document's and the facts', brought to one form that can be compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Node = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Field:
    """A property: its schema, whether it is always there, and whether it can be null."""

    schema: Node
    required: bool
    nullable: bool = False
    omitted: bool = False


class Document:
    """The schemas of an OpenAPI document."""

    def __init__(self, tree: Node) -> None:
        self.tree = tree

    def resolve(self, node: Any) -> Any:
        """Follow references to their end."""
        while isinstance(node, dict) and isinstance(node.get("$ref"), str):
            found: Any = self.tree
            for token in node["$ref"].removeprefix("#/").split("/"):
                found = found[token.replace("~1", "/").replace("~0", "~")]
            node = found
        return node

    def variants(self, schema: Node) -> Iterator[Node]:
        """The schema without its unions: one after the other what a value can be."""
        schema = self.resolve(schema)
        members = [*schema.get("oneOf", ()), *schema.get("anyOf", ())]
        if not members and len(schema.get("allOf", ())) == 1 and "properties" not in schema:
            members = schema["allOf"]
        if schema.get("nullable"):
            yield {"type": "null"}
        for member in members:
            yield from self.variants(member)
        if not members:
            types = schema.get("type")
            for kind in types if isinstance(types, list) else [types]:
                yield {**schema, "type": kind} if kind else schema

    def fields(self, schema: Node) -> dict[str, Field]:
        """The properties of an object, those that it is composed of included."""
        schema = self.resolve(schema)
        parts = [self.fields(part) for part in schema.get("allOf", ())]
        found = {name: field for part in parts for name, field in part.items()}
        required = {
            *schema.get("required", ()),
            *(name for name, field in found.items() if field.required),
        }
        found |= {
            name: Field(schema=node, required=False)
            for name, node in schema.get("properties", {}).items()
        }
        return {
            name: Field(
                schema=field.schema,
                required=name in required,
                nullable="null" in kinds(self.variants(field.schema)),
            )
            for name, field in found.items()
        }


class Facts:
    """The types of the facts: what the server reads and writes."""

    def __init__(self, facts: Mapping[str, Any]) -> None:
        self.types: Mapping[str, Any] = facts["types"]
        self.errors: Mapping[str, Any] = facts["errors"]
        self.routes: list[Node] = facts["routes"]

    def type_name(self, schema: Node) -> str:
        """The type that a fragment refers to, or nothing."""
        return str(schema.get("$ref", "")).removeprefix("#/types/")

    def variants(self, schema: Node) -> Iterator[Node]:
        """The fragment without its unions."""
        members = [*schema.get("oneOf", ()), *schema.get("anyOf", ())]
        for member in members:
            yield from self.variants(member)
        if not members:
            types = schema.get("type")
            for kind in types if isinstance(types, list) else [types]:
                yield {**schema, "type": kind} if kind else schema

    def fields(self, schema: Node) -> dict[str, Field]:
        """The fields of a type, or the properties of an object that stands for itself."""
        name = self.type_name(schema)
        if name:
            return {
                key: Field(
                    schema=fact["schema"],
                    required=bool(fact["required"]),
                    nullable=bool(fact.get("nullable"))
                    or "null" in kinds(self.variants(fact["schema"])),
                    omitted=bool(fact.get("omitempty")),
                )
                for key, fact in self.types[name].items()
            }
        required = schema.get("required", ())
        return {
            key: Field(schema=node, required=key in required, nullable=node.get("type") == "null")
            for key, node in schema.get("properties", {}).items()
        }


def kinds(variants: Iterator[Node]) -> set[str]:
    """The types of JSON that a value can have; `any` where nothing is said."""
    return {kind(variant) for variant in variants}


def kind(variant: Node) -> str:
    """The type of JSON of one variant."""
    if "$ref" in variant or "properties" in variant:
        return "object"
    if "type" not in variant and "const" in variant:
        return "string" if isinstance(variant["const"], str) else "any"
    return str(variant.get("type") or ("string" if variant.get("enum") else "any"))
