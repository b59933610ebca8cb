"""Verifies a released package: downloads it, builds it again of its commit, and compares bytes."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from packaging.utils import canonicalize_name
from packaging.version import InvalidVersion, Version

from specmend.errors import (
    NotThere,
    OutsideError,
    Problem,
    RepositoryError,
    UsageError,
    did_you_mean,
)
from specmend.progress import SILENT, Progress, phase
from specmend.project.history import History, open_history
from specmend.project.last_release import version_of_tag
from specmend.project.verify_inputs import strayed_inputs
from specmend.release.archives import Archive, build_archives
from specmend.release.backend import backend_told, python_with_backend
from specmend.release.indexes import DEFAULT, Index, find_index
from specmend.release.provenance import MANIFEST, Stamp, commit_told, stamped
from specmend.release.salvage import salvage
from specmend.release.verify import Verified, compare_files
from specmend.settings.layout import ApiLayout
from specmend.settings.settings import find_settings, read_index_settings, read_package_settings
from specmend.source.index import fetch_listed, is_as_listed, listed_files
from specmend.source.listing import ListedFile
from specmend.storage.read import read_file

_SHAPE: Final = "NAME==VERSION"
_FEW: Final = 5


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnPackage:
    """A package that a project releases.

    `label` is what it is called in the settings and in its tags, `name` what an index calls it,
    `package` what programs import, and `folder` where it is, seen from the root of the repository.
    """

    label: str
    name: str
    package: str
    folder: str


@dataclass(frozen=True, kw_only=True, slots=True)
class _Origin:
    """The commit of a release, the tag that names it, and whether the package tells it."""

    commit: str
    tag: str
    is_told: bool


def verify_release(
    apis: Sequence[ApiLayout], wanted: str, index: str = "", *, progress: Progress = SILENT
) -> Verified:
    """Compare a released package of a project with what its commit makes, byte for byte.

    `wanted` is NAME==VERSION, and `index` the name or the address of an index. The commit is the
    one that the package tells, and that of its tag; the working tree has no part in it. Raises
    UsageError for what is no release of this project, RepositoryError where package and tag tell
    two commits, and OutsideError where the index or the commit cannot be had.
    """
    name, version = _requirement(wanted)
    root = apis[0].root
    history = open_history(root)
    own = _own_package(own_packages(root, apis, history), name)
    place = index_to_read(root, index)
    with phase(progress, own.label, "asking the index"):
        listed = _listed(place, own.name, version)
    with phase(progress, own.label, "downloading"):
        served = {file.name: fetch_listed(file) for file in listed}
    misnamed = frozenset(file.name for file in listed if not is_as_listed(file, served[file.name]))
    origin = _origin(history, own, version, served)
    with phase(progress, own.label, "building archives"):
        files = _committed(history, own, origin)
        built = _rebuilt(history, own, origin, files, _backend(served))
    return Verified(
        name=own.name,
        version=str(version),
        index=place.shown,
        commit=origin.commit,
        tag=origin.tag,
        is_told=origin.is_told,
        is_yanked=any(file.is_yanked for file in listed),
        why_yanked=next((file.why_yanked for file in listed if file.why_yanked), ""),
        files=compare_files(served, built, misnamed),
        strayed=strayed_inputs(history, origin.commit, files[MANIFEST])
        if MANIFEST in files
        else (),
    )


def own_packages(root: Path, apis: Sequence[ApiLayout], history: History) -> tuple[OwnPackage, ...]:
    """The packages of a project: those of its APIs, and those that people write."""
    generated = [
        OwnPackage(
            label=api.name,
            name=api.name,
            package=api.settings.package,
            folder=history.prefix + api.show(api.generated),
        )
        for api in apis
        if api.settings.package
    ]
    settings = find_settings(root)
    written = read_package_settings(read_file(settings, settings.name), settings.name)
    return (
        *generated,
        *(
            OwnPackage(
                label=name,
                name=name,
                package=one.package,
                folder=posixpath.normpath(history.prefix + one.path).removeprefix("."),
            )
            for name, one in written.items()
        ),
    )


def index_to_read(root: Path, given: str = "") -> Index:
    """The index of a name of the settings, a known name, or an address; pypi without one."""
    settings = find_settings(root)
    named = read_index_settings(read_file(settings, settings.name), settings.name)
    return find_index(given or DEFAULT, settings=named)


def _requirement(wanted: str) -> tuple[str, Version]:
    name, _, version = (part.strip() for part in wanted.partition("=="))
    try:
        return name, Version(version)
    except InvalidVersion as error:
        message = "this does not name a release"
        raise UsageError(Problem(message=message, found=wanted, expected=_SHAPE)) from error


def _own_package(known: Sequence[OwnPackage], name: str) -> OwnPackage:
    for one in known:
        if canonicalize_name(one.name) == canonicalize_name(name):
            return one
    names = [one.name for one in known]
    raise UsageError(
        Problem(
            message=f"this project makes no package named '{name}'",
            expected=", ".join(names) or "an API with a Python package",
            advice=did_you_mean(name, names) or "go to the repository that the package is made in",
        )
    )


def _listed(index: Index, name: str, version: Version) -> tuple[ListedFile, ...]:
    """The files of a release; raises OutsideError where the index has none."""
    try:
        files = listed_files(index.simple, name, index.credentials)
    except NotThere as error:
        advice = "name the index that it was released to: --index"
        message = f"{index.shown} has no project named '{name}'"
        raise OutsideError(Problem(message=message, advice=advice)) from error
    found = tuple(file for file in files if file.version == version)
    if not found:
        known = sorted({one for file in files if (one := file.version) is not None})
        raise OutsideError(
            Problem(
                message=f"{index.shown} has no release {name}=={version}",
                found=", ".join(map(str, known[-_FEW:])) or "no release",
                advice="name one of these, or the index that it was released to: --index",
            )
        )
    return found


def _origin(
    history: History, own: OwnPackage, version: Version, served: Mapping[str, bytes]
) -> _Origin:
    """The commit of a release; raises RepositoryError where nothing tells it, or two are told."""
    told = _told(served)
    tag = next((one for one in history.tags() if version_of_tag(one, own.label) == version), "")
    tagged = history.tag_commit(tag) if tag else ""
    if not (told or tagged):
        raise _unknown_commit(own, version)
    if told and tagged and told != tagged:
        raise RepositoryError(
            Problem(
                message=f"{own.name}=={version} says another commit than the tag {tag} names",
                found=told,
                expected=tagged,
                advice="find out who released it, and yank it; or the tag was moved: git fetch"
                " --tags --force brings that of the origin",
            )
        )
    _refuse_missing(history, told or tagged)
    return _Origin(commit=told or tagged, tag=tag, is_told=bool(told))


def _told(served: Mapping[str, bytes]) -> str:
    """The commit that the files tell, as far as they can be read."""
    told = [commit_told(Archive(name=name, data=data)) for name, data in served.items()]
    return next(filter(None, told), "")


def _unknown_commit(own: OwnPackage, version: Version) -> RepositoryError:
    tag = f"{own.label}-v{version}"
    message = f"nothing tells the commit of {own.name}=={version}: there is no tag {tag}"
    advice = "git fetch --tags brings in those of the origin"
    return RepositoryError(Problem(message=message, advice=advice))


def _refuse_missing(history: History, commit: str) -> None:
    """Raise OutsideError where the repository on this machine lacks a commit."""
    try:
        history.commit_of(commit)
    except UsageError as error:
        message = f"git does not know the commit {commit[:12]} here, which the package is made of"
        advice = f"git fetch origin {commit}; if the origin lacks it, do not trust the package"
        raise OutsideError(Problem(message=message, advice=advice)) from error


def _backend(served: Mapping[str, bytes]) -> str:
    """The version of the backend that made the wheel, as far as that can be read."""
    wheels = [Archive(name=name, data=data) for name, data in served.items()]
    told = [backend_told(salvage(wheel).members) for wheel in wheels if wheel.is_wheel]
    return next(filter(None, told), "")


def _committed(history: History, own: OwnPackage, origin: _Origin) -> Mapping[str, bytes]:
    """The files of the package at the commit; raises RepositoryError where there are none."""
    files = history.folder_at(origin.commit, own.folder, from_top=True)
    if not files:
        message = f"the commit {origin.commit[:12]} has no package"
        raise RepositoryError(Problem(message=message, file=own.folder))
    return files


def _strayed(history: History, commit: str, files: Mapping[str, bytes]) -> tuple[str, ...]:
    """What made the package and is not at the commit; a package that people write tells nothing."""
    return strayed_inputs(history, commit, files[MANIFEST]) if MANIFEST in files else ()


def _rebuilt(
    history: History, own: OwnPackage, origin: _Origin, files: Mapping[str, bytes], backend: str
) -> tuple[Archive, ...]:
    """The archives that a commit makes, stamped where the released ones are."""
    seconds = history.seconds_of(origin.commit)
    if origin.is_told:
        stamp = Stamp(package=own.package, commit=origin.commit, seconds=seconds, folder=own.folder)
        files = stamped(files, stamp)
    with python_with_backend(backend) as python:
        return build_archives(files, seconds, python)
