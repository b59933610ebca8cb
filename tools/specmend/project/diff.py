"""What changed between two documents, or between two states of the document of an API."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from specmend.diff.change import LEVELS, Change, Level, is_at_least
from specmend.diff.changes import Override, changes_between
from specmend.diff.checks.table import IDS
from specmend.document.text.collector import collector_paused
from specmend.document.text.document import Document
from specmend.errors import Problem, RepositoryError, did_you_mean
from specmend.progress import SILENT, Progress, phase
from specmend.project.named_documents import document_at, named_document
from specmend.project.pipeline import sanitize
from specmend.settings.faults import Faults
from specmend.settings.layout import ApiLayout
from specmend.settings.settings import SETTINGS_FILES
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
        raise RepositoryError(*_unknown(api, unknown))
    return {
        name: Override(level=_LEVELS[one.level], reason=one.reason)
        for name, one in api.settings.levels.items()
    }


_LEVELS: Final[Mapping[str, Level]] = {level: level for level in LEVELS}


def _unknown(api: ApiLayout, names: Iterable[str]) -> list[Problem]:
    """A problem for each id that there is not, at its place in the settings."""
    texts = {
        name: (api.root / name).read_text("utf-8", "replace")
        for name in SETTINGS_FILES
        if (api.root / name).is_file()
    }
    # The first one that there is holds the settings, unless it has none of this API.
    file = next((name for name, text in texts.items() if api.name in text), SETTINGS_FILES[0])
    faults = Faults(texts.get(file, ""), file)
    for name in names:
        faults.add(
            "",
            "the settings give a level to a change that there is not",
            table=f"{api.name}.levels.{name}",
            found=name,
            expected="an id of docs/reference/changes.md",
            advice=did_you_mean(name, IDS),
        )
    return faults.problems


def _read(source: Source) -> Document:
    return source if isinstance(source, Document) else named_document(str(source))


def _fetched(api: ApiLayout, pinned: Document, progress: Progress) -> Document:
    address = find_source(api, None, Path.cwd())
    with phase(progress, api.name, f"fetching {address.origin}"):
        fetched = fetch(api, address)
    return pinned if fetched.document is None else fetched.document
