"""An API as it was at a revision of git, in a folder of its own, or as it is now."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from specmend.errors import RepositoryError
from specmend.project.history import History
from specmend.settings.layout import ApiLayout
from specmend.settings.partly import read_settings_partly
from specmend.settings.settings import (
    SETTINGS_FILES,
    ApiSettings,
    has_settings,
    read_settings_of_any,
)
from specmend.storage.read import is_there, read_file
from specmend.storage.toml import parse_toml

_FOLDERS: Final = ("spec", "patches", "generated")


@dataclass(frozen=True, kw_only=True, slots=True)
class PastSettings:
    """The settings of a project at a commit: those of each API, and the folder of the project.

    `history` sees the repository from there. Where this specmend cannot read all of them,
    `is_whole` is false, and only what every version of specmend has had is there.
    """

    history: History
    apis: Mapping[str, ApiSettings]
    is_whole: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class Snapshot:
    """An API at a revision. `layout` is None where there was no such API.

    `revision` is what people call it, and `commit` is empty for the working tree. `prefix` leads
    from the root of the repository to the project. `remark` says what is special about it. Where
    this specmend cannot read all of its settings, `is_whole` is false.
    """

    revision: str
    commit: str
    prefix: str
    layout: ApiLayout | None
    remark: str = ""
    is_whole: bool = True

    def show(self, path: Path) -> str:
        """A path of the API as reports show it: with the revision, as git takes it."""
        shown = self.layout.show(path) if self.layout else str(path)
        return f"{self.revision}:{shown}" if self.commit else shown


def settings_at(history: History, commit: str) -> PastSettings | None:
    """The settings in the folder of the project at a commit; None where there is no such file."""
    for name in SETTINGS_FILES:
        content = history.file_at(commit, name)
        if content is not None and has_settings(content, name):
            try:
                return PastSettings(history=history, apis=read_settings_of_any(content, name))
            except RepositoryError:
                apis = _read_partly(content, name)
                return PastSettings(history=history, apis=apis, is_whole=False)
    return None


def past_settings(history: History, commit: str, names: Collection[str] = ()) -> PastSettings:
    """The settings at a commit: in the same folder, or else where they name one of the APIs.

    Without any, there are no APIs.
    """
    here = settings_at(history, commit)
    if here is not None and (not names or here.apis.keys() & set(names)):
        return here
    for file in history.files_named(commit, SETTINGS_FILES):
        prefix = file[: len(file) - len(file.rpartition("/")[2])]
        there = settings_at(replace(history, prefix=prefix), commit)
        if there is not None and there.apis.keys() & set(names):
            return there
    return here or PastSettings(history=history, apis={})


def name_before(
    api: ApiLayout, pin: bytes, past: PastSettings, commit: str, names: Collection[str]
) -> str:
    """The name that an API had, if exactly one that is gone has its document, source or package.

    `pin` is the text of its pin now, and `names` are those of all APIs now.
    """
    gone = [name for name in past.apis if name not in names]
    texts = {name: past.history.file_at(commit, f"spec/{name}/pin.toml") or b"" for name in gone}
    for sign in _signs(pin):
        found = [name for name, text in texts.items() if sign.encode() in text]
        if len(found) == 1:
            return found[0]
    package = api.settings.package
    named = [name for name in gone if package and past.apis[name].package == package]
    return named[0] if len(named) == 1 else ""


def read_pin_text(api: ApiLayout) -> bytes:
    """The text of the pin of an API; empty where there is none."""
    return read_file(api.pin, api.show(api.pin)) if is_there(api.pin) else b""


@contextmanager
def snapshot_of(
    api: ApiLayout, history: History, commit: str, revision: str, names: Collection[str]
) -> Iterator[Snapshot]:
    """An API at a commit; its files are there until the context ends.

    `names` are those of all APIs now. Where the API had another name, it is found by its pinned
    document, by its source, or by its package.
    """
    past = past_settings(history, commit, (api.name,))
    with TemporaryDirectory(prefix="specmend-review-") as name:
        root = Path(name).resolve()
        layout, remark = _layout_at(api, past, commit, names, root, revision)
        if layout is not None:
            _bring(past.history, commit, layout)
        yield Snapshot(
            revision=revision,
            commit=commit,
            prefix=past.history.prefix,
            layout=layout,
            remark=remark,
            is_whole=past.is_whole or layout is None,
        )


def _read_partly(content: bytes, name: str) -> Mapping[str, ApiSettings]:
    try:
        return read_settings_partly(content, name)
    except RepositoryError:
        return {}


def _layout_at(
    api: ApiLayout,
    past: PastSettings,
    commit: str,
    names: Collection[str],
    root: Path,
    revision: str,
) -> tuple[ApiLayout | None, str]:
    """Where the files of an API are put, with its settings then, and what is special about them."""
    if api.name in past.apis:
        return ApiLayout(name=api.name, root=root, settings=past.apis[api.name]), ""
    before = name_before(api, read_pin_text(api), past, commit, names)
    if not before:
        return None, ""
    remark = f"The API {api.name} was called {before} at {revision}."
    return ApiLayout(name=before, root=root, settings=past.apis[before]), remark


def _signs(pin: bytes) -> tuple[str, ...]:
    """By what a document is known again: its digest, and where it came from."""
    try:
        _, data = parse_toml(pin, "pin.toml")
    except RepositoryError:
        return ()
    found = (data.get(name) for name in ("sha256", "origin"))
    return tuple(sign for sign in found if isinstance(sign, str) and sign)


def _bring(history: History, commit: str, layout: ApiLayout) -> None:
    """Write the files of an API as they were to the places of its layout."""
    for folder in _FOLDERS:
        path = f"{folder}/{layout.name}"
        for name, data in history.folder_at(commit, path).items():
            place = layout.root / path / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
