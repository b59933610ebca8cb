"""What a release will do, found out of git and of the index; nothing is remembered between runs."""

from __future__ import annotations

import posixpath
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from packaging.version import Version

from specmend.errors import Problem, RepositoryError, UsageError
from specmend.progress import SILENT, Progress, phase
from specmend.project.history import History, open_history
from specmend.project.package_version import choose_package_version, commit_of_version
from specmend.project.release_prepare import entry_of, is_prepared
from specmend.project.release_version import Choice, choose_version
from specmend.release.indexes import KNOWN, Index
from specmend.release.plan import TAG, Plan
from specmend.release.published import published
from specmend.settings.layout import ApiLayout
from specmend.settings.package_layout import PackageLayout

_FEW: Final = 5


def plan_release(
    api: ApiLayout, index: Index, version: str = "", *, progress: Progress = SILENT
) -> Plan:
    """The plan for the next version, or for the one that is on its way; `version` may raise it.

    Raises RepositoryError where the repository must be put in order first, and OutsideError where
    git or the index cannot be asked.
    """
    history = open_history(api.root)
    _refuse_changes(history)
    _refuse_without_package(api)
    files = history.folder_at("HEAD", api.show(api.generated))
    _refuse_without_commit(api, history.last_change(api.show(api.generated)))
    name = _name(api, files)
    with phase(progress, api.name, "asking the index"):
        served = published(index, name)
    if isinstance(api, PackageLayout):
        choice = choose_package_version(api, history, served, version)
    else:
        choice = choose_version(api, history, served, version, progress=progress)
    _refuse_local(index, choice.version)
    commit = _commit(api, history, choice)
    tag = TAG.format(api=api.name, version=choice.version)
    plan = Plan(
        api=api,
        name=name,
        package=api.settings.package,
        version=choice.version,
        index=index,
        commit=commit,
        seconds=history.seconds_of(commit) if commit else 0,
        folder=posixpath.normpath(history.prefix + api.show(api.generated)).removeprefix("."),
        files=history.folder_at(commit, api.show(api.generated)) if commit else files,
        served=served,
        tag=tag,
        is_tagged=_is_tagged(history, tag, commit),
        last=choice.last,
        bump=choice.bump,
        notes=choice.notes,
    )
    return replace(plan, entry=entry_of(plan, history))


def _commit(api: ApiLayout, history: History, choice: Choice) -> str:
    """The commit of the release; empty where none has the version and its notes."""
    if choice.is_finished:
        return history.tag_commit(TAG.format(api=api.name, version=choice.version))
    if isinstance(api, PackageLayout):
        return commit_of_version(api, history, choice.version)
    if not is_prepared(api, history, choice.version):
        return ""
    return history.last_change(api.show(api.generated), api.show(api.changelog))


def _refuse_changes(history: History) -> None:
    """Raise RepositoryError for what is not committed; a release is of a commit."""
    head = history.commit_of("HEAD")
    mine = [file for file in history.changed_files(head) if file.startswith(history.prefix)]
    if mine:
        shown = ", ".join(mine[:_FEW]) + (f" and {len(mine) - _FEW} more" if mine[_FEW:] else "")
        message = "there are changes that are not committed"
        raise RepositoryError(
            Problem(message=message, found=shown, advice="commit them, or put them away: git stash")
        )


def _refuse_without_package(api: ApiLayout) -> None:
    if not api.settings.package:
        message = f"{api.name} has no Python package to release"
        advice = "name one in the settings: package"
        raise RepositoryError(Problem(message=message, advice=advice))


def _refuse_without_commit(api: ApiLayout, commit: str) -> None:
    if not commit:
        message = f"the package of {api.name} was never committed"
        advice = f"specmend build {api.name}, and commit what it writes"
        raise RepositoryError(Problem(message=message, advice=advice))


def _refuse_local(index: Index, version: str) -> None:
    """Raise UsageError for a local version (PEP 440) where everybody gets it: PyPI takes none."""
    if Version(version).local and index.upload in {one.publish_url for one in KNOWN.values()}:
        message = f"{index.shown} takes no local version"
        advice = "give one without what follows the +: --version X"
        raise UsageError(Problem(message=message, found=version, advice=advice))


def _name(api: ApiLayout, files: Mapping[str, bytes]) -> str:
    """What the index calls a package; its version must be that of the settings."""
    try:
        project = tomllib.loads(files["pyproject.toml"].decode())["project"]
        name, version = str(project["name"]), str(project["version"])
    except (KeyError, TypeError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        place = api.show(api.generated / "pyproject.toml")
        message = "this says neither name nor version of the package"
        advice = "build the package again: specmend build --overwrite"
        raise RepositoryError(Problem(message=message, file=place, advice=advice)) from error
    if version != api.settings.version:
        raise RepositoryError(
            Problem(
                message=f"the package of {api.name} has another version than the settings",
                found=version,
                expected=api.settings.version,
                advice=f"specmend build {api.name}, and commit what it writes",
            )
        )
    return name


def _is_tagged(history: History, tag: str, commit: str) -> bool:
    """Whether the tag is there; raises RepositoryError where it is at another commit."""
    there = history.tag_commit(tag)
    if there and there != commit:
        raise RepositoryError(
            Problem(
                message=f"the tag {tag} is at another commit than this release",
                found=there[:12],
                expected=commit[:12] or "no tag: the version is not written yet",
                advice="release the next version: --version X; or, if the tag is wrong and nothing"
                f" is published, git tag --delete {tag}",
            )
        )
    return bool(there)
