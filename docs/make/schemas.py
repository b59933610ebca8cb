"""The JSON Schemas that editors complete and check step files and settings by."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any, Final

from docs.make.docstrings import attribute_docstrings
from docs.make.pages import DOCS

from specmend.report.changes_schema import CHANGES_SCHEMA
from specmend.report.review_schema import REVIEW_SCHEMA
from specmend.settings.bump import BREAKING, NEW, BumpSettings
from specmend.settings.generators import DEFAULT_GENERATOR, GeneratorSettings
from specmend.settings.indexes import IndexSettings
from specmend.settings.levels import LEVELS, LevelSettings
from specmend.settings.packages import PackageSettings
from specmend.settings.settings import ApiSettings, setting_name
from specmend.steps.edits.edit import NamedEdit
from specmend.steps.edits.table import EDITS
from specmend.steps.schema import STEP_SCHEMA

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_Record = (
    ApiSettings | BumpSettings | GeneratorSettings | IndexSettings | LevelSettings | PackageSettings
)
_TYPES: Final[Mapping[str, Mapping[str, Any]]] = {
    "str": {"type": "string"},
    "bool": {"type": "boolean"},
    "int": {"type": "integer", "minimum": 1},
    "tuple[str, ...]": {"type": "array", "items": {"type": "string"}},
}


def made_schemas() -> dict[Path, str]:
    """All schemas by their paths."""
    schemas = {
        "step": step_schema(),
        "settings": settings_schema(),
        "changes": CHANGES_SCHEMA,
        "review": REVIEW_SCHEMA,
    }
    return {
        DOCS / "reference" / f"{name}.schema.json": json.dumps(schema, indent=2) + "\n"
        for name, schema in schemas.items()
    }


def step_schema() -> dict[str, Any]:
    """The schema of step files, with the parameters of every named edit."""
    schema: dict[str, Any] = json.loads(json.dumps(STEP_SCHEMA).replace("\\\\Z", "$"))
    action = schema["properties"]["actions"]["items"]
    action["properties"]["x-edit"] = {
        "description": action["properties"]["x-edit"]["description"],
        "type": "object",
        "required": ["name"],
        "properties": {"name": {"enum": list(EDITS)}},
        "allOf": [_parameters(edit) for edit in EDITS.values()],
    }
    return {"title": "A step of specmend", **schema}


def settings_schema() -> dict[str, Any]:
    """The schema of specmend.toml."""
    generator = _table(GeneratorSettings)
    for name in ("command", "version-command"):
        generator["properties"][name]["minItems"] = 1
    generator["properties"]["format"]["enum"] = ["yaml", "json"]
    api = _table(ApiSettings)
    api["properties"]["generators"] |= {
        "type": "object",
        "propertyNames": {"not": {"const": DEFAULT_GENERATOR}},
        "additionalProperties": {**generator, "required": ["command", "version-command"]},
    }
    level = _table(LevelSettings)
    level["properties"]["level"]["enum"] = list(LEVELS)
    api["properties"]["levels"] |= {
        "type": "object",
        "additionalProperties": {**level, "required": ["level", "reason"]},
    }
    bump = _table(BumpSettings)
    bump["properties"]["breaking-below-1"]["enum"] = list(BREAKING)
    bump["properties"]["new-below-1"]["enum"] = list(NEW)
    bump["properties"]["lower"] |= {
        "type": "object",
        "additionalProperties": {"type": "string", "minLength": 1},
    }
    api["properties"]["bump"] |= bump
    return {
        "title": "Settings of specmend",
        "$schema": _DIALECT,
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "apis": {
                "type": "object",
                "description": "A table for each API, under its name.",
                "additionalProperties": api,
            },
            "indexes": {
                "type": "object",
                "description": "A table for each package index, under its name.",
                "additionalProperties": {**_table(IndexSettings), "required": ["url"]},
            },
            "packages": {
                "type": "object",
                "description": "A table for each package that people write, under its name.",
                "additionalProperties": _table(PackageSettings),
            },
        },
    }


def _table(
    record: type[_Record],
) -> dict[str, Any]:
    """The schema of a table: its keys with their types and meanings."""
    meanings = attribute_docstrings(record)
    properties = {
        setting_name(field.name): {
            **_TYPES.get(str(field.type), {}),
            "description": meanings[field.name],
        }
        for field in fields(record)
    }
    return {"type": "object", "additionalProperties": False, "properties": properties}


def _parameters(edit: NamedEdit) -> Mapping[str, Any]:
    """What must hold where an action names this edit."""
    named = {"const": edit.name, "description": edit.help}
    properties = {"name": named, **edit.parameters["properties"]}
    return {
        "if": {"properties": {"name": {"const": edit.name}}},
        "then": {**edit.parameters, "properties": properties},
    }
