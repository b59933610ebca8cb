"""The stages of a release, in an order in which each state can be continued."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Literal

from specmend.errors import OutsideError, Problem, RepositoryError
from specmend.progress import SILENT, Progress
from specmend.project.check import check_apis
from specmend.project.history import open_history
from specmend.project.release_prepare import MESSAGE, prepare
from specmend.release.archives import Archive, build_archives
from specmend.release.committing import go_to, refuse_detached
from specmend.release.contents import content_problems, written_problems
from specmend.release.folder import archives_in, put_archives
from specmend.release.installed import refuse_uninstallable
from specmend.release.metadata import metadata_problems
from specmend.release.plan import Plan
from specmend.release.provenance import MANIFEST, stamped, stamps
from specmend.release.published import absent, differing, published
from specmend.release.tagging import push_tag, refuse_tag_elsewhere, write_tag
from specmend.release.uploading import upload_archives
from specmend.settings.package_layout import PackageLayout

Fate = Literal["done", "there", "would", "left"]
"""What became of a stage: done now, done before, would be done without --dry-run, or left out."""

PATIENCE: Final = (0.0, 1.0, 2.0, 5.0, 10.0, 20.0, 30.0)
"""Seconds to wait before the index is asked again whether its page has what was sent."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Work:
    """What a stage works on: the plan, the archives, and what the caller wants of it."""

    plan: Plan
    archives: tuple[Archive, ...] = ()
    is_dry: bool = False
    with_tag: bool = True
    attests: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class StageDone:
    """A stage with what became of it, and a sentence for people."""

    stage: str
    fate: Fate
    words: str


def checked(work: Work) -> StageDone:
    """The tree is what `check` would make, and the tag is nowhere else; else RepositoryError."""
    if work.with_tag:
        refuse_tag_elsewhere(work.plan)
    if isinstance(work.plan.api, PackageLayout):
        return StageDone(stage="check", fate="done", words="every change is committed")
    (report,) = check_apis([work.plan.api], jobs=1)
    if report.problems:
        raise RepositoryError(*report.problems)
    return StageDone(stage="check", fate="done", words=f"{report.files} files are as built")


def prepared(work: Work, progress: Progress = SILENT) -> tuple[Plan, StageDone]:
    """A commit has the version and its notes; gives the plan with it.

    In a trial the commit is made and left: no branch goes to it.
    """
    plan = work.plan
    if plan.is_prepared:
        words = f"{plan.commit[:12]} has the version and its notes"
        return plan, StageDone(stage="prepare", fate="there", words=words)
    history = open_history(plan.api.root)
    if not work.is_dry:
        refuse_detached(history.top)
    commit = prepare(plan, progress=progress)
    if not work.is_dry:
        go_to(history.top, commit)
    plan = replace(
        plan,
        commit=commit,
        seconds=history.seconds_of(commit),
        files=history.folder_at(commit, plan.api.show(plan.api.generated)),
    )
    title = MESSAGE.format(name=plan.name, version=plan.version)
    words = f'a commit "{title}"' if work.is_dry else f'{commit[:12]} is "{title}"'
    fate: Fate = "would" if work.is_dry else "done"
    return plan, StageDone(stage="prepare", fate=fate, words=words)


def built(plan: Plan, folder: Path | None = None) -> tuple[tuple[Archive, ...], StageDone]:
    """The archives of the commit, which are what the manifest and the metadata say.

    Those that a `folder` has are taken; else they are built, and put there. Raises RepositoryError
    or OutsideError where they are not what they should be, or cannot be built.
    """
    files = stamped(plan.files, plan.stamp)
    taken = archives_in(folder, plan.name, plan.version) if folder else ()
    archives = taken or build_archives(files, plan.seconds)
    problems = [problem for one in archives for problem in _contents(plan, one, files)]
    problems += metadata_problems(archives, plan.name, plan.version)
    if problems:
        raise RepositoryError(*problems)
    if folder and not taken:
        put_archives(folder, archives)
    how = "built before" if taken else "the same bytes wherever they are built"
    fate: Fate = "there" if taken else "done"
    return archives, StageDone(stage="build", fate=fate, words=f"{_files(archives)}: {how}")


