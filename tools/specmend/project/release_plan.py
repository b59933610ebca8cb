"""What a release will do, found out of git and of the index; nothing is remembered between runs."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from typing import Final

from packaging.version import Version

from specmend.errors import Problem, RepositoryError
from specmend.progress import SILENT, Progress, phase
from specmend.project.history import History, open_history
from specmend.project.last_release import version_of_tag
from specmend.project.review import review_apis
from specmend.release.indexes import Index
from specmend.release.plan import TAG, Plan
from specmend.release.published import Published, published
from specmend.review.records import Bump, Notes
from specmend.settings.layout import ApiLayout

_FEW: Final = 5


def plan_release(api: ApiLayout, index: Index, *, progress: Progress = SILENT) -> Plan:
    """The plan for the version that the settings have.

    Raises RepositoryError where the repository must be put in order first, and OutsideError where
    git or the index cannot be asked.
    """
    history = open_history(api.root)
    _refuse_changes(history)
    _refuse_without_package(api)
    commit = history.last_change(api.show(api.generated))
    _refuse_without_commit(api, commit)
    files = history.folder_at(commit, api.show(api.generated))
    name, version = _project(api, files)
    with phase(progress, api.name, "asking the index"):
        served = published(index.simple, name)
    tag = TAG.format(api=api.name, version=version)
    is_tagged = _is_tagged(history, tag, commit)
    last = _last_tag(history, api.name, version)
    _refuse_lower(api, version, served, last)
    bump, notes = _changes(api, last, version, progress)
    return Plan(
        api=api,
        name=name,
        package=api.settings.package,
        version=version,
        index=index,
        commit=commit,
        seconds=history.seconds_of(commit),
        folder=history.prefix + api.show(api.generated),
        files=files,
        served=served,
        tag=tag,
        is_tagged=is_tagged,
        last=last,
        bump=bump,
        notes=notes,
    )


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


def _project(api: ApiLayout, files: Mapping[str, bytes]) -> tuple[str, str]:
    """Name and version of a package, as its pyproject.toml has them."""
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
    return name, version


def _is_tagged(history: History, tag: str, commit: str) -> bool:
    """Whether the tag is there; raises RepositoryError where it is at another commit."""
    there = history.tag_commit(tag)
    if there and there != commit:
        raise RepositoryError(
            Problem(
                message=f"the tag {tag} is at another commit: the package changed since",
                found=there[:12],
                expected=commit[:12],
                advice="raise the version in the settings; specmend review says to which",
            )
        )
    return bool(there)


def _last_tag(history: History, api: str, version: str) -> str:
    """The tag of the highest version below this one."""
    mine = {tag: version_of_tag(tag, api) for tag in history.tags()}
    lower = {tag: one for tag, one in mine.items() if one is not None and one < Version(version)}
    return max(lower, key=lambda tag: lower[tag], default="")


def _refuse_lower(api: ApiLayout, version: str, served: Published, last: str) -> None:
    """Raise RepositoryError for a version under a published one, unless it is published itself."""
    wanted = Version(version)
    higher = [one for one in served.versions if one > wanted]
    if higher and wanted not in served.versions:
        raise RepositoryError(
            Problem(
                message=f"{api.name} {version} is lower than what is published",
                found=str(max(higher)),
                expected=f"a version above {max(higher)}"
                + (f" ({last} is the last tag)" * bool(last)),
                advice="raise the version in the settings, build and commit",
            )
        )


def _changes(
    api: ApiLayout, last: str, version: str, progress: Progress
) -> tuple[Bump | None, Notes | None]:
    """What changed since the last tag; raises RepositoryError for a version that is too low."""
    if not last:
        return None, None
    settings = {api.name: api.settings}
    review = review_apis(api.root, settings, [api.name], last, progress=progress).apis[0]
    if not review.bump.is_allowed:
        raise RepositoryError(
            Problem(
                message=f"{api.name} {version} is too low for what changed since {last}",
                found="; ".join(_reasons([one.words for one in review.bump.reasons])),
                expected=review.bump.new,
                advice="raise the version in the settings, build and commit",
            )
        )
    return review.bump, review.notes


def _reasons(words: Sequence[str]) -> Sequence[str]:
    return [*words[:_FEW], f"{len(words) - _FEW} more"] if words[_FEW:] else words
