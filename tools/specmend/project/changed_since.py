"""The APIs of a project that a change since a revision of git touches."""

from __future__ import annotations

import os
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from specmend.errors import Problem, RepositoryError, UsageError
from specmend.project.history import NO_COMMIT, History, open_history
from specmend.project.tool_changes import tool_changes
from specmend.settings.layout import ApiLayout
from specmend.settings.settings import SETTINGS_FILES, ApiSettings, has_settings, read_settings
from specmend.source.address import is_remote
from specmend.source.pin import read_pin

_PROGRAM: Final = Path(__file__).resolve().parent.parent
_INSTALLED: Final = frozenset({"site-packages", "dist-packages"})


@dataclass(frozen=True, kw_only=True, slots=True)
class TouchedApi:
    """An API that a change touches, and by what.

    `files` are the changed files that count for it, seen from the root of the repository. `tools`
    are the tools that made its output in another version; `specmend` is also named where its own
    code changed in the repository. `is_new` says that the settings did not name it before.
    """

    api: ApiLayout
    files: tuple[str, ...] = ()
    tools: tuple[str, ...] = ()
    settings_changed: bool = False
    is_new: bool = False

    @property
    def is_touched(self) -> bool:
        """Whether anything of it changed."""
        return bool(self.files or self.tools or self.settings_changed or self.is_new)


@dataclass(frozen=True, kw_only=True, slots=True)
class ChangedApis:
    """The APIs that changed since a commit, in the order of the settings.

    `removed` are the names that the settings had then and have no more. The `commit` is empty
    where there was none.
    """

    commit: str
    apis: tuple[TouchedApi, ...]
    removed: tuple[str, ...] = ()


def changed_apis(root: Path, apis: Sequence[ApiLayout], revision: str) -> ChangedApis:
    """The APIs that anything changed for since a revision: all that a build or a check reads.

    A revision of zeros means that there was nothing before, as CI systems say it of a new branch.
    Raises UsageError for an unknown revision, and OutsideError where git cannot tell.
    """
    if not revision:
        message = "--changed-since needs a revision, and it is empty"
        advice = "name a branch, a tag or a commit; without the option all APIs are listed"
        raise UsageError(Problem(message=message, advice=advice))
    if revision in NO_COMMIT:
        return ChangedApis(commit="", apis=tuple(TouchedApi(api=a, is_new=True) for a in apis))
    history = open_history(root)
    commit = history.commit_of(revision)
    then = _settings_at(history, commit)
    changed = _Changed(history, history.changed_files(commit))
    touched = (_change(api, changed, then) for api in apis)
    now = {api.name for api in apis}
    return ChangedApis(
        commit=commit,
        apis=tuple(change for change in touched if change.is_touched),
        removed=tuple(name for name in then or {} if name not in now),
    )


class _Changed:
    """The changed files of a repository, to be asked for those below a place."""

    def __init__(self, history: History, files: Sequence[str]) -> None:
        self._top, self._prefix = history.top.resolve(), history.prefix
        self._files = files
        self.has_program = self._has_program()

    def by_place(self, api: ApiLayout, place: Path) -> Iterator[str]:
        """The changed files that are a place or below it, also where a link leads elsewhere."""
        paths = {self._prefix + api.show(place)} if place.is_relative_to(api.root) else set()
        real = place.resolve()
        if real.is_relative_to(self._top):
            paths.add(real.relative_to(self._top).as_posix())
        for path in paths:
            yield from self._at(path)

    def _has_program(self) -> bool:
        """Whether specmend itself changed, where it is a part of this repository."""
        if _INSTALLED.intersection(_PROGRAM.parts) or not _PROGRAM.is_relative_to(self._top):
            return False
        return any(self._at(_PROGRAM.relative_to(self._top).as_posix()))

    def _at(self, path: str) -> Iterator[str]:
        start = bisect_left(self._files, path)
        if path in self._files[start : start + 1]:
            yield path
        below = f"{path}/"
        for index in range(bisect_left(self._files, below), len(self._files)):
            if not self._files[index].startswith(below):
                return
            yield self._files[index]


def _change(
    api: ApiLayout, changed: _Changed, then: Mapping[str, ApiSettings] | None
) -> TouchedApi:
    files = {file for place in _places(api) for file in changed.by_place(api, place)}
    tools = {change.name for change in tool_changes(api)}
    if changed.has_program:
        tools.add("specmend")
    return TouchedApi(
        api=api,
        files=tuple(sorted(files)),
        tools=tuple(sorted(tools)),
        settings_changed=then is None or (api.name in then and then[api.name] != api.settings),
        is_new=then is not None and api.name not in then,
    )


def _places(api: ApiLayout) -> Iterator[Path]:
    """The folders and files that a build or a check of an API reads, and what they compare."""
    folders = (api.pin.parent, api.steps)
    yield from folders
    yield api.generated
    for output in api.outputs:
        yield output.folder
    for generator in api.settings.generators.values():
        yield from (api.root / path for path in generator.inputs)
    for folder in folders:
        yield from _links(folder)
    yield from _sources(api)


def _links(folder: Path) -> Iterator[Path]:
    """The links below a folder: what they lead to counts, wherever it is."""
    for parent, folders, files in os.walk(folder):
        for name in (*folders, *files):
            path = Path(parent, name)
            if path.is_symlink():
                yield path


def _sources(api: ApiLayout) -> Iterator[Path]:
    """The published document where it is a file, and the files that it refers to."""
    try:
        pin = read_pin(api)
    except RepositoryError:
        return
    where = api.settings.source or pin.origin
    if is_remote(where):
        return
    document = api.root / where
    yield Path(os.path.normpath(document))
    for record in pin.sources:
        if not is_remote(record.path):
            yield Path(os.path.normpath(document.parent / record.path))


def _settings_at(history: History, commit: str) -> Mapping[str, ApiSettings] | None:
    """The settings of each API at a commit; None where this specmend cannot read them."""
    for name in SETTINGS_FILES:
        content = history.file_at(commit, name)
        if content is not None and has_settings(content, name):
            try:
                return read_settings(content, name)
            except RepositoryError:
                return None
    return {}
