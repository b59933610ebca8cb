"""The last release of each API, as the tags of its repository say it: `petstore-v1.2.0`."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from specmend.project.history import find_history

if TYPE_CHECKING:
    from packaging.version import Version

_SEPARATOR: Final = "-v"


@dataclass(frozen=True, kw_only=True, slots=True)
class Release:
    """A release: its version, the tag that says so, and the day of the tag, as 2025-03-01."""

    version: str
    tag: str
    day: str


def last_releases(root: Path, names: Collection[str]) -> Mapping[str, Release]:
    """The release with the highest version (PEP 440) of each API that has one."""
    history = find_history(root)
    best: dict[str, tuple[Version, Release]] = {}
    for tag, day in history.tags().items() if history else ():
        for name, version in _read(tag, names):
            if name not in best or best[name][0] < version:
                best[name] = version, Release(version=str(version), tag=tag, day=day)
    return {name: release for name, (_, release) in best.items()}


def _read(tag: str, names: Collection[str]) -> Iterator[tuple[str, Version]]:
    """The API and the version that a tag names, if it does."""
    from packaging.version import InvalidVersion, Version

    name, _, version = tag.rpartition(_SEPARATOR)
    if name in names:
        try:
            yield name, Version(version)
        except InvalidVersion:
            return
