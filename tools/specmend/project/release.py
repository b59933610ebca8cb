"""Releases the packages of APIs: plans first, and then one stage after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from specmend.errors import Problem, ProblemList, UsageError
from specmend.progress import SILENT, Progress, phase
from specmend.project.release_plan import plan_release
from specmend.project.release_stages import STAGES, StageDone, Work, built, checked, prepared
from specmend.release.archives import Archive
from specmend.release.committing import is_unpushed
from specmend.release.indexes import DEFAULT, Index, find_index
from specmend.release.plan import Plan
from specmend.release.uploading import refuse_unready
from specmend.settings.layout import ApiLayout
from specmend.settings.settings import find_settings, read_index_settings
from specmend.storage.lock import locked
from specmend.storage.read import read_file

_LOCK = ".specmend/release.lock"
_LASTING = frozenset({"prepare", "upload", "tag"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Released:
    """A release that is whole, or the trial of one: its files, and what each stage did.

    `is_unpushed` says that no branch of a remote has the commit, which a person should push.
    """

    plan: Plan
    archives: tuple[Archive, ...]
    stages: tuple[StageDone, ...]
    is_unpushed: bool = False

    @property
    def is_new(self) -> bool:
        """Whether this run did anything that lasts."""
        return any(one.stage in _LASTING and one.fate == "done" for one in self.stages)


@dataclass(frozen=True, kw_only=True, slots=True)
class Listeners:
    """Who is told what while APIs are released.

    `confirm` gets the plans before anything is done; where it gives false, nothing is. `finished`
    gets each release when it is whole.
    """

    confirm: Callable[[Sequence[Plan]], bool] = lambda _: True
    finished: Callable[[Released], None] = lambda _: None
    progress: Progress = SILENT


def release_apis(
    apis: Sequence[ApiLayout],
    index: str = "",
    version: str = "",
    *,
    publish_url: str = "",
    dry_run: bool = False,
    only_prepare: bool = False,
    with_tag: bool = True,
    folder: Path | None = None,
    attests: bool = False,
    listeners: Listeners | None = None,
) -> tuple[Released, ...]:
    """Release APIs, each by itself; all of them are planned before the first one begins.

    `index` is a name of the settings, a known one as pypi, or an address; then `publish_url` says
    where it takes uploads.

    What was done before is found done, and left. With `dry_run`, nothing is uploaded or tagged,
    and no branch moves. With `only_prepare`, the commit is made and nothing else. Raises
    RepositoryError or OutsideError at the first stage that cannot be done; a later run goes on from
    there.
    """
    told = listeners or Listeners()
    if version and len(apis) > 1:
        message, advice = "a version is for one API", "name the API, or leave --version out"
        raise UsageError(Problem(message=message, advice=advice))
    with locked(apis[0].root / _LOCK):
        place = index_of(apis[0], index, publish_url)
        plans = _plans(apis, place, version, told.progress)
        if not told.confirm(plans):
            return ()
        done = []
        for plan in plans:
            released = carry_out(
                plan,
                dry_run=dry_run,
                only_prepare=only_prepare,
                with_tag=with_tag,
                folder=folder,
                attests=attests,
                progress=told.progress,
            )
            told.finished(released)
            done.append(released)
    return tuple(done)


def index_of(api: ApiLayout, given: str = "", publish_url: str = "") -> Index:
    """The index that is meant: a name of the settings or a known one, or an address.

    Raises UsageError for an unknown one, for one that must not be used, and for one that takes no
    uploads.
    """
    settings = find_settings(api.root)
    named = read_index_settings(read_file(settings, settings.name), settings.name)
    index = find_index(given or DEFAULT, publish_url, named)
    if not index.upload:
        message = f"nobody said where {index.shown} takes uploads"
        advice = "give --publish-url, or write publish-url into the settings: [indexes.NAME]"
        raise UsageError(Problem(message=message, advice=advice))
    return index


def carry_out(
    plan: Plan,
    *,
    dry_run: bool = False,
    only_prepare: bool = False,
    with_tag: bool = True,
    folder: Path | None = None,
    attests: bool = False,
    progress: Progress = SILENT,
) -> Released:
    """Do what a plan says. What was done before is found done, and left.

    With `dry_run`, nothing is uploaded or tagged, and no branch moves. With `only_prepare`, the
    commit is made and nothing else. Archives that the `folder` has are taken, else they are built
    and put there; with `attests` they are uploaded with attestations (PEP 740). Raises
    RepositoryError or OutsideError at the first stage that cannot be done; a later run goes on from
    there.
    """
    work = Work(plan=plan, is_dry=dry_run, with_tag=with_tag, attests=attests)
    api = plan.api.name
    with phase(progress, api, "checking"):
        if not (dry_run or only_prepare or plan.is_served):
            refuse_unready(plan.index)
        done = [checked(work)]
    with phase(progress, api, "preparing"):
        plan, stage = prepared(work, progress)
        done.append(stage)
    if only_prepare:
        return _released(plan, (), done, is_dry=dry_run)
    with phase(progress, api, "building archives"):
        archives, stage = built(plan, folder)
        done.append(stage)
    work = replace(work, plan=plan, archives=archives)
    for name, follow in STAGES.items():
        # A trial does nothing that takes its time, and says no word that would not be true.
        with phase(SILENT if dry_run else progress, api, name):
            done.append(follow(work))
    return _released(plan, work.archives, done, is_dry=dry_run)


def _released(
    plan: Plan, archives: tuple[Archive, ...], done: Sequence[StageDone], *, is_dry: bool
) -> Released:
    is_alone = not is_dry and is_unpushed(plan.api.root, plan.commit)
    return Released(plan=plan, archives=archives, stages=tuple(done), is_unpushed=is_alone)


def _plans(
    apis: Sequence[ApiLayout], index: Index, version: str, progress: Progress
) -> tuple[Plan, ...]:
    """The plan of each API; every problem of all of them is raised at once."""
    faults, plans = ProblemList(), []
    for api in apis:
        with faults.collect():
            plans.append(plan_release(api, index, version, progress=progress))
    faults.raise_all()
    return tuple(plans)
