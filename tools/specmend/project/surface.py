"""What changed in a Python package for its users: between two of them, or since a revision."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import griffe

from specmend.errors import OutsideError, Problem, UsageError
from specmend.project.history import open_history
from specmend.settings.layout import ApiLayout
from specmend.source.package_places import PackageFiles, find_package
from specmend.source.packages import bring_package
from specmend.surface.change import SurfaceChange
from specmend.surface.compare import Package, package_changes


@dataclass(frozen=True, kw_only=True, slots=True)
class PackageDiff:
    """What changed between two packages, as they were named."""

    old: str
    new: str
    changes: tuple[SurfaceChange, ...]


def diff_packages(old: str, new: str) -> PackageDiff:
    """What changed between two packages for their users.

    Each is a folder, a wheel, a source archive, or NAME==VERSION of a package index. Raises
    OutsideError where one cannot be had or read.
    """
    with TemporaryDirectory(prefix="specmend-package-") as name:
        folders = Path(name, "old"), Path(name, "new")
        for folder in folders:
            folder.mkdir()
        before, after = bring_package(old, folders[0]), bring_package(new, folders[1])
        return PackageDiff(old=old, new=new, changes=_changes(before, after, (old, new)))


def diff_package_of(api: ApiLayout, base: str) -> PackageDiff:
    """What changed in the generated package of an API since a git revision.

    Raises UsageError for an unknown revision, or one without the package.
    """
    history = open_history(api.root)
    commit = history.commit_of(base)
    folder = api.show(api.generated)
    files = history.folder_at(commit, folder)
    if not files:
        message = f"there was no package of {api.name} at {base}"
        raise UsageError(Problem(message=message, file=folder))
    with TemporaryDirectory(prefix="specmend-base-") as name:
        _write(files, Path(name))
        before = find_package(Path(name), f"{folder} at {base}", api.settings.package)
        after = find_package(api.generated, folder, api.settings.package)
        names = f"{folder} at {base}", folder
        return PackageDiff(old=names[0], new=names[1], changes=_changes(before, after, names))


def diff_packages_of(old: ApiLayout, new: ApiLayout, names: tuple[str, str]) -> PackageDiff:
    """What changed between the generated packages of two layouts, which are called by `names`.

    Raises OutsideError where one of them is missing, or cannot be read.
    """
    before = find_package(old.generated, names[0], old.settings.package)
    after = find_package(new.generated, names[1], new.settings.package)
    return PackageDiff(old=names[0], new=names[1], changes=_changes(before, after, names))


def _changes(
    old: PackageFiles, new: PackageFiles, names: tuple[str, str]
) -> tuple[SurfaceChange, ...]:
    try:
        return package_changes(
            Package(folder=old.folder, name=old.name), Package(folder=new.folder, name=new.name)
        )
    except griffe.LoadingError as error:
        message = "a file of this package is no Python that can be read"
        raise OutsideError(Problem(message=message, file=" or ".join(names))) from error


def _write(files: Mapping[str, bytes], folder: Path) -> None:
    for path, data in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
