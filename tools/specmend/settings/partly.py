"""What is known of the settings that another version of specmend wrote, or that have faults."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from specmend.settings.generators import NAME
from specmend.settings.settings import SETTINGS_FILES, ApiSettings
from specmend.storage.toml import parse_toml


def read_settings_partly(content: bytes, name: str) -> dict[str, ApiSettings]:
    """What another version of specmend, or a faulty file, says of each API, as far as it is known.

    These are only the package, the version and the generator. Raises RepositoryError for a file
    that is no TOML.
    """
    _, data = parse_toml(content, name)
    if name != SETTINGS_FILES[0]:
        tool = data.get("tool")
        data = tool.get("specmend", {}) if isinstance(tool, Mapping) else {}
    tables = data.get("apis") if isinstance(data, Mapping) else None
    apis = tables.items() if isinstance(tables, Mapping) else ()
    return {
        key: ApiSettings(**{name: table[name] for name in _ANY_TIME if _is_text(table, name)})
        for key, table in apis
        if isinstance(table, Mapping) and NAME.fullmatch(key)
    }


_ANY_TIME: Final = ("package", "version", "generator")
"""The settings that every version of specmend has had."""


def _is_text(table: Mapping[str, Any], name: str) -> bool:
    return isinstance(table.get(name), str)
