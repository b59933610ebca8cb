"""The packages that a project releases beside the generated ones: the tables `[packages.NAME]`."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Final

from specmend.settings.faults import Faults, shown
from specmend.settings.generators import NAME

_KEYS: Final[Mapping[str, str]] = {
    "path": "path",
    "package": "package",
    "version-files": "version_files",
}
_STRINGS: Final = ("path", "package")


@dataclass(frozen=True, kw_only=True, slots=True)
class PackageSettings:
    """A package that people write: the table `[packages.NAME]`."""

    path: str = "."
    """Its folder, seen from the settings. Its pyproject.toml says its name and its version."""

    package: str = ""
    """What programs import. Without it, NAME with `_` for each `-` and `.`."""

    version_files: tuple[str, ...] = ()
    """Other files of that folder that say the version in quotes, once each. A release raises it."""


def read_packages(
    tables: Any, apis: Collection[str], faults: Faults
) -> Mapping[str, PackageSettings]:
    """The packages by their names, which are not those of APIs; what is wrong is recorded."""
    found = faults.table(tables, "packages")
    read = {name: faults.table(table, f"packages.{name}") for name, table in found.items()}
    for name, table in read.items():
        _check_name(name, apis, faults)
        _check(f"packages.{name}", table, faults)
    return {name: _made(name, table) for name, table in read.items()}


def _check_name(name: str, apis: Collection[str], faults: Faults) -> None:
    if not NAME.fullmatch(name):
        rule = "letters, digits and . _ - (PEP 503)"
        faults.add(name, f"'{name}' cannot name a package", table="packages", expected=rule)
    if name in apis:
        message = f"'{name}' names an API too, and both would have the same tags"
        faults.add(name, message, table="packages", advice="give the package another name")


def _check(name: str, table: Mapping[str, Any], faults: Faults) -> None:
    faults.add_unknown(table, _KEYS, name)
    for key in _STRINGS:
        if not isinstance(table.get(key, ""), str):
            message = f"{key} is not a string"
            faults.add(key, message, table=name, found=shown(table[key]), expected="a string")
    files = table.get("version-files", [])
    if not isinstance(files, list) or not all(isinstance(file, str) for file in files):
        expected = "a list of strings"
        message = f"version-files is not {expected}"
        faults.add("version-files", message, table=name, found=shown(files), expected=expected)


def _made(name: str, table: Mapping[str, Any]) -> PackageSettings:
    files = table.get("version-files", [])
    return PackageSettings(
        path=str(table.get("path", ".")),
        package=str(table.get("package", "")) or name.replace("-", "_").replace(".", "_"),
        version_files=tuple(files) if isinstance(files, list) else (),
    )
