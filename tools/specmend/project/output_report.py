"""What a build did for one other generator of an API."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class OutputReport:
    """What a build wrote for one other generator; `is_current` says that its command was not run.

    `folder` is where its files are, from the project. `tool` is the version of the tool, and empty
    where it was not asked for. `files` counts the files of the result, and `changed` those of them
    that were written because they differed.
    """

    generator: str
    folder: str
    is_current: bool = False
    tool: str = ""
    files: int = 0
    changed: int = 0