def uploaded(work: Work) -> StageDone:
    """The index has the archives; what it lacks is sent."""
    plan = work.plan
    if work.is_dry:
        lacking = absent(plan.served, work.archives)
        fate: Fate = "would" if lacking else "there"
        return StageDone(stage="upload", fate=fate, words=_files(lacking or work.archives))
    sent = upload_archives(work.archives, plan.index, plan.name, attests=work.attests)
    fate = "done" if sent else "there"
    return StageDone(stage="upload", fate=fate, words=_files(sent or work.archives))


def served(work: Work) -> StageDone:
    """What the index serves are the very bytes; raises OutsideError where they are not."""
    plan = work.plan
    if work.is_dry and absent(plan.served, work.archives):
        return StageDone(stage="download", fate="would", words="what the index serves is compared")
    for pause in PATIENCE:
        time.sleep(pause)
        page = published(plan.index, plan.name)
        missing = absent(page, work.archives)
        if not missing:
            break
    else:
        raise _not_served(plan, missing)
    wrong = differing(page, work.archives)
    if wrong:
        raise _wrongly_served(plan, wrong)
    return StageDone(stage="download", fate="done", words="the index serves the very bytes")


def installed(work: Work) -> StageDone:
    """The package installs from the index in an empty environment, and its examples import."""
    plan = work.plan
    if work.is_dry:
        words = f"{plan.name}=={plan.version} is installed from the index"
        return StageDone(stage="install", fate="would", words=words)
    refuse_uninstallable(plan)
    words = f"{plan.name}=={plan.version} installs, and the examples of its README import"
    return StageDone(stage="install", fate="done", words=words)


def tagged(work: Work) -> StageDone:
    """The commit has the tag of the release, here and at the origin."""
    plan = work.plan
    if not work.with_tag:
        return StageDone(stage="tag", fate="left", words=f"no tag {plan.tag}, as you asked")
    if work.is_dry:
        fate: Fate = "there" if plan.is_tagged else "would"
        return StageDone(stage="tag", fate=fate, words=plan.tag)
    is_new = write_tag(plan)
    is_pushed = push_tag(plan)
    words = f"{plan.tag} at {plan.commit[:12]}" + (", pushed to origin" if is_pushed else "")
    return StageDone(stage="tag", fate="done" if is_new or is_pushed else "there", words=words)


STAGES: Final[Mapping[str, Callable[[Work], StageDone]]] = {
    "uploading": uploaded,
    "comparing what the index serves": served,
    "installing from the index": installed,
    "tagging": tagged,
}
"""What follows the archives, in order, by what it is called while it runs."""


def _contents(plan: Plan, archive: Archive, files: Mapping[str, bytes]) -> tuple[Problem, ...]:
    if isinstance(plan.api, PackageLayout):
        return written_problems(archive, files, plan.package)
    return content_problems(archive, files[MANIFEST], plan.package, stamps(files))


def _files(archives: tuple[Archive, ...]) -> str:
    return ", ".join(archive.name for archive in archives)


def _not_served(plan: Plan, missing: tuple[Archive, ...]) -> OutsideError:
    return OutsideError(
        Problem(
            message=f"{plan.index.shown} took {_files(missing)}, and does not serve it",
            advice="wait a while, and run the same command again: it goes on from here",
        )
    )


def _wrongly_served(plan: Plan, wrong: tuple[Archive, ...]) -> OutsideError:
    return OutsideError(
        Problem(
            message=f"{plan.index.shown} serves other bytes than were built: {_files(wrong)}",
            expected=", ".join(f"sha256 {one.digest}" for one in wrong),
            advice=f"yank {plan.version} there, and release the next version",
        )
    )
