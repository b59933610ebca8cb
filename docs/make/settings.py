"""The reference of the settings of an API, made from the record that they are read into."""

from __future__ import annotations

from dataclasses import MISSING, Field, fields

from docs.make.docstrings import attribute_docstrings
from docs.make.markdown import code, table

from specmend.settings.settings import ApiSettings, setting_name


def settings() -> str:
    """Every key of `[apis.NAME]` with its type, its default and its meaning."""
    meanings = attribute_docstrings(ApiSettings)
    rows = (
        (code(setting_name(field.name)), _type(field), _default(field), meanings[field.name])
        for field in fields(ApiSettings)
    )
    return table(("key", "type", "default", "meaning"), rows)


def _type(field: Field[object]) -> str:
    types = {"str": "string", "bool": "true or false", "tuple[str, ...]": "list of strings"}
    return types[str(field.type)]


def _default(field: Field[object]) -> str:
    if field.name == "package":
        return "the name of the API, with `_` for `.` and `-`"
    if field.default is MISSING:
        return "none"
    if isinstance(field.default, bool):
        return code(str(field.default).lower())
    return code(f'"{field.default}"') if field.default else "empty"
