"""Finds a Python package in a folder: a package, a module, a namespace, or the stubs of another."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from specmend.source.address import refusal

SHAPES: Final = "a folder, a .whl, a .tar.gz, or NAME==VERSION"
STUBS: Final = "-stubs"
"""The end of the name of a folder that has the types of another package alone (PEP 561)."""

_INITS: Final = ("__init__.py", "__init__.pyi")
_ENDS: Final = frozenset({".py", ".pyi"})
_NOT_PACKAGES: Final = frozenset(
    {
        "benchmarks",
        "build",
        "dist",
        "docs",
        "examples",
        "samples",
        "scripts",
        "src",
        "test",
        "tests",
    }
)
_NOT_MODULES: Final = frozenset({"conftest", "fabfile", "noxfile", "setup", "tasks", "versioneer"})


@dataclass(frozen=True, kw_only=True, slots=True)
class PackageFiles:
    """A package: the folder that holds it, and its name as programs import it."""

    folder: Path
    name: str


def find_package(folder: Path, where: str, wanted: str = "") -> PackageFiles:
    """The package of a folder: itself, or what is in it or in `src/`.

    Packages come before modules, and those before namespaces (PEP 420); of several the one of the
    project, or the one `wanted`. Raises OutsideError where there is none, or where there are more.
    """
    if any((folder / name).is_file() for name in _INITS):
        return PackageFiles(folder=folder.parent, name=folder.name)
    wanted = _plain(wanted or _project_name(folder))
    for find in (_packages, _wanted_module(wanted), _namespaces, _modules):
        for place in (folder / "src", folder):
            names = sorted(find(place)) if place.is_dir() else []
            found = _of_several(names, wanted)
            if len(found) == 1:
                return PackageFiles(folder=place, name=found[0])
            if found:
                raise refusal(
                    where,
                    "several packages are here",
                    found=", ".join(found),
                    expected="one package",
                    advice="give the folder of the package itself",
                )
    raise refusal(where, "there is no Python package here", expected=SHAPES)


def _of_several(names: list[str], wanted: str) -> list[str]:
    """The names that are the wanted one, or all where none is."""
    plain = {name: _plain(name.removesuffix(STUBS)) for name in names}
    same = [name for name in names if plain[name] == wanted]
    # The project of a part of a namespace has the name of both.
    return same or [name for name in names if wanted.startswith(f"{plain[name]}_")] or names


def _packages(folder: Path) -> Iterator[str]:
    for entry in folder.iterdir():
        is_package = any((entry / name).is_file() for name in _INITS)
        if is_package and entry.name not in _NOT_PACKAGES and _is_importable(entry.name):
            yield entry.name


def _wanted_module(wanted: str) -> Callable[[Path], Iterator[str]]:
    """Finds the one module of a project that is called as the project."""
    return lambda folder: (name for name in _modules(folder) if _plain(name) == wanted)


def _modules(folder: Path) -> Iterator[str]:
    names = {entry.stem for entry in folder.iterdir() if entry.suffix in _ENDS and entry.is_file()}
    for name in names - _NOT_MODULES:
        if not name.startswith(("test_", "_")) and name.isidentifier():
            yield name


def _namespaces(folder: Path) -> Iterator[str]:
    """Folders without a file of their own that have packages or modules in them."""
    for entry in folder.iterdir():
        name = entry.name
        is_inside = entry.is_dir() and name not in _NOT_PACKAGES and _is_importable(name)
        if is_inside and any(any(entry.rglob(init)) for init in _INITS):
            yield name


def _is_importable(name: str) -> bool:
    return name.removesuffix(STUBS).isidentifier()


def _project_name(folder: Path) -> str:
    settings = folder / "pyproject.toml"
    if not settings.is_file():
        return ""
    try:
        told = tomllib.loads(settings.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        return ""
    project = told.get("project") or told.get("tool", {}).get("poetry", {})
    return str(project.get("name", ""))


def _plain(name: str) -> str:
    """One spelling of a name (PEP 503)."""
    return re.sub(r"[-_.]+", "_", name).lower()
