"""Upstream documents as their sources have them now, pinned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from specmend.errors import OutsideError, ProblemList
from specmend.progress import SILENT, Progress, each_in_phase, phase
from specmend.settings.layout import ApiLayout
from specmend.source.fetch import Fetched, fetch, find_source
from specmend.source.store import keep_base, store
from specmend.storage.read import list_files


@dataclass(frozen=True, kw_only=True, slots=True)
class FetchReport:
    """What the source of one API has now, and the files that were written and removed.

    `has_steps` says whether the API has steps, which must be brought along when upstream moved.
    """

    api: ApiLayout
    fetched: Fetched
    has_steps: bool
    wrote: tuple[Path, ...] = ()
    removed: tuple[Path, ...] = ()

    @property
    def moved(self) -> bool:
        """Whether the document is another one than the pinned one."""
        return self.fetched.moved


def fetch_apis(
    apis: Sequence[ApiLayout],
    source: str | None = None,
    *,
    write: bool = True,
    progress: Progress = SILENT,
) -> tuple[FetchReport, ...]:
    """Fetch the document of each API and pin it; without `write`, only look.

    `source` is an address or a file; without it, the settings or the pin say where to look. Raises
    OutsideError or RepositoryError with every problem of every API, and then nothing is written.
    """
    fetched = _fetch_all(apis, source, progress)
    return tuple(
        _store(api, answer) if write else _report(api, answer)
        for api, answer in zip(apis, fetched, strict=True)
    )


def _fetch_all(apis: Sequence[ApiLayout], source: str | None, progress: Progress) -> list[Fetched]:
    answers: list[Fetched] = []
    faults = ProblemList()
    for api in each_in_phase(progress, "", "fetching", apis):
        with faults.collect():
            address = find_source(api, source, Path.cwd())
            with phase(progress, api.name, f"fetching {address.origin}"):
                answers.append(fetch(api, address))
    if faults.outside:
        raise OutsideError(*faults.outside, *faults.repository)
    faults.raise_all()
    return answers


def _store(api: ApiLayout, fetched: Fetched) -> FetchReport:
    """Write what differs; when upstream moved, keep the document that the steps were made for."""
    if fetched.document is None or not fetched.due:
        return _report(api, fetched)
    if fetched.moved and _has_steps(api):
        keep_base(api)
    removed = store(api, fetched.document, fetched.new, fetched.original)
    kept = (api.original,) if fetched.original else ()
    return _report(api, fetched, wrote=(*kept, api.upstream, api.pin), removed=tuple(removed))


def _report(
    api: ApiLayout,
    fetched: Fetched,
    *,
    wrote: tuple[Path, ...] = (),
    removed: tuple[Path, ...] = (),
) -> FetchReport:
    has_steps = _has_steps(api)
    return FetchReport(api=api, fetched=fetched, has_steps=has_steps, wrote=wrote, removed=removed)


def _has_steps(api: ApiLayout) -> bool:
    return bool(list_files(api.steps, api.show(api.steps)))
