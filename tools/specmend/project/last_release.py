"""The last release of each API, as the tags of its repository say it: `petstore-v1.2.0`."""

from __future__ import annotations

from collections.abc import Collection, Mapping
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
        name = tag.rpartition(_SEPARATOR)[0]
        version = version_of_tag(tag, name) if name in names else None
        if version is not None and (name not in best or best[name][0] < version):
            best[name] = version, Release(version=str(version), tag=tag, day=day)
    return {name: release for name, (_, release) in best.items()}


def version_of_tag(tag: str, api: str) -> Version | None:
    """The version that a tag of an API names; None for any other tag."""
    from packaging.version import InvalidVersion, Version

    name, _, version = tag.rpartition(_SEPARATOR)
    try:
        return Version(version) if name == api else None
    except InvalidVersion:
        return None
