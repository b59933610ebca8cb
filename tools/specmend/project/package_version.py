"""Chooses the version of a package that people write, by what its changelog will say."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from packaging.version import InvalidVersion, Version

from specmend.errors import Problem, RepositoryError, UsageError
from specmend.project.history import History
from specmend.project.last_release import version_of_tag
from specmend.project.package_notes import changelog_of, waiting_notes
from specmend.project.release_version import Choice
from specmend.release.changelog import Sections, sections_in
from specmend.release.published import Published
from specmend.review.bump import raised
from specmend.review.records import PARTS, Bump, BumpReason, Notes, Part
from specmend.settings.package_layout import PackageLayout
from specmend.storage.toml import parse_toml

_MOST: Final = 1000
_STABLE: Final = Version("1.0.0")
_PARTS: Final[Mapping[str, tuple[Part, Part]]] = {
    "Removed": ("major", "minor"),
    "Changed": ("major", "minor"),
    "Added": ("minor", "patch"),
    "Deprecated": ("minor", "patch"),
    "Fixed": ("patch", "patch"),
}
"""The part of a version that each heading raises, and that below 1.0.0."""


def choose_package_version(
    package: PackageLayout, history: History, served: Published, asked: str = ""
) -> Choice:
    """The version that is to be released, or that is released already.

    A version of the pyproject.toml that is not released yet is the one. Else what waits for the
    changelog raises the released one; `asked` may raise it further. Raises RepositoryError for a
    version that is too low, and UsageError for what is no version.
    """
    own = _version(package.settings.version, "the version in the pyproject.toml")
    tags = _tags(history, package.name)
    whole = served.whole_versions
    written = sections_in(changelog_of(package), package.settings.version)
    waiting = waiting_notes(package)
    if asked == "" and own not in tags and (own in whole or written is not None):
        return _choice(package.settings.version, tags, own, written or {}, "none")
    if not waiting and own in tags and asked in {"", package.settings.version}:
        notes = written or {}
        return _choice(package.settings.version, tags, own, notes, "none", is_finished=True)
    last = max((*tags, *whole), default=None)
    part = _part(waiting, own if last is None else last)
    least = _least(own, last, part)
    wanted = _version(asked) if asked else max(least, own)
    if wanted < least or (last is not None and wanted <= last):
        raise _too_low(package, wanted, least)
    version = package.settings.version if wanted == own else str(wanted)
    return _choice(version, tags, wanted, waiting, part)


def commit_of_version(package: PackageLayout, history: History, version: str) -> str:
    """The commit that wrote a version and its notes; empty where none did.

    A merge counts as the one commit that it is on this branch. Later commits change nothing.
    """
    files = (package.show(package.project), package.show(package.changelog))
    found = ""
    for commit in history.changes_of(files, _MOST):
        if not _says(history, commit, files, version):
            break
        found = commit
    return found


def _says(history: History, commit: str, files: tuple[str, str], version: str) -> bool:
    """Whether pyproject.toml and changelog have a version at a commit."""
    project, changelog = (history.file_at(commit, file) or b"" for file in files)
    try:
        told = parse_toml(project, files[0])[1].get("project", {}).get("version")
    except RepositoryError:
        return False
    return (
        told == version and sections_in(changelog.decode("utf-8", "replace"), version) is not None
    )


def _tags(history: History, name: str) -> Mapping[Version, str]:
    found = {tag: version_of_tag(tag, name) for tag in history.tags()}
    return {version: tag for tag, version in found.items() if version is not None}


def _part(waiting: Sections, last: Version) -> Part:
    below = last < _STABLE
    return max(
        (_PARTS[name][below] for name in waiting if name in _PARTS), key=PARTS.index, default="none"
    )


def _least(own: Version, last: Version | None, part: Part) -> Version:
    if last is None:
        return own
    return Version(raised(str(last), part if part != "none" else "patch"))


def _choice(
    version: str,
    tags: Mapping[Version, str],
    wanted: Version,
    told: Sections,
    part: Part,
    *,
    is_finished: bool = False,
) -> Choice:
    lower = [one for one in tags if one < wanted]
    last = tags[max(lower)] if lower else ""
    return Choice(
        version=version,
        last=last,
        bump=_bump(last, version, told, part) if last else None,
        notes=notes_of(told),
        is_finished=is_finished,
    )


def _bump(last: str, version: str, told: Collection[str], part: Part) -> Bump:
    old = last.rpartition("-v")[2]
    reasons = (
        BumpReason(part=part, on="package", words=f"the changelog says what is {name.lower()}")
        for name in told
        if name in _PARTS and part != "none"
    )
    return Bump(part=part, old=old, new=version, reasons=tuple(reasons))


def notes_of(told: Sections) -> Notes:
    """The notes of an entry under the five headings of a changelog."""
    found = {
        name.lower(): tuple(item.removeprefix("- ") for item in told.get(name, ()))
        for name in _PARTS
    }
    return Notes(**found)


def _too_low(package: PackageLayout, wanted: Version, least: Version) -> RepositoryError:
    message = f"{package.name} {wanted} is too low for what changed since the last release"
    advice = f"specmend release {package.name} --version {least}"
    return RepositoryError(Problem(message=message, expected=str(least), advice=advice))


def _version(text: str, what: str = "--version") -> Version:
    try:
        return Version(text)
    except InvalidVersion as error:
        message = f"{what} is no version of a package"
        expected = "as 1.2.0 (https://packaging.python.org/specifications/version-specifiers)"
        raise UsageError(Problem(message=message, found=text, expected=expected)) from error
