"""What is to be run for another generator, and all that its output depends on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from specmend.settings.generators import GeneratorSettings


@dataclass(frozen=True, kw_only=True, slots=True)
class CommandPlan:
    """One generator of one API.

    `header` is the license header as text, `version` that of the API's package. `date` is that of
    the pin. `project` is the folder of the settings.
    """

    api: str
    generator: str
    settings: GeneratorSettings
    header: str
    version: str
    date: dt.date
    project: Path

    @property
    def epoch(self) -> int:
        """The day of the pin as seconds, in UTC (SOURCE_DATE_EPOCH)."""
        return int(dt.datetime.combine(self.date, dt.time(), dt.UTC).timestamp())


@dataclass(frozen=True, kw_only=True, slots=True)
class CommandInputs:
    """All that an output depends on: the files that the command reads, and the tool's version.

    `files` are those that specmend hands it, by name. `digests` are those of the project's own
    files that it reads, by their path from the project.
    """

    plan: CommandPlan
    files: Mapping[str, bytes]
    digests: Mapping[str, str]
    tool: str
