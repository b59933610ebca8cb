"""What changed between two documents, or between two states of the document of an API."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from specmend.diff.change import LEVELS, Change, Level, is_at_least
from specmend.diff.changes import Override, changes_between
from specmend.diff.checks.table import IDS
from specmend.document.text.collector import collector_paused
from specmend.document.text.document import Document
from specmend.errors import Problem, RepositoryError
from specmend.progress import SILENT, Progress, phase
from specmend.project.named_documents import document_at, named_document
from specmend.project.pipeline import sanitize
from specmend.settings.layout import ApiLayout
from specmend.source.fetch import fetch, find_source
from specmend.source.store import read_base
from specmend.steps.series import read_series

Source = Document | Path | str
"""A document, the path of a file, or a name as `named_document` takes it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Diff:
    """The names of two documents, and what changed between them, the worst entries first."""

    old: str
    new: str
    changes: tuple[Change, ...]

    def at_least(self, level: Level) -> tuple[Change, ...]:
        """The entries of a level and of those that are worse."""
        return tuple(change for change in self.changes if is_at_least(change.level, level))

    def counts(self) -> dict[Level, int]:
        """How many entries there are of each level."""
        levels = [change.level for change in self.changes]
        return {level: levels.count(level) for level in LEVELS}


def diff_documents(
    old: Source, new: Source, *, overrides: Mapping[str, Override] | None = None
) -> Diff:
    """What changed between two documents; no project is needed.

    Raises OutsideError or RepositoryError where one of them cannot be read.
    """
    before, after = _read(old), _read(new)
    with collector_paused():
        changes = changes_between(before, after, overrides=overrides)
    return Diff(old=before.name, new=after.name, changes=changes)


def diff_api(
    api: ApiLayout,
    base: str | None = None,
    generator: str | None = None,
    *,
    progress: Progress = SILENT,
) -> Diff:
    """What changed in the document of an API.

    With a `base`, a revision of git, that is the sanitized document then and now. Without one, it
    is the pinned document and what its source has now, or the document before an update that is
    open. Levels of the settings count.
    """
    overrides = overrides_of(api)
    if base is not None:
        path = api.show(api.sanitized)
        before = document_at(api.root, base, path, f"{base}:{path}")
        return diff_documents(before, sanitize(api, generator).document, overrides=overrides)
    pinned = read_series(api, generator).document
    started = read_base(api)
    if started is not None:
        return diff_documents(started, pinned, overrides=overrides)
    return diff_documents(pinned, _fetched(api, pinned, progress), overrides=overrides)


def overrides_of(api: ApiLayout) -> Mapping[str, Override]:
    """The levels that the settings of an API give; raises RepositoryError for an unknown id."""
    unknown = [name for name in api.settings.levels if name not in IDS]
    if unknown:
        raise RepositoryError(*(_unknown(api, name) for name in unknown))
    return {
        name: Override(level=_LEVELS[one.level], reason=one.reason)
        for name, one in api.settings.levels.items()
    }


_LEVELS: Final[Mapping[str, Level]] = {level: level for level in LEVELS}


def _unknown(api: ApiLayout, name: str) -> Problem:
    near = get_close_matches(name, IDS, 1)
    return Problem(
        message=f"the settings of {api.name} give a level to a change that there is not",
        found=name,
        expected=near[0] if near else "an id of docs/reference/changes.md",
    )


def _read(source: Source) -> Document:
    return source if isinstance(source, Document) else named_document(str(source))


def _fetched(api: ApiLayout, pinned: Document, progress: Progress) -> Document:
    address = find_source(api, None, Path.cwd())
    with phase(progress, api.name, f"fetching {address.origin}"):
        fetched = fetch(api, address)
    return pinned if fetched.document is None else fetched.document
