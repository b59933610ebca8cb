"""What an update works on: the steps, the document that they were recorded on, and the new one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from specmend.document.text.document import Document
from specmend.errors import Problem, RepositoryError
from specmend.progress import SILENT, Progress, phase
from specmend.settings.layout import ApiLayout
from specmend.source.fetch import Fetched, fetch, find_source, has_source, read_as_pinned
from specmend.source.pin import Pin, read_pin
from specmend.source.store import read_base
from specmend.steps.series import Series, read_series
from specmend.steps.step import Step


@dataclass(frozen=True, kw_only=True, slots=True)
class Incoming:
    """The steps and both documents; `pin` is that of a document that is not in the repository yet.

    `original` is what was converted to it, and `remarks` say what a person should know of that.
    `old` is None when nothing moved: then only what an earlier update left open is looked at.
    """

    steps: tuple[Step, ...]
    old: Document | None
    new: Document
    before: Pin
    pin: Pin | None = None
    original: Document | None = None
    remarks: tuple[Problem, ...] = ()

    @property
    def waiting(self) -> bool:
        """Whether an earlier update left anything open."""
        return any(map(_is_open, self.steps))


def incoming(
    api: ApiLayout, to: str | None, base: Path | None, progress: Progress = SILENT
) -> Incoming:
    """Read the series of an API and the new document.

    `to` is where the new document is, and `base` the one that the steps were recorded on, when that
    is not the pinned one. While an earlier update left something open, another document is refused,
    and none is looked for. Raises RepositoryError or OutsideError with every problem.
    """
    series = read_series(api, progress=progress)
    here = Incoming(steps=series.steps, old=None, new=series.document, before=read_pin(api))
    fetched = None
    if to is not None or (base is None and not here.waiting and has_source(api)):
        fetched = _fetched(api, to, progress)
    if here.waiting and (base or (fetched and fetched.moved)):
        raise RepositoryError(*(_waits(step, api) for step in here.steps if _is_open(step)))
    if fetched and fetched.moved and fetched.document:
        old = _given(api, base) if base else _recorded_on(api, series) or series.document
        return replace(
            here,
            old=old,
            new=_renamed(api, fetched.document),
            pin=fetched.new,
            original=fetched.original,
            remarks=fetched.remarks,
        )
    return replace(here, old=_old(api, series, base, here))


def _old(api: ApiLayout, series: Series, base: Path | None, here: Incoming) -> Document | None:
    """The document that the steps were recorded on, when it is not the one that is pinned."""
    old = None
    if not here.waiting:
        old = _given(api, base) if base else _recorded_on(api, series)
    if old is None:
        _refuse_unfit(series)
    return old


def _renamed(api: ApiLayout, document: Document) -> Document:
    """A fetched document, named as the file that it will be written to."""
    path = api.upstreams[0].with_suffix(f".{document.format}")
    return replace(document, name=api.show(path))


def _fetched(api: ApiLayout, to: str | None, progress: Progress) -> Fetched:
    address = find_source(api, to, Path.cwd())
    with phase(progress, api.name, f"fetching {address.origin}"):
        return fetch(api, address)


def _recorded_on(api: ApiLayout, series: Series) -> Document | None:
    """The document before the last fetch, unless the steps fit the pinned one by now."""
    base = read_base(api)
    if base is None or not series.apply().problems:
        return None
    return base


def _refuse_unfit(series: Series) -> None:
    """Raise RepositoryError when a step that nothing is open about does not fit.

    What it finds was never compared with the document that it was recorded on.
    """
    settled = series.with_steps(step for step in series.steps if not _is_open(step))
    problems = settled.apply().problems
    if problems:
        command = f"specmend update {series.api} --base FILE"
        unknown = Problem(
            message="the steps were not recorded on the pinned document",
            file=series.document.name,
            advice=f"{command} says which one they were recorded on",
        )
        raise RepositoryError(*problems, unknown)


def _is_open(step: Step) -> bool:
    return any(action.open for action in step.actions)


def _given(api: ApiLayout, base: Path) -> Document:
    return read_as_pinned(api, base, str(base))


def _waits(step: Step, api: ApiLayout) -> Problem:
    action = next(action for action in step.actions if action.open)
    return step.problem(
        ("actions", action.index, "x-conflict"),
        "this action needs a decision since the last update",
        advice=f"decide first: specmend update {api.name} shows what is open, and how to settle it",
    )
