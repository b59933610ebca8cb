"""The APIs at both ends of a review, also where the settings of one of them are gone or moved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from specmend.errors import RepositoryError
from specmend.project.history import find_history
from specmend.project.revisions import Revisions, revisions_of
from specmend.project.snapshot import PastSettings, past_settings, settings_at
from specmend.settings.settings import (
    SETTINGS_FILES,
    ApiSettings,
    find_settings,
    has_settings,
    read_settings_of_any,
)
from specmend.storage.read import read_file


@dataclass(frozen=True, kw_only=True, slots=True)
class Ends:
    """The settings at the base and at the head of a review, each with the folder of the project."""

    base: PastSettings
    head: PastSettings


def ends_of(settings: Mapping[str, ApiSettings], revisions: Revisions) -> Ends:
    """The settings at both ends; `settings` are those of the working tree.

    Where one end has none in the folder of the project, it is looked for where it names an API of
    the other end: the project may have moved.
    """
    history, base = revisions.history, past_settings(revisions.history, revisions.base_commit)
    head = PastSettings(history=history, apis=settings)
    if revisions.head_commit:
        head = past_settings(history, revisions.head_commit)
        if not head.apis:
            head = past_settings(history, revisions.head_commit, tuple(base.apis))
    if not base.apis:
        base = past_settings(history, revisions.base_commit, tuple(head.apis))
    return Ends(base=base, head=head)


def reviewed_project(
    start: Path, base: str | None, head: str | None
) -> tuple[Path, Mapping[str, ApiSettings]]:
    """The folder of the project that a folder belongs to, and the settings of its working tree.

    These may name no API, or be gone, if a revision has them. They do not count where a head is
    named. Raises RepositoryError where no side has any.
    """
    try:
        file = find_settings(start)
    except RepositoryError as error:
        return _lost_project(start.resolve(), base, head, error)
    if head is not None:
        return file.parent, {}
    return file.parent, read_settings_of_any(read_file(file, file.name), file.name)


def _lost_project(
    start: Path, base: str | None, head: str | None, error: RepositoryError
) -> tuple[Path, Mapping[str, ApiSettings]]:
    """The project that was in a folder, or around it, at one of the revisions."""
    history = find_history(start) if start.is_dir() else None
    if history is None:
        raise error
    revisions = revisions_of(start, base, head)
    for commit in (revisions.head_commit, revisions.base_commit):
        for prefix in _around(history.prefix) if commit else ():
            there = settings_at(replace(history, prefix=prefix), commit)
            if there is not None:
                found = None if head is not None else _moved(revisions, there)
                return found or (history.top / prefix, {})
    raise error


def _around(prefix: str) -> Iterator[str]:
    """The folder of a repository, and each one that it is in."""
    parts = [part for part in prefix.split("/") if part]
    for count in range(len(parts), -1, -1):
        yield "".join(f"{part}/" for part in parts[:count])


def _moved(
    revisions: Revisions, there: PastSettings
) -> tuple[Path, Mapping[str, ApiSettings]] | None:
    """The folder where the working tree has the settings of such a project now, and these."""
    for name, status in revisions.moves.items():
        file = revisions.history.top / name
        if status == "D" or file.name not in SETTINGS_FILES:
            continue
        content = read_file(file, name)
        if has_settings(content, file.name):
            found = read_settings_of_any(content, file.name)
            if found.keys() & there.apis.keys():
                return file.parent, found
    return None
