"""The reference of the fields of a step file, made from the JSON Schema of step files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docs.make.markdown import code, table

from specmend.steps.schema import STEP_SCHEMA

Schema = Mapping[str, Any]


def top_level() -> str:
    """The fields of the file itself."""
    return _table(STEP_SCHEMA)


def info() -> str:
    """The fields of `info`, and of what is nested in them."""
    return _table(STEP_SCHEMA["properties"]["info"])


def actions() -> str:
    """The fields of an action, and of what is nested in them."""
    return _table(STEP_SCHEMA["properties"]["actions"]["items"])


def _table(schema: Schema) -> str:
    headings = ("field", "required", "meaning")
    return table(headings, _rows(schema, ""))


def _rows(schema: Schema, prefix: str) -> Iterator[tuple[str, str, str]]:
    required = schema.get("required", ())
    for name, value in schema.get("properties", {}).items():
        yield code(prefix + name), "yes" if name in required else "no", value["description"]
        if name.startswith("x-"):
            yield from _rows(_inner(value), f"{prefix}{name}.")


def _inner(schema: Schema) -> Schema:
    """What is nested in a field: its own fields, and not those of the members of a list in it."""
    return schema if schema.get("type") == "object" and "properties" in schema else {}
