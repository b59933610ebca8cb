"""The reference of the settings of an API, made from the record that they are read into."""

from __future__ import annotations

from dataclasses import MISSING, Field, fields
from typing import Final

from docs.make.docstrings import attribute_docstrings
from docs.make.markdown import code, table

from specmend.settings.bump import BumpSettings
from specmend.settings.generators import GeneratorSettings
from specmend.settings.indexes import IndexSettings
from specmend.settings.levels import LevelSettings
from specmend.settings.packages import PackageSettings
from specmend.settings.placeholders import IN_COMMAND
from specmend.settings.settings import ApiSettings, setting_name

_Record = (
    ApiSettings | BumpSettings | GeneratorSettings | IndexSettings | LevelSettings | PackageSettings
)
_TYPES: Final = {
    "str": "string",
    "bool": "true or false",
    "int": "whole number",
    "tuple[str, ...]": "list of strings",
    "Mapping[str, GeneratorSettings]": "tables",
    "Mapping[str, LevelSettings]": "tables",
    "Mapping[str, str]": "table of strings",
    "BumpSettings": "table",
}


def settings() -> str:
    """Every key of `[apis.NAME]` with its type, its default and its meaning."""
    return _table_of(ApiSettings)


def generators() -> str:
    """Every key of `[apis.NAME.generators.GENERATOR]` in the same way."""
    return _table_of(GeneratorSettings)


def levels() -> str:
    """Every key of `[apis.NAME.levels.ID]` in the same way."""
    return _table_of(LevelSettings)


def bump() -> str:
    """Every key of `[apis.NAME.bump]` in the same way."""
    return _table_of(BumpSettings)


def indexes() -> str:
    """Every key of `[indexes.NAME]` in the same way."""
    return _table_of(IndexSettings)


def packages() -> str:
    """Every key of `[packages.NAME]` in the same way."""
    return _table_of(PackageSettings)


def placeholders() -> str:
    """Every placeholder of a command with its meaning."""
    rows = ((code(f"{{{name}}}"), meaning) for name, meaning in IN_COMMAND.items())
    return table(("placeholder", "stands for"), rows)


def _table_of(
    record: type[_Record],
) -> str:
    meanings = attribute_docstrings(record)
    rows = (
        (code(setting_name(f.name)), _TYPES[str(f.type)], _default(f), meanings[f.name])
        for f in fields(record)
    )
    return table(("key", "type", "default", "meaning"), rows)


def _default(field: Field[object]) -> str:
    if field.default is MISSING:
        return "none"
    if isinstance(field.default, int) and not isinstance(field.default, bool):
        return code(str(field.default))
    if isinstance(field.default, bool):
        return code(str(field.default).lower())
    return code(f'"{field.default}"') if field.default else "empty"
