"""The changes of a schema in words: what it gained and lost, and what its parts are now."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from specmend.document.openapi.keywords import COMPOSITIONS, PROSE_KEYWORDS, SETS, TYPING
from specmend.document.text.editing.scalar import write_json
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree, same

_LONGEST: Final = 60
_INTO: Final = {"items": "[]", "additionalProperties": "{}"}

Said = tuple[Address, str]
"""A place inside the schema, and what changed there."""


def schema_changes(old: Tree, new: Tree, at: str = "", inside: Address = ()) -> Iterator[Said]:
    """What changed between two versions of a schema; `at` is the name of the part, empty for the schema itself."""
    if same(old, new):
        return
    if not (isinstance(old, dict) and isinstance(new, dict)):
        yield inside, f"{_part(at)}is now {_short(new)}, was {_short(old)}"
        return
    yield from _typing(old, new, at, inside)
    yield from _properties(old, new, at, inside)
    yield from _sets(old, new, at, inside)
    for key in dict.fromkeys((*old, *new)):
        one, other = old.get(key, MISSING), new.get(key, MISSING)
        if key in {*TYPING, *SETS, "properties"} or same(one, other):
            continue
        if key in _INTO and isinstance(one, dict) and isinstance(other, dict):
            yield from schema_changes(one, other, at + _INTO[key], (*inside, key))
        elif key in PROSE_KEYWORDS:
            yield (*inside, key), f"{_part(at)}{key} changed"
        else:
            yield (*inside, key), f"{_part(at)}{key} {_short(one)} → {_short(other)}"


def _typing(old: dict[str, Tree], new: dict[str, Tree], at: str, inside: Address) -> Iterator[Said]:
    """The type, the format, the schema that is named, and null, together."""
    if any(not same(old.get(key, MISSING), new.get(key, MISSING)) for key in TYPING):
        key = next(key for key in TYPING if not same(old.get(key, MISSING), new.get(key, MISSING)))
        yield (*inside, key), f"{_part(at)}is now {type_in_words(new)}, was {type_in_words(old)}"


def _properties(
    old: dict[str, Tree], new: dict[str, Tree], at: str, inside: Address
) -> Iterator[Said]:
    before, after = (schema.get("properties") or {} for schema in (old, new))
    if not (isinstance(before, dict) and isinstance(after, dict)):
        return
    for name in dict.fromkeys((*before, *after)):
        full, place = f"{at}.{name}" if at else name, (*inside, "properties", name)
        if name not in before:
            yield place, f"gained `{full}` ({type_in_words(after[name])})"
        elif name not in after:
            yield place, f"lost `{full}`"
        else:
            yield from schema_changes(before[name], after[name], full, place)


def _sets(old: dict[str, Tree], new: dict[str, Tree], at: str, inside: Address) -> Iterator[Said]:
    prefix = f"{at}." if at else ""
    for name, required in _difference(old.get("required"), new.get("required")):
        words = "is required now" if required else "is not required any more"
        yield (*inside, "required"), f"`{prefix}{name}` {words}"
    if "enum" in old and "enum" in new:
        for value, come in _difference(old["enum"], new["enum"]):
            yield (
                (*inside, "enum"),
                f"{_part(at)}{'may' if come else 'may not'} be {_short(value)}{' now' if come else ' any more'}",
            )
    elif "enum" in old or "enum" in new:
        yield (
            (*inside, "enum"),
            f"{_part(at)}enum {_short(old.get('enum', MISSING))} → {_short(new.get('enum', MISSING))}",
        )


def _difference(old: Tree, new: Tree) -> Iterator[tuple[Tree, bool]]:
    before, after = (value if isinstance(value, list) else [] for value in (old, new))
    yield from ((value, True) for value in after if not any(same(value, other) for other in before))
    yield from (
        (value, False) for value in before if not any(same(value, other) for other in after)
    )


def type_in_words(schema: Tree) -> str:
    """What a schema is, in a few words."""
    if not isinstance(schema, dict):
        return "anything" if schema is True else _short(schema)
    reference = schema.get("$ref")
    if isinstance(reference, str):
        return reference.rpartition("/")[2]
    kinds = schema.get("type", next((k for k in COMPOSITIONS if k in schema), "anything"))
    named = " or ".join(map(str, kinds)) if isinstance(kinds, list) else str(kinds)
    if named == "array":
        named = f"list of {type_in_words(schema.get('items', True))}"
    form = f" ({schema['format']})" if "format" in schema else ""
    return named + form + (" or null" if schema.get("nullable") is True else "")


def _part(at: str) -> str:
    return f"`{at}` " if at else ""


def _short(value: Tree) -> str:
    written = "nothing" if value is MISSING else write_json(value)
    return written if len(written) <= _LONGEST else written[: _LONGEST - 1] + "…"
