"""What becomes of the steps of an API on other upstream documents; nothing is written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from specmend.document.text.collector import collector_paused
from specmend.document.text.document import Document
from specmend.errors import Problem, ProblemList, RepositoryError
from specmend.progress import SILENT, Progress, phase
from specmend.report.drift import DriftReport, drift_report
from specmend.settings.layout import ApiLayout
from specmend.source.fetch import as_pinned, fetch, find_source, has_source, read_as_pinned
from specmend.source.store import read_base
from specmend.steps.series import Series, read_series
from specmend.steps.step import Step

Source = Document | Path | str
"""A document: one that was read, the path of a file, or an address as `fetch` takes it."""


def drift_reports(
    api: ApiLayout,
    sources: Sequence[Source] = (),
    generator: str | None = None,
    *,
    progress: Progress = SILENT,
) -> tuple[DriftReport, ...]:
    """Check every active step against each of the documents.

    Without a document, that is the last fetched one, or else what the source has now. Raises
    RepositoryError when there is no other document than the one that the steps were recorded on.
    """
    series, documents = _documents(api, sources, generator, progress)
    old, steps = series.document, series.active()
    with collector_paused():
        return tuple(_report(api, old, new, steps, progress) for new in documents)


def _report(
    api: ApiLayout, old: Document, new: Document, steps: Sequence[Step], progress: Progress
) -> DriftReport:
    with phase(progress, api.name, f"judging steps on {new.name}", len(steps)) as advance:
        return drift_report(old, new, steps, advance)


def _documents(
    api: ApiLayout, sources: Sequence[Source], generator: str | None, progress: Progress
) -> tuple[Series, list[Document]]:
    """The series on the document that it was recorded on, and the documents to check it against."""
    series = read_series(api, generator, progress=progress)
    if sources:
        return series, _read_all(api, sources, progress)
    base = read_base(api)
    if base is not None:
        return series.on(base), [series.document]
    fetched = _fetch(api, None, progress) if has_source(api) else None
    if fetched is None:
        raise RepositoryError(
            Problem(
                message="the pinned document is the one that the steps were recorded on:"
                " nothing has moved",
                file=api.show(api.upstream),
                expected="another document",
                advice=f"name it: specmend drift {api.name} --to FILE",
            )
        )
    return series, [fetched]


def _read_all(api: ApiLayout, sources: Sequence[Source], progress: Progress) -> list[Document]:
    """All of the documents; raises what is wrong with any of them together."""
    documents: list[Document] = []
    faults = ProblemList()
    for source in sources:
        with faults.collect():
            documents.append(_read(api, source, progress))
    faults.raise_all()
    return documents


def _read(api: ApiLayout, source: Source, progress: Progress) -> Document:
    if isinstance(source, Document):
        return as_pinned(api, source, Path(source.name))
    name = str(source)
    if "://" not in name:
        return read_as_pinned(api, Path(source), name)
    fetched = _fetch(api, name, progress)
    if fetched is None:
        message = f"{name} is the pinned document: nothing has moved"
        raise RepositoryError(Problem(message=message))
    return fetched


def _fetch(api: ApiLayout, source: str | None, progress: Progress) -> Document | None:
    """The document that a source has now; None when it is the pinned one."""
    address = find_source(api, source, Path.cwd())
    with phase(progress, api.name, f"fetching {address.origin}"):
        fetched = fetch(api, address)
    return fetched.document if fetched.moved else None
