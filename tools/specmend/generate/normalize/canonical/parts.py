"""What a schema says together with the members of its `allOf`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from specmend.document.openapi.keywords import (
    ANNOTATIONS,
    BOUNDS,
    IDENTITY,
    INNER_VALUES,
    UNIONS,
)
from specmend.document.openapi.schemas import Node, Tree

NULL: Final[Node] = {"type": "null"}

_SILENT: Final = frozenset({*ANNOTATIONS, *IDENTITY, "nullable"})
_CHOICES: Final = ("then", "else")


@dataclass(kw_only=True, slots=True)
class Parts:
    """The keywords of one schema, those of all members of `allOf` joined.

    `references` are pointers as they are written, `unions` the branches of each `anyOf` and
    `oneOf`. A property that several members have keeps the schemas of all of them. `null` says
    whether null is a value beside what else the schema allows.
    """

    references: list[str] = field(default_factory=list)
    unions: list[list[Tree]] = field(default_factory=list)
    properties: dict[str, list[Tree]] = field(default_factory=dict)
    required: list[str] = field(default_factory=list)
    types: list[str] | None = None
    values: list[Any] | None = None
    is_constant: bool = False
    keywords: Node = field(default_factory=dict)
    discriminator: Node | None = None
    null: bool = False

    @property
    def is_bare(self) -> bool:
        """Whether there is nothing that could say more than a reference."""
        has_more = self.unions or self.properties or self.required or self.values is not None
        return not has_more and not {"items", "prefixItems"} & set(self.keywords)


def parts_of_schema(schema: Node) -> Parts:
    """Everything that a schema says, in the order of the document; members of `allOf` first."""
    parts = Parts()
    opinions: list[bool | None] = []
    for conjunct in conjuncts(schema):
        opinion = null_of(conjunct)
        opinions.append(opinion)
        # Null beside nothing else is a word about the whole: `allOf: [Pet, {nullable: true}]`.
        parts.null |= opinion is True and set(conjunct) <= {*_SILENT, "type"}
        _add(conjunct, parts)
    own = opinions[-1] if opinions else None
    parts.null |= own is True or (True in opinions and False not in opinions)
    return parts


def conjuncts(schema: Node) -> Iterator[Node]:
    """A schema without `allOf` after its members, and theirs."""
    for member in schema.get("allOf") or ():
        if isinstance(member, dict):
            yield from conjuncts(member)
    yield {key: value for key, value in schema.items() if key != "allOf"}


def null_of(conjunct: Node) -> bool | None:
    """Whether one schema allows null; None where it says nothing about it."""
    kinds = conjunct.get("type")
    values = conjunct.get("enum")
    branches = [branch for word in UNIONS for branch in conjunct.get(word) or ()]
    says_null = (
        conjunct.get("nullable") is True
        or (isinstance(kinds, list) and "null" in kinds)
        or kinds == "null"
        or (isinstance(values, list) and None in values)
        or NULL in branches
    )
    if says_null:
        return True
    if "$ref" in conjunct or set(conjunct) <= _SILENT or (branches and kinds is None):
        return None
    return False


def _add(conjunct: Node, parts: Parts) -> None:
    """Join what one member says with what the others said."""
    if isinstance(conjunct.get("$ref"), str):
        parts.references.append(conjunct["$ref"])
    for word in UNIONS:
        branches = [branch for branch in conjunct.get(word) or () if branch is not False]
        others = [branch for branch in branches if branch != NULL]
        if others:
            parts.unions.append(others)
        elif branches:
            _add_types(["null"], parts)
    if isinstance(conjunct.get("discriminator"), dict):
        parts.discriminator = conjunct["discriminator"]
    _add_properties(conjunct, parts, required=True)
    for branch in _conditional(conjunct):
        _add_properties(branch, parts, required=False)
    _add_values(conjunct, parts)


def _add_properties(conjunct: Node, parts: Parts, *, required: bool) -> None:
    properties = conjunct.get("properties")
    for name, schema in properties.items() if isinstance(properties, dict) else ():
        known = parts.properties.setdefault(name, []) if schema is not False else [schema]
        if schema not in known and (required or not known):
            known.append(schema)
    names = conjunct.get("required")
    if required and isinstance(names, list):
        texts = [name for name in names if isinstance(name, str)]
        parts.required += [name for name in texts if name not in parts.required]


def _conditional(conjunct: Node) -> Iterator[Node]:
    """Schemas that hold of some objects only: their properties can be there."""
    dependent = conjunct.get("dependentSchemas")
    yield from (conjunct[word] for word in _CHOICES if isinstance(conjunct.get(word), dict))
    for schema in dependent.values() if isinstance(dependent, dict) else ():
        if isinstance(schema, dict):
            yield schema


def _add_values(conjunct: Node, parts: Parts) -> None:
    kinds = conjunct.get("type")
    if isinstance(kinds, (str, list)):
        _add_types([kinds] if isinstance(kinds, str) else kinds, parts)
    if "const" in conjunct:
        parts.values, parts.is_constant = [conjunct["const"]], True
    elif isinstance(conjunct.get("enum"), list) and conjunct["enum"]:
        _add_enum(conjunct["enum"], parts)
    for word, value in conjunct.items():
        if word in _KEPT:
            _add_keyword(word, value, parts)
    _add_rest(conjunct, parts)


def _add_rest(conjunct: Node, parts: Parts) -> None:
    """What holds of all that nothing else says something about, where no reference may say more.

    JSON Schema core section 11: that is what `items` and `additionalProperties` say where only
    their neighbors count.
    """
    if parts.references:
        return
    for word, near in _RESTS.items():
        value = conjunct.get(word)
        if isinstance(value, dict) or (value is False and "prefixItems" in parts.keywords):
            parts.keywords.setdefault(near, value)


_RESTS: Final = {"unevaluatedItems": "items", "unevaluatedProperties": "additionalProperties"}


_KEPT: Final = frozenset(
    {"format", *INNER_VALUES, *(word for words in BOUNDS.values() for word in words)}
)
"""What says more of values that are no class; all else is read in another way, or not at all."""


def _add_types(kinds: list[Any], parts: Parts) -> None:
    names = [kind for kind in kinds if isinstance(kind, str) and kind != "null"]
    if not names:
        # A type that is null alone counts where nothing else has a type.
        parts.types = parts.types if parts.types is not None else []
        return
    if not parts.types:
        parts.types = names
        return
    shared = [kind for kind in parts.types if kind in names]
    narrowed = ["integer"] if "integer" in names and "number" in parts.types else []
    parts.types = shared or narrowed or parts.types


def _add_enum(values: list[Any], parts: Parts) -> None:
    if parts.values is None:
        parts.values = list(values)
        return
    shared = [value for value in parts.values if value in values]
    parts.values = shared or parts.values


def _add_keyword(word: str, value: Any, parts: Parts) -> None:
    known = parts.keywords.get(word)
    if isinstance(value, dict) and isinstance(known, dict) and known != value:
        parts.keywords[word] = {"allOf": [known, value]}
    elif not (isinstance(known, dict) and isinstance(value, bool)):
        parts.keywords[word] = value
