"""The levels that a project gives to changes: the tables `[apis.NAME.levels.ID]`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from specmend.settings.faults import Faults, shown

LEVELS: Final = ("breaking", "warning", "info")
"""What a change may be, the worst one first."""


@dataclass(frozen=True, kw_only=True, slots=True)
class LevelSettings:
    """Another level for the changes of one id: the table `[apis.NAME.levels.ID]`."""

    level: str
    """The level that `specmend diff` gives: `breaking`, `warning` or `info`."""

    reason: str
    """Why, for who reads it in two years."""


def read_levels(api: str, tables: Any, faults: Faults) -> dict[str, LevelSettings]:
    """The levels of the changes of an API, by their ids; what is wrong is recorded."""
    name = f"{api}.levels"
    found = faults.table(tables, name)
    read = {key: faults.table(table, f"{name}.{key}") for key, table in found.items()}
    for key, table in read.items():
        _check(f"{name}.{key}", table, faults)
    return {
        key: LevelSettings(level=str(table.get("level")), reason=str(table.get("reason")))
        for key, table in read.items()
    }


def _check(name: str, table: Mapping[str, Any], faults: Faults) -> None:
    faults.add_unknown(table, ("level", "reason"), name)
    level, reason = table.get("level"), table.get("reason")
    if level not in LEVELS:
        found = "" if level is None else shown(level)
        expected = ", ".join(LEVELS[:-1]) + f" or {LEVELS[-1]}"
        faults.add("level", "this is no level", table=name, found=found, expected=expected)
    if not isinstance(reason, str) or not reason.strip():
        message = "a level of your own needs a reason"
        faults.add("reason", message, table=name, expected="a sentence")
