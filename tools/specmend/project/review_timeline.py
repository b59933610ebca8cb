"""The steps of both sides of a review on the versions of upstream that git knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from specmend.document.text.document import Document, read_document
from specmend.drift.judge import judge_series
from specmend.errors import RepositoryError
from specmend.project.history import History
from specmend.project.review_side import ReviewSide
from specmend.review.records import StepChange
from specmend.review.timeline import Timeline, TimelineRow, Version
from specmend.settings.layout import ApiLayout
from specmend.steps.series import Series
from specmend.steps.step import Verdict

MOST_VERSIONS: Final = 12
"""So many versions are looked at, the last ones."""

MOST_BYTES: Final = 6_000_000
"""So large the looked-at versions are together: a review must not wait for a picture."""

_GONE: Final = ("removed", "retired")


def timeline_of(
    old: ReviewSide, new: ReviewSide, steps: Sequence[StepChange], history: History
) -> Timeline | None:
    """The steps of the head, and those that went, on each version of the pinned document.

    None where there are fewer than two versions or no steps, or one side cannot be read.
    """
    if new.layout is None or new.series is None or new.upstream is None:
        return None
    versions = list(_versions(new, new.layout, new.upstream, history))
    if len(versions) < 2:  # noqa: PLR2004 - over time means more than once
        return None
    documents = [document for _, document in versions]
    fates = {one.number: one.fate for one in steps if one.fate not in _GONE}
    rows = _rows(new.series, documents, fates)
    gone = {one.number: one.fate for one in steps if one.fate in _GONE}
    if gone and old.series is not None:
        rows += [row for row in _rows(old.series, documents, gone) if row.number in gone]
    if not rows:
        return None
    named = tuple(version for version, _ in versions)
    return Timeline(versions=named, rows=tuple(sorted(rows, key=lambda row: row.number)))


def _versions(
    side: ReviewSide, layout: ApiLayout, now: Document, history: History
) -> Iterator[tuple[Version, Document]]:
    """The versions up to that of a side, the oldest first, each once."""
    path = layout.show(layout.upstream)
    found: list[tuple[str, str, bytes]] = []
    for commit, day in history.commits_of(path, MOST_VERSIONS, side.at.commit or "HEAD"):
        data = history.file_at(commit, path)
        if data is not None:
            found.insert(0, (day, commit[:8], data))
    if not found or found[-1][2] != now.encode():
        found.append(("now", "", now.encode()))
    counts: dict[str, int] = {}
    for day, commit, data in _small(found[-MOST_VERSIONS:]):
        counts[day] = counts.get(day, 0) + 1
        name = day if counts[day] == 1 else f"{day} ({counts[day]})"
        document = _document(data, path)
        if document is not None:
            yield Version(name=name, detail=_detail(document, commit)), document


def _small(found: Sequence[tuple[str, str, bytes]]) -> Sequence[tuple[str, str, bytes]]:
    """The last versions that are small enough together."""
    size = 0
    for index in range(len(found) - 1, -1, -1):
        size += len(found[index][2])
        if size > MOST_BYTES:
            return found[index + 1 :]
    return found


def _document(data: bytes, path: str) -> Document | None:
    try:
        return read_document(data, path)
    except RepositoryError:
        return None


def _detail(document: Document, commit: str) -> str:
    """The version that a document gives itself, and the commit that brought it."""
    info = document.tree.get("info") if isinstance(document.tree, dict) else None
    given = info.get("version") if isinstance(info, dict) else None
    named = [f"version {given}"] if isinstance(given, str) else []
    return ", ".join([*named, *([f"commit {commit}"] if commit else [])])


def _rows(
    series: Series, documents: Sequence[Document], fates: Mapping[int, str]
) -> list[TimelineRow]:
    steps = series.active()
    judged = [_verdicts(series, document) for document in documents]
    return [
        TimelineRow(
            number=step.number,
            title=step.title,
            verdicts=tuple(verdicts.get(step.number) for verdicts in judged),
            mark=fates.get(step.number, ""),
        )
        for step in steps
    ]


def _verdicts(series: Series, document: Document) -> Mapping[int, Verdict]:
    judged = judge_series(series.document, document, series.active())
    return {one.step.number: one.verdict for one in judged}
