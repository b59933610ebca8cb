"""The package indexes that a project names: the tables `[indexes.NAME]`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from specmend.settings.faults import Faults, shown

_KEYS: Final[Mapping[str, str]] = {"url": "url", "publish-url": "publish_url"}


@dataclass(frozen=True, kw_only=True, slots=True)
class IndexSettings:
    """A package index: the table `[indexes.NAME]`."""

    url: str
    """Where its simple pages are, which pip calls `index-url` (PEP 503)."""

    publish_url: str = ""
    """Where files are uploaded. Without it, the index is only read."""


def read_indexes(tables: Any, faults: Faults) -> dict[str, IndexSettings]:
    """The package indexes by their names; what is wrong is recorded."""
    found = faults.table(tables, "indexes")
    read = {name: faults.table(table, f"indexes.{name}") for name, table in found.items()}
    for name, table in read.items():
        _check(f"indexes.{name}", table, faults)
    return {
        name: IndexSettings(**{field: str(table.get(key, "")) for key, field in _KEYS.items()})
        for name, table in read.items()
    }


def _check(name: str, table: Mapping[str, Any], faults: Faults) -> None:
    faults.add_unknown(table, _KEYS, name)
    for key, value in table.items():
        if key in _KEYS and not isinstance(value, str):
            message = f"{key} is not a string"
            faults.add(key, message, table=name, found=shown(value), expected="a string")
    if not table.get("url"):
        faults.add("url", "an index needs its address", table=name, expected="https://HOST/simple/")
