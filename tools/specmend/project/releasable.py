"""What a project can release: the packages of its APIs, and those that people write."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from specmend.project.history import History, open_history
from specmend.project.package_version import commit_of_version
from specmend.project.release_prepare import is_prepared
from specmend.release.plan import TAG
from specmend.settings.layout import ApiLayout
from specmend.settings.package_layout import PackageLayout, package_layout
from specmend.settings.settings import find_settings, read_package_settings
from specmend.storage.read import read_file

ChooseApis = Callable[[Sequence[str]], Sequence[ApiLayout]]
"""Gives the APIs of these names, and raises RepositoryError for one that is not there."""


def releasable(
    root: Path, apis: Mapping[str, ApiLayout], names: Iterable[str] | None, choose: ChooseApis
) -> tuple[ApiLayout, ...]:
    """The APIs and packages of these names, each once, or all of them; in the order asked for.

    Without names, an API without a package is left out. Raises RepositoryError as `choose` does.
    """
    file = find_settings(root)
    written = read_package_settings(read_file(file, file.name), file.name)
    having = [name for name, api in apis.items() if api.settings.package]
    wanted = list(dict.fromkeys([*having, *written] or apis if names is None else names))
    chosen = {api.name: api for api in choose([name for name in wanted if name not in written])}
    packages = {
        name: package_layout(root, name, written[name]) for name in wanted if name in written
    }
    found: Mapping[str, ApiLayout] = {**chosen, **packages}
    return tuple(found[name] for name in wanted)


def waiting(candidates: Iterable[ApiLayout]) -> tuple[str, ...]:
    """The names of those whose version and notes are committed, and whose tag is not there yet.

    The index is not asked. Raises OutsideError where git cannot be asked.
    """
    found = list(candidates)
    history = open_history(found[0].root) if found else None
    return tuple(one.name for one in found if history is not None and _waits(one, history))


def _waits(one: ApiLayout, history: History) -> bool:
    version = one.settings.version
    if history.tag_commit(TAG.format(api=one.name, version=version)):
        return False
    if isinstance(one, PackageLayout):
        return bool(commit_of_version(one, history, version))
    return is_prepared(one, history, version)
