"""Prepares a release of a package that people write: version, changelog, and one commit."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from specmend.errors import OutsideError, Problem, RepositoryError
from specmend.project.history import History, open_history
from specmend.project.package_notes import changelog_of, fragments_of
from specmend.release.changelog import UNRELEASED, with_entry
from specmend.release.committing import commit_files
from specmend.release.plan import Plan
from specmend.release.programs import Surroundings, run_module
from specmend.settings.package_layout import PackageLayout
from specmend.storage.read import read_file

_CODE: Final = Path(__file__).resolve().parents[1]
"""The folder of this program."""


def prepare_package(plan: Plan, package: PackageLayout, message: str) -> str:
    """Make the commit of a release on top of HEAD, and give it; the branch stays where it is.

    Raises RepositoryError where a file does not say the version once, and OutsideError where a
    program that is needed fails.
    """
    history = open_history(package.root)
    files = {**_versions(package, plan.version), package.changelog: _with_entry(plan, package)}
    changed = {package.show(path): data for path, data in files.items()}
    changed |= _rebuilt(history, changed)
    gone = [package.show(path) for path in fragments_of(package)]
    placed = {history.prefix + path: data for path, data in changed.items()}
    places = [*placed, *(history.prefix + path for path in gone)]
    return commit_files(history.top, history.commit_of("HEAD"), placed, places, message)


def _versions(package: PackageLayout, version: str) -> Mapping[Path, bytes]:
    """The files that say the version, with the new one."""
    if version == package.settings.version:
        return {}
    import tomlkit

    project = tomlkit.parse(read_file(package.project, package.show(package.project)).decode())
    project["project"]["version"] = version
    others = {file: _raised(package, file, version) for file in package.version_files}
    return {package.project: project.as_string().encode(), **others}


def _raised(package: PackageLayout, file: Path, version: str) -> bytes:
    content, shown = read_file(file, package.show(file)), package.show(file)
    old = f'"{package.settings.version}"'.encode()
    if content.count(old) != 1:
        message = "this does not say the version once, in quotes"
        found = f"{content.count(old)} times {old.decode()}"
        advice = "write it there, or take the file out of version-files in the settings"
        raise RepositoryError(Problem(message=message, file=shown, found=found, advice=advice))
    return content.replace(old, f'"{version}"'.encode())


def _with_entry(plan: Plan, package: PackageLayout) -> bytes:
    text, title = changelog_of(package), f"Changelog of {plan.name}"
    return with_entry(text, title, plan.version, plan.entry, {UNRELEASED}).encode()


def _rebuilt(history: History, changed: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """What `build` makes other, where the package is this very program: manifests name its version.

    The new version runs in a copy of the project.
    """
    code = next((path for path in changed if (history.folder / path).resolve().parent == _CODE), "")
    if not code:
        return {}
    before = history.folder_at("HEAD", ".")
    with TemporaryDirectory() as name:
        folder = Path(name)
        for path, data in {**before, **changed}.items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        _build(folder, (folder / code).parent.parent)
        made = folder / "generated"
        after = {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in made.rglob("*")
            if path.is_file()
        }
    return {path: data for path, data in after.items() if before.get(path) != data}


def _build(folder: Path, code: Path) -> None:
    ended = run_module(
        ["specmend", "build"], folder, Surroundings(variables={"PYTHONPATH": str(code)})
    )
    if ended.code:
        message = "the new version does not build the packages of this project"
        advice = "raise the version by hand, and look at what specmend build says"
        raise OutsideError(Problem(message=message, found=ended.words, advice=advice))
