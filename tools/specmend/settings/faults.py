"""The faults of one settings file, each with the line and the column of what is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from specmend.errors import Problem, did_you_mean
from specmend.storage.toml import locate_key


class Faults:
    """Collects what is wrong with a settings file."""

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file
        self.problems: list[Problem] = []

    def add(
        self,
        key: str,
        message: str,
        *,
        table: str = "",
        found: str = "",
        expected: str = "",
        advice: str = "",
        part: str = "",
        whole: str = "",
    ) -> None:
        """Record a fault at a key of a table, or at a part of its value.

        The part may be one of a `whole` string of the value, which is another place than the same
        part of another string.
        """
        line, column = self._place(key, table, part, whole)
        self.problems.append(
            Problem(
                message=message,
                file=self.file,
                line=line,
                column=column,
                found=found,
                expected=expected,
                advice=advice,
            )
        )

    def add_unknown(self, table: Mapping[str, Any], known: Iterable[str], name: str) -> None:
        """Record every key of a table that is not known."""
        names = sorted(known)
        for key in table:
            if key not in names:
                advice = did_you_mean(key, names) or f"the keys are {', '.join(names)}"
                message = f"unknown key '{key}' in the settings"
                self.add(key, message, table=name, advice=advice)

    def table(self, value: Any, name: str) -> Mapping[str, Any]:
        """A table as it is; for anything else a fault, and an empty table."""
        if isinstance(value, Mapping):
            return value
        above, _, key = name.rpartition(".")
        self.add(key, f"{name} is not a table", table=above, found=shown(value), expected="a table")
        return {}

    def _place(self, key: str, table: str, part: str, whole: str) -> tuple[int, int]:
        """Line and column of a key, or of the table that holds it where tables are values."""
        place = locate_key(self.text, key, table)
        while place == (1, 1) and "." in table:
            table, _, key = table.rpartition(".")
            place = locate_key(self.text, key, table)
        return self._within(part, whole, place) if part else place

    def _within(self, part: str, whole: str, place: tuple[int, int]) -> tuple[int, int]:
        """Where a text is written at a place or after it, else the place itself."""
        lines = self.text.splitlines(keepends=True)
        after = sum(len(line) for line in lines[: place[0] - 1]) + place[1] - 1
        # A string with escapes is not in the file as it is: then its part is looked for alone.
        starts = (self.text.find(f"{quote}{whole or part}{quote}", after) for quote in "\"'")
        start = min((start for start in starts if start >= 0), default=after)
        found = self.text.find(part, start)
        if found < 0:
            return place
        before = self.text[:found]
        return before.count("\n") + 1, found - before.rfind("\n")


def shown(value: Any) -> str:
    """A value of TOML as JSON writes it."""
    return msgspec.json.encode(value).decode()
