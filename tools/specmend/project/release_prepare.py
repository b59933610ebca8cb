"""Prepares a release: the version where it belongs, the notes in the changelog, one commit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from packaging.version import Version

from specmend.errors import OutsideError, RepositoryError
from specmend.progress import SILENT, Progress
from specmend.project.candidate import build_candidate
from specmend.project.chosen import chosen_of
from specmend.project.history import History, open_history
from specmend.project.package_notes import waiting_notes
from specmend.project.package_prepare import prepare_package
from specmend.project.review import review_apis
from specmend.release.changelog import (
    UNRELEASED,
    Sections,
    brought_on,
    joined,
    sections_in,
    sections_of,
    with_entry,
)
from specmend.release.committing import commit_files
from specmend.release.plan import TAG, Plan
from specmend.review.records import Notes
from specmend.settings.edit import with_version
from specmend.settings.layout import ApiLayout
from specmend.settings.package_layout import PackageLayout
from specmend.settings.settings import find_settings
from specmend.storage.read import is_there, read_file

MESSAGE: Final = "Release {name} {version}"


def is_prepared(api: ApiLayout, history: History, version: str) -> bool:
    """Whether a version is written where it belongs, with notes on all that it brings."""
    if api.settings.version != version or sections_in(_changelog(api), version) is None:
        return False
    package = history.last_change(api.show(api.generated))
    return history.is_before(package, history.last_change(api.show(api.changelog)))


def prepare(plan: Plan, *, progress: Progress = SILENT) -> str:
    """Make the commit of a release on top of HEAD, and give it; the branch stays where it is.

    Raises RepositoryError or OutsideError where the version cannot be written, the package cannot
    be built, or git makes no commit.
    """
    message = MESSAGE.format(name=plan.name, version=plan.version)
    if isinstance(plan.api, PackageLayout):
        return prepare_package(plan, plan.api, message)
    history = open_history(plan.api.root)
    head = history.commit_of("HEAD")
    files = {**_with_version(plan, progress), plan.api.changelog: with_notes(plan, history)}
    place = {path: history.prefix + plan.api.show(path) for path in files}
    folders = [history.prefix + plan.api.show(plan.api.generated)]
    changed = [place[path] for path in files if plan.api.generated not in path.parents]
    places = [*changed, *(folders if len(files) > len(changed) else [])]
    return commit_files(
        history.top,
        head,
        {place[path]: data for path, data in files.items()},
        places,
        message,
    )


def entry_of(plan: Plan, history: History) -> Sections:
    """What the changelog says of a release: what people wrote, and what was computed.

    Where it is prepared, that is the entry of its commit.
    """
    if plan.is_prepared:
        name = plan.api.show(plan.api.changelog)
        there = history.file_at(plan.commit, name) or b""
        return sections_in(there.decode("utf-8", "replace"), plan.version) or {}
    if isinstance(plan.api, PackageLayout):
        return waiting_notes(plan.api)
    text = _changelog(plan.api)
    now = sections_of(plan.notes)
    written = _written_before(plan, text, history)
    if written is None:
        return joined(sections_in(text, UNRELEASED) or {}, now)
    commit = history.last_change(plan.api.show(plan.api.changelog))
    before = sections_of(_notes_at(plan, commit))
    return joined(sections_in(text, UNRELEASED) or {}, brought_on(written, before, now))


def with_notes(plan: Plan, history: History) -> bytes:
    """The changelog with the entry of a release in its place."""
    text = _changelog(plan.api)
    taken = {UNRELEASED, *([plan.api.settings.version] if _is_on_its_way(plan, history) else [])}
    title = f"Changelog of {plan.name}"
    return with_entry(text, title, plan.version, plan.entry, taken - {plan.version}).encode()


def _with_version(plan: Plan, progress: Progress) -> Mapping[Path, bytes]:
    """The settings and the package with the version; nothing where they have it."""
    api = plan.api
    if api.settings.version == plan.version:
        return {}
    settings = find_settings(api.root)
    content = read_file(settings, settings.name)
    raised = replace(api, settings=replace(api.settings, version=plan.version))
    steps_for = chosen_of(raised, None).steps_for
    candidate = build_candidate(raised, steps_for, overwrite=True, progress=progress)
    built = {api.generated / name: data for name, data in candidate.built.files.items()}
    return {settings: with_version(content, settings.name, api.name, plan.version), **built}


def _written_before(plan: Plan, text: str, history: History) -> Sections | None:
    """The entry that an earlier run wrote for this release, maybe under another version."""
    found = sections_in(text, plan.version)
    if found is None and _is_on_its_way(plan, history):
        found = sections_in(text, plan.api.settings.version)
    return found


def _is_on_its_way(plan: Plan, history: History) -> bool:
    """Whether the version of the settings is one that was never released."""
    version = plan.api.settings.version
    tag = TAG.format(api=plan.api.name, version=version)
    return not history.tag_commit(tag) and Version(version) not in plan.served.versions


def _notes_at(plan: Plan, commit: str) -> Notes | None:
    """The notes on what had changed at a commit since the last release."""
    if not plan.last:
        return None
    api = plan.api
    settings = {api.name: api.settings}
    try:
        return review_apis(api.root, settings, [api.name], plan.last, commit).apis[0].notes
    except (RepositoryError, OutsideError):
        return None


def _changelog(api: ApiLayout) -> str:
    if not is_there(api.changelog):
        return ""
    return read_file(api.changelog, api.show(api.changelog)).decode("utf-8", "replace")
