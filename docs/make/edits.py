"""The reference of the named edits, made from the table of edits and their JSON Schemas."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docs.make.markdown import code, slug, table

from specmend.steps.edits.table import EDITS


def overview() -> str:
    """All named edits with a sentence each; a name links to its section."""
    rows = ((f"[`{name}`](#{slug(name)})", edit.help) for name, edit in EDITS.items())
    return table(("edit", "what it does"), rows)


def head(name: str) -> str:
    """What an edit does, and its parameters."""
    edit = EDITS[name]
    properties = edit.parameters["properties"]
    if not properties:
        return f"{edit.help} The edit has no parameters.\n"
    required = edit.parameters.get("required", ())
    rows = (
        (code(parameter), "yes" if parameter in required else "no", _meaning(schema))
        for parameter, schema in properties.items()
    )
    least = " At least one parameter is needed." if "minProperties" in edit.parameters else ""
    return f"{edit.help}{least}\n\n" + table(("parameter", "required", "meaning"), rows)


def _meaning(schema: Mapping[str, Any]) -> str:
    return str(schema["description"])
