"""The schemas of a document as JSON Schemas of values, with all that they refer to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

from specmend.document.openapi.identifiers import DYNAMIC, NAMING_KEYWORDS
from specmend.document.openapi.keywords import DIRECTIONS, IDENTITY, NEW_IN_31
from specmend.document.openapi.objects import parts_of
from specmend.document.openapi.references import locate, reference_of
from specmend.document.tree.breach import WHOLE
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, get
from specmend.validate.rules.tried_patterns import tried

_NAMES: Final = "$defs"
_OF_DOCUMENTS: Final = (*IDENTITY, *NAMING_KEYWORDS, DYNAMIC, "$ref", "$vocabulary")
"""What is said of a schema as a place of its document."""

_WIDTHS: Final = {"int32": 1 << 31, "int64": 1 << 63}
_BOUNDS: Final = (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum"))


@dataclass(frozen=True, kw_only=True, slots=True)
class ValueSchemas:
    """Translates schemas of a document with plain references, each once.

    What schemas refer to gets names of our own, for a chain of references has any length.
    `patterns` has each pattern as it stands in the document by the one that is tried.
    """

    tree: Tree
    is_30: bool
    patterns: dict[str, str] = field(default_factory=dict)
    _names: dict[Address, str] = field(default_factory=dict)

    def whole(self, schemas: list[Tree]) -> dict[str, Any]:
        """The JSON Schema of a list whose members are values of the schemas, one after the other.

        Member by member, each of them in the words of JSON Schema 2020-12.
        """
        members = [self._translated(schema) for schema in schemas]
        definitions: dict[str, Any] = {}
        while len(definitions) < len(self._names):
            for address, name in list(self._names.items())[len(definitions) :]:
                definitions[name] = self._translated(get(self.tree, address))
        return {"prefixItems": members, _NAMES: definitions}

    def _translated(self, schema: Tree) -> Any:
        if not isinstance(schema, dict):
            return schema
        reference = reference_of(schema)
        if self.is_30 and "$ref" in schema:
            # What stands beside a reference is not read (OpenAPI 3.0.3 section 4.7.23).
            return self._referring(reference)
        made = self._in_31(schema) if self.is_30 else _without(schema, _OF_DOCUMENTS)
        made |= self._parts(schema, made)
        self._write_patterns(made)
        _bind_width(made)
        return {**made, **self._referring(reference)} if reference else made

    def _parts(self, schema: dict[str, Tree], made: dict[str, Any]) -> dict[str, Any]:
        """The keywords that hold schemas, with these translated."""
        parts: dict[str, Any] = {}
        for address, inner, kind in parts_of(schema, "schema"):
            keyword, *inside = address
            if kind != "schema" or keyword not in made:
                continue
            if not inside:
                parts[str(keyword)] = self._translated(inner)
            elif isinstance(made[str(keyword)], list):
                parts.setdefault(str(keyword), []).append(self._translated(inner))
            else:
                parts.setdefault(str(keyword), {})[inside[0]] = self._translated(inner)
        return parts

    def _write_patterns(self, made: dict[str, Any]) -> None:
        """Write the patterns of a schema as they are tried; those that cannot be are left out."""
        if isinstance(made.get("pattern"), str):
            written = self._written(made.pop("pattern"))
            made |= {} if written is None else {"pattern": written}
        named = made.get("patternProperties")
        if isinstance(named, dict):
            keys = {pattern: self._written(pattern) for pattern in named}
            made["patternProperties"] = {
                written: named[pattern] for pattern, written in keys.items() if written is not None
            }

    def _written(self, pattern: str) -> str | None:
        written = tried(pattern)
        if written is not None:
            self.patterns[written] = pattern
        return written

    def _referring(self, reference: str) -> dict[str, Any]:
        """A reference to a definition; anything for one that leads nowhere, which others tell."""
        address = locate(self.tree, reference)
        if address is None:
            return {}
        if address not in self._names:
            self._names[address] = f"s{len(self._names)}"
        return {"$ref": f"#/{_NAMES}/{self._names[address]}"}

    def _in_31(self, schema: dict[str, Tree]) -> dict[str, Any]:
        """A schema of 3.0 without its references in the words of 3.1."""
        made = {key: value for key, value in schema.items() if key not in NEW_IN_31}
        for exclusive, bound in _BOUNDS:
            if made.pop(exclusive, None) is True and bound in made:
                made[exclusive] = made.pop(bound)
        kind = made.get("type")
        if isinstance(kind, str) and made.get("nullable") is True:
            made["type"] = [kind, "null"]
        if kind == "integer":
            made[WHOLE] = True
        if isinstance(made.get("required"), list):
            names = made["required"]
            made["required"] = [name for name in names if not _is_of_one_way(schema, name)]
        return made


def _bind_width(made: dict[str, Any]) -> None:
    """Bind a number by the width that its format says."""
    limit = _WIDTHS.get(str(made.get("format")))
    if limit is not None:
        bounds = {"minimum": -limit, "maximum": limit - 1}
        listed = made.get("allOf")
        made["allOf"] = [*(listed if isinstance(listed, list) else ()), bounds]


def _is_of_one_way(schema: dict[str, Tree], name: Tree) -> bool:
    """Whether a property is in requests alone or in answers alone, where it may be lacking."""
    known = schema.get("properties")
    inner = known.get(name) if isinstance(known, dict) and isinstance(name, str) else None
    return isinstance(inner, dict) and any(inner.get(key) is True for key in DIRECTIONS)


def _without(schema: dict[str, Tree], keys: tuple[str, ...]) -> dict[str, Any]:
    return {key: value for key, value in schema.items() if key not in keys}
