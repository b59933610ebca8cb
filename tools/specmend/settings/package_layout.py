"""Where the files of a package are that people write, and what its own pyproject.toml says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from specmend.errors import Problem, RepositoryError
from specmend.settings.layout import ApiLayout
from specmend.settings.packages import PackageSettings
from specmend.settings.settings import ApiSettings
from specmend.storage.read import is_there, read_file
from specmend.storage.toml import parse_toml

PROJECT: Final = "pyproject.toml"
_CHANGELOG: Final = "CHANGELOG.md"


@dataclass(frozen=True, kw_only=True, slots=True)
class PackageLayout(ApiLayout):
    """A package that is released as those of APIs are, and that nobody generates.

    `settings` are what a release asks of an API: the import package and the version.
    """

    place: PackageSettings

    @property
    def generated(self) -> Path:
        """The folder of the package."""
        return self.root / self.place.path

    @property
    def project(self) -> Path:
        """The file that says the name and the version."""
        return self.generated / PROJECT

    @property
    def changelog(self) -> Path:
        """The file that tells users what each version brings."""
        return self.generated / _CHANGELOG

    @property
    def version_files(self) -> tuple[Path, ...]:
        """The other files that say the version."""
        return tuple(self.generated / file for file in self.place.version_files)


def package_layout(root: Path, name: str, place: PackageSettings) -> PackageLayout:
    """The package of a name; raises RepositoryError where its pyproject.toml says no version."""
    file = root / place.path / PROJECT
    shown = f"{place.path}/{PROJECT}".removeprefix("./")
    content = read_file(file, shown) if is_there(file) else b""
    version = _text(parse_toml(content, shown)[1], "project", "version")
    if not version:
        message = f"this says no version of {name}"
        expected = 'a table [project] with version = "1.2.0"'
        raise RepositoryError(Problem(message=message, file=shown, expected=expected))
    settings = ApiSettings(package=place.package, version=version)
    return PackageLayout(name=name, root=root, settings=settings, place=place)


def _text(data: Mapping[str, Any], table: str, key: str) -> str:
    found = data.get(table)
    value = found.get(key) if isinstance(found, Mapping) else None
    return value if isinstance(value, str) else ""
