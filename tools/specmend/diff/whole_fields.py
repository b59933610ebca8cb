"""The changes of fields that are told as a whole: a schema, examples, stray extensions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from specmend.diff.checks.parameters import ONE_VALUE
from specmend.diff.comparison import Comparison
from specmend.diff.delta import Delta, below
from specmend.diff.fields import Fields
from specmend.diff.labels import label
from specmend.diff.schema_words import type_in_words
from specmend.diff.side import Side
from specmend.diff.value_changes import value_changes
from specmend.document.openapi.kinds import Spot, is_stray_extension
from specmend.document.tree.values import MISSING


def schema_field(compared: Comparison, key: str, before: Fields, after: Fields) -> Iterator[Delta]:
    """What differs in the schema of an object."""
    has, gets = before.values.get(key, MISSING), after.values.get(key, MISSING)
    if before.anything is not None and (has, gets).count(MISSING) == 1:
        # A schema that says nothing of the bytes is as good as none.
        value = gets if has is MISSING else has
        if value in (before.anything, {}, True):
            return
    where = label("schema", key)
    if has is MISSING:
        words = type_in_words(gets)
        text = f"gained a schema ({words})"
        yield _of_schema(text, where, key, before, after)
    elif gets is MISSING:
        yield _of_schema("lost its schema", where, key, before, after)
    else:
        found = compared.schemas((before.place(key),), (after.place(key),))
        for delta in below(found, where=where):
            is_own = not delta.path and not delta.holder
            yield replace(delta, holder=after.kind) if is_own else delta


def of_one_value(
    compared: Comparison, deltas: Iterable[Delta], before: Fields, after: Fields
) -> Iterator[Delta]:
    """Differences of `explode`, with a field of their own where it has no effect.

    It is about lists and objects alone (OpenAPI 3.1 sections 4.8.12.2 and 4.8.21).
    """
    is_one = _holds_one_value(compared.old, before) and _holds_one_value(compared.new, after)
    for delta in deltas:
        yield replace(delta, key=ONE_VALUE) if is_one else delta


def _holds_one_value(side: Side, fields: Fields) -> bool:
    """Whether the schema of a parameter or header allows no list and no object."""
    schema = side.at(side.settled(fields.place("schema")))
    types = schema.get("type") if isinstance(schema, dict) else None
    listed = types if isinstance(types, list) else [types]
    return bool(listed) and all(kind in _SCALARS for kind in listed)


_SCALARS: Final = ("string", "number", "integer", "boolean", "null")


def _of_schema(text: str, where: tuple[str, ...], key: str, before: Fields, after: Fields) -> Delta:
    return Delta(
        where=where,
        text=text,
        address=after.place(key),
        kind=after.kind,
        key=key,
        before=before.values.get(key, MISSING),
        after=after.values.get(key, MISSING),
        was=before.place(key),
    )


def example_field(key: str, before: Fields, after: Fields) -> Iterator[Delta]:
    """Whether an object has other examples."""
    one, other = before.values.get(key), after.values.get(key)
    if one != other:
        place = after.place(key)
        yield Delta(
            text="example changed",
            address=place,
            also=((*place[:-1], "examples"),),
            kind=after.kind,
            key="example",
            before=one,
            after=other,
            was=before.place(key),
        )


def stray_extensions(spot: Spot, key: str, before: Fields, after: Fields) -> Iterator[Delta]:
    """Extensions that stand among names, where the standard has none."""
    one, other = before.values.get(key), after.values.get(key)
    old = one if isinstance(one, dict) else {}
    new = other if isinstance(other, dict) else {}
    for name in dict.fromkeys((*old, *new)):
        values = old.get(name, MISSING), new.get(name, MISSING)
        if any(is_stray_extension(spot, name, value) for value in values if value is not MISSING):
            place = (*after.place(key), name)
            was = (*before.place(key), name)
            for delta in value_changes(*values, (key, name), place, was):
                yield replace(delta, kind=after.kind, key=name)
