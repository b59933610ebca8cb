"""What an update works on: the steps, the document they were recorded on, and the one that upstream has now."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from specmend.document.text.document import Document, read_document
from specmend.errors import Problem, RepositoryError
from specmend.progress import SILENT, Progress
from specmend.settings.layout import Api
from specmend.source.fetch import Fetched, fetch, find_source, has_source
from specmend.source.pin import Pin, read_upstream
from specmend.source.store import read_base
from specmend.steps.active import active_steps
from specmend.steps.apply import apply_steps
from specmend.steps.read import read_steps
from specmend.steps.step import Step
from specmend.storage.read import read_file


@dataclass(frozen=True, kw_only=True, slots=True)
class Incoming:
    """The steps and both documents; `pin` is that of a document that is not in the repository yet.

    `old` is None where nothing moved: then only what an earlier update left open is looked at.
    """

    steps: tuple[Step, ...]
    old: Document | None
    new: Document
    before: Pin
    pin: Pin | None = None

    @property
    def waiting(self) -> bool:
        """Whether an earlier update left anything open."""
        return any(map(_is_open, self.steps))


def incoming(api: Api, to: str | None, was: Path | None, progress: Progress = SILENT) -> Incoming:
    """Read what there is, and bring the new document in; raises with every problem.

    While an earlier update left something open, another document is refused, and none is looked for.
    """
    pin, pinned = read_upstream(api)
    steps = read_steps(api.steps, api.show(api.steps))
    here = Incoming(steps=steps, old=None, new=pinned, before=pin)
    fetched = None
    if to is not None or (was is None and not here.waiting and has_source(api)):
        fetched = _fetched(api, to, progress)
    moved = fetched is not None and fetched.moved
    if here.waiting and (moved or was):
        raise RepositoryError(*(_waits(step, api) for step in steps if _is_open(step)))
    if fetched and moved and fetched.document:
        before = _given(was) if was else _recorded_on(api, here) or pinned
        name = api.show(api.upstreams[0].with_suffix(f".{fetched.document.format}"))
        return replace(here, old=before, new=replace(fetched.document, name=name), pin=fetched.new)
    old = None if here.waiting else _given(was) if was else _recorded_on(api, here)
    if old is None:
        _refuse_unfit(api, here)
    return replace(here, old=old)


def _fetched(api: Api, to: str | None, progress: Progress) -> Fetched:
    address = find_source(api, to, Path.cwd())
    with progress.step(api.name, f"fetching {address.origin}"):
        return fetch(api, address)


def _recorded_on(api: Api, here: Incoming) -> Document | None:
    """The document before the last fetch, unless the steps were taken anew since then and fit the pinned one."""
    kept = read_base(api)
    if kept is None:
        return None
    part = active_steps(here.steps, api.settings.generator, here.new)
    return (
        kept if apply_steps(here.new, part, reserialize=api.settings.reserialize).problems else None
    )


def _refuse_unfit(api: Api, here: Incoming) -> None:
    """Raise RepositoryError where steps that nothing is open about do not fit: what they find was never judged."""
    part = [
        step
        for step in active_steps(here.steps, api.settings.generator, here.new)
        if not _is_open(step)
    ]
    problems = apply_steps(here.new, part, reserialize=api.settings.reserialize).problems
    if problems:
        advice = f"specmend update {api.name} --base FILE says which one they were recorded on"
        unknown = Problem(
            message="the steps were not recorded on the pinned document",
            file=here.new.name,
            advice=advice,
        )
        raise RepositoryError(*problems, unknown)


def _is_open(step: Step) -> bool:
    return any(action.open for action in step.actions)


def _given(was: Path) -> Document:
    return read_document(read_file(was, str(was), pipes=True), str(was))


def _waits(step: Step, api: Api) -> Problem:
    action = next(action for action in step.actions if action.open)
    return step.problem(
        ("actions", action.index, "x-conflict"), "this action waits for a person since the last update",
        advice=f"settle it first: specmend update {api.name} --accept {step.number}=ours (or theirs, or drop)",
    )  # fmt: skip
