"""How each API of a project stands: document, steps, upstream, output and last release."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Final

from specmend.document.text.document import Document
from specmend.errors import OutsideError, Problem, ProblemList, RepositoryError
from specmend.progress import SILENT, Progress, each_in_phase, phase
from specmend.project.last_release import Release, last_releases
from specmend.project.newer import Newer, newer_document, outlook_on
from specmend.project.releases import retired_count
from specmend.project.stale import Stale, stale_outputs
from specmend.settings.layout import ApiLayout
from specmend.source.fetch import fetch as ask_source
from specmend.source.fetch import find_source, has_source
from specmend.source.pin import Pin, read_pin, read_pinned
from specmend.source.stated_version import stated_version
from specmend.steps.read import read_steps
from specmend.storage.read import is_there, read_file

_AT_ONCE: Final = 8
"""Sources that are asked at once."""


class UpstreamState(StrEnum):
    """What is known of the document's source."""

    NOT_ASKED = "not-asked"
    UNCHANGED = "unchanged"
    MOVED = "moved"
    NO_SOURCE = "no-source"
    FAILED = "failed"


@dataclass(frozen=True, kw_only=True, slots=True)
class ApiStatus:
    """How one API stands.

    `version` is the one that the pinned document states. `newer` is a document that the steps were
    not recorded on, if one is at hand; `not_needed` are the numbers of the steps that it makes
    unnecessary. `waiting` are the steps that a person must decide about, there or since the last
    update. `problems` could not be read, and `failures` are those of the source.
    """

    api: ApiLayout
    pin: Pin | None = None
    version: str = ""
    steps: int = 0
    retired: int = 0
    waiting: tuple[int, ...] = ()
    not_needed: tuple[int, ...] = ()
    newer: Newer | None = None
    upstream: UpstreamState = UpstreamState.NOT_ASKED
    stale: tuple[Stale, ...] = ()
    release: Release | None = None
    is_interrupted: bool = False
    problems: tuple[Problem, ...] = ()
    failures: tuple[Problem, ...] = ()


def api_statuses(
    root: Path,
    apis: Sequence[ApiLayout],
    *,
    fetch: bool = False,
    progress: Progress = SILENT,
) -> tuple[ApiStatus, ...]:
    """How each API stands. Nothing is written, and without `fetch` no source is asked.

    What cannot be read of an API is in its status; nothing is raised.
    """
    releases = last_releases(root, {api.name for api in apis})
    answers = _ask_all(apis, progress) if fetch else {}
    named = each_in_phase(progress, "", "reading APIs", apis)
    return tuple(
        _status(api, answers.get(api.name), releases.get(api.name), progress) for api in named
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class _Answer:
    """What a source said: its state, the newer document, and why there is none."""

    state: UpstreamState
    document: Document | None = None
    problems: tuple[Problem, ...] = ()


def _ask_all(apis: Sequence[ApiLayout], progress: Progress) -> Mapping[str, _Answer]:
    """What the source of each API says, several asked at once."""
    with (
        phase(progress, "", "asking upstream", len(apis)) as advance,
        ThreadPoolExecutor(_AT_ONCE) as pool,
    ):
        asked = {api.name: pool.submit(_ask, api, progress) for api in apis}
        answers: dict[str, _Answer] = {}
        for name, future in asked.items():
            answers[name] = future.result()
            advance()
    return answers


def _ask(api: ApiLayout, progress: Progress) -> _Answer:
    try:
        if not has_source(api):
            return _Answer(state=UpstreamState.NO_SOURCE)
        address = find_source(api, None, Path.cwd())
        with phase(progress, api.name, f"fetching {address.origin}"):
            fetched = ask_source(api, address)
    except (OutsideError, RepositoryError) as error:
        return _Answer(state=UpstreamState.FAILED, problems=error.problems)
    if fetched.moved:
        return _Answer(state=UpstreamState.MOVED, document=fetched.document)
    return _Answer(state=UpstreamState.UNCHANGED)


def _status(
    api: ApiLayout, answer: _Answer | None, release: Release | None, progress: Progress
) -> ApiStatus:
    faults = ProblemList()
    status = ApiStatus(
        api=api,
        release=release,
        upstream=answer.state if answer else UpstreamState.NOT_ASKED,
        failures=answer.problems if answer else (),
        is_interrupted=is_there(api.journal),
    )
    with faults.collect():
        status = replace(status, pin=read_pin(api))
        if not has_source(api):
            status = replace(status, upstream=UpstreamState.NO_SOURCE)
    with faults.collect():
        status = replace(status, version=_version(api))
    with faults.collect():
        read_pinned(api)
    with faults.collect():
        status = replace(status, stale=stale_outputs(api))
    with faults.collect():
        status = replace(status, retired=retired_count(api))
    with faults.collect():
        status = _with_steps(status, answer.document if answer else None, progress)
    problems = (*faults.repository, *faults.outside)
    return replace(status, problems=tuple(dict.fromkeys(problems)))


def _version(api: ApiLayout) -> str:
    """The version that the document states, whether it is the pinned one or not."""
    if not is_there(api.upstream):
        return ""
    data = read_file(api.upstream, api.show(api.upstream))
    return stated_version(data, api.upstream.suffix)


def _with_steps(status: ApiStatus, fetched: Document | None, progress: Progress) -> ApiStatus:
    """The status with its steps, and with what becomes of them on a newer document."""
    api = status.api
    steps = read_steps(api.steps, api.show(api.steps))
    waiting = tuple(step.number for step in steps if any(action.open for action in step.actions))
    status = replace(status, steps=len(steps), waiting=waiting)
    newer = newer_document(api, fetched)
    if newer is None:
        return status
    upstream = status.upstream if newer.is_release else UpstreamState.MOVED
    status = replace(status, newer=newer, upstream=upstream)
    if waiting or not steps:
        return status
    with phase(progress, api.name, "comparing the steps with a newer document", 0):
        outlook = outlook_on(api, newer)
    return replace(status, waiting=outlook.waiting, not_needed=outlook.not_needed)
