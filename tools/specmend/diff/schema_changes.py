"""The changes of a schema: what it gained and lost, and what its parts are now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from specmend.document.openapi.keywords import COMPOSITIONS, PROSE_KEYWORDS, SETS, TYPING
from specmend.document.openapi.references import reference_of
from specmend.document.text.one_line import one_line
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree, same

_LONGEST: Final = 60
_INTO: Final = {"items": "[]", "additionalProperties": "{}"}
_APART: Final = frozenset({*TYPING, *SETS, "properties"})
"""Keywords whose changes have messages of their own."""

SchemaChange = tuple[Address, str]
"""A place inside a schema, and what changed there."""


@dataclass(
    frozen=True,
    kw_only=True,
    slots=True,
)
class _Part:
    """A part of a schema in both versions, with its name, which is empty for the schema itself."""

    old: Tree
    new: Tree
    name: str
    address: Address

    @property
    def prefix(self) -> str:
        """What messages about the part start with."""
        if not self.name:
            return ""
        return f"`{self.name}` "

    def values(
        self,
        key: str,
    ) -> tuple[Tree, Tree]:
        """What stands under a key in both versions."""
        old = self.old.get(key, MISSING)
        new = self.new.get(key, MISSING)
        return old, new

    def at(self, key: str) -> Address:
        """The address of a key of the part."""
        return (*self.address, key)

    def property_name(self, name: str) -> str:
        """The name of a property of the part."""
        if not self.name:
            return name
        return f"{self.name}.{name}"


def schema_changes(
    old: Tree,
    new: Tree,
) -> Iterator[SchemaChange]:
    """What changed between two versions of a schema."""
    return _changes(_Part(old=old, new=new, name="", address=()))


def type_in_words(schema: Tree) -> str:
    """What a schema is, in a few words."""
    if schema is True:
        return "anything"
    if not isinstance(schema, dict):
        return _shown(schema)
    if isinstance(schema.get("$ref"), str):
        return reference_of(schema).rpartition("/")[2]
    words = _types_in_words(schema)
    if "format" in schema:
        words += f" ({schema['format']})"
    if schema.get("nullable") is True:
        words += " or null"
    return words


def _types_in_words(schema: dict[str, Tree]) -> str:
    types = schema.get("type")
    if "type" not in schema:
        return _composition(schema) or "anything"
    if types in ("array", ["array"]):
        return f"list of {type_in_words(schema.get('items', True))}"
    if isinstance(types, list):
        return " or ".join(map(str, types))
    return str(types)


def _composition(schema: dict[str, Tree]) -> str:
    """The first keyword that composes the schema; empty for none."""
    for keyword in COMPOSITIONS:
        if keyword in schema:
            return keyword
    return ""


def _changes(part: _Part) -> Iterator[SchemaChange]:
    if same(part.old, part.new):
        return
    if not _are_mappings(part.old, part.new):
        message = f"{part.prefix}is now {_shown(part.new)}, was {_shown(part.old)}"
        yield part.address, message
        return
    yield from _type_change(part)
    yield from _property_changes(part)
    yield from _required_changes(part)
    yield from _enum_changes(part)
    for key in dict.fromkeys((*part.old, *part.new)):
        if key not in _APART and not same(*part.values(key)):
            yield from _keyword_change(part, key)


def _type_change(part: _Part) -> Iterator[SchemaChange]:
    """The type, the format, the schema that is referred to, and null, together."""
    for key in TYPING:
        if not same(*part.values(key)):
            old, new = type_in_words(part.old), type_in_words(part.new)
            yield part.at(key), f"{part.prefix}is now {new}, was {old}"
            return


def _property_changes(part: _Part) -> Iterator[SchemaChange]:
    before = part.old.get("properties") or {}
    after = part.new.get("properties") or {}
    if not _are_mappings(before, after):
        return
    for key in dict.fromkeys((*before, *after)):
        name = part.property_name(key)
        address = (*part.address, "properties", key)
        if key not in before:
            yield address, f"gained `{name}` ({type_in_words(after[key])})"
        elif key not in after:
            yield address, f"lost `{name}`"
        else:
            inner = _Part(
                old=before[key],
                new=after[key],
                name=name,
                address=address,
            )
            yield from _changes(inner)


def _required_changes(part: _Part) -> Iterator[SchemaChange]:
    added, removed = _member_changes(*part.values("required"))
    address = part.at("required")
    for key in added:
        yield address, f"`{part.property_name(key)}` is required now"
    for key in removed:
        yield address, f"`{part.property_name(key)}` is not required any more"


def _enum_changes(part: _Part) -> Iterator[SchemaChange]:
    old, new = part.values("enum")
    address = part.at("enum")
    if MISSING in (old, new):
        if old is not new:
            yield address, f"{part.prefix}enum {_shown(old)} → {_shown(new)}"
        return
    added, removed = _member_changes(old, new)
    for value in added:
        yield address, f"{part.prefix}may be {_shown(value)} now"
    for value in removed:
        yield address, f"{part.prefix}may not be {_shown(value)} any more"


def _are_mappings(old: Tree, new: Tree) -> bool:
    return isinstance(old, dict) and isinstance(new, dict)


def _member_changes(
    old: Tree,
    new: Tree,
) -> tuple[list[Tree], list[Tree]]:
    """The members that a list gained, and those that it lost; anything else is an empty list."""
    before = old if isinstance(old, list) else []
    after = new if isinstance(new, list) else []
    added = [value for value in after if not _is_in(value, before)]
    removed = [value for value in before if not _is_in(value, after)]
    return added, removed


def _is_in(
    value: Tree,
    members: list[Tree],
) -> bool:
    return any(same(value, member) for member in members)


def _keyword_change(
    part: _Part,
    key: str,
) -> Iterator[SchemaChange]:
    old, new = part.values(key)
    address = part.at(key)
    if key in _INTO and _are_mappings(old, new):
        name = part.name + _INTO[key]
        inner = _Part(
            old=old,
            new=new,
            name=name,
            address=address,
        )
        yield from _changes(inner)
    elif key in PROSE_KEYWORDS:
        yield address, f"{part.prefix}{key} changed"
    else:
        yield address, f"{part.prefix}{key} {_shown(old)} → {_shown(new)}"


def _shown(value: Tree) -> str:
    return one_line(value, _LONGEST, absent="nothing")
