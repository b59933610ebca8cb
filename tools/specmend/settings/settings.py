"""What the settings of a project say; everything that is wrong with them is found here."""

from __future__ import annotations

import keyword
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final, get_type_hints

from specmend.errors import Problem, RepositoryError
from specmend.settings.bump import BumpSettings, read_bump
from specmend.settings.faults import Faults, shown
from specmend.settings.generators import (
    DEFAULT_GENERATOR,
    NAME,
    GeneratorSettings,
    made,
    output_folder,
    read_generators,
)
from specmend.settings.indexes import IndexSettings, read_indexes
from specmend.settings.levels import LevelSettings, read_levels
from specmend.settings.packages import PackageSettings, read_packages
from specmend.storage.read import is_there, read_file
from specmend.storage.toml import parse_toml

SETTINGS_FILES: Final = ("specmend.toml", "pyproject.toml")
"""The files that may hold settings, the first one before the other."""

HTTP_LIBRARIES: Final = ("httpx2", "httpx")
_HOST: Final = re.compile(r"(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?")
_TABLES: Final = ("generators", "levels", "bump")
_KINDS: Final[Mapping[Any, str]] = {
    bool: "true or false",
    str: "a string",
    tuple[str, ...]: "a list of strings",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class ApiSettings:
    """The settings of one API: the table `[apis.NAME]`."""

    package: str = ""
    """The import name of the generated Python package. Without it, there is none."""

    version: str = "0.1.0"
    """The version of the generated package."""

    description: str = ""
    """What the package is, in one sentence, for its metadata."""

    license: str = "Apache-2.0"
    """The license of the package, as an SPDX expression."""

    header: str = ""
    """The comment at the top of each generated file. `{year}` becomes the year of the pin."""

    source: str = ""
    """Where `specmend fetch` looks for the upstream document."""

    repository: str = ""
    """The address of the package's own sources, for its metadata."""

    generator: str = DEFAULT_GENERATOR
    """The generator whose own steps are applied (`x-generator`)."""

    http: str = HTTP_LIBRARIES[0]
    """The HTTP library of the client: `httpx2` or `httpx`."""

    reserialize: bool = False
    """Write the whole document again if a step cannot be applied in place. Comments are lost."""

    flat: bool = False
    """Put every method on the client itself too, next to the groups for the tags."""

    extras: bool = True
    """Let every method take `extra_headers`, `extra_query`, `extra_body`, `extra_timeout` too."""

    open: bool = False
    """Read an object whose discriminator has an unknown value as one of a general class. Else it is
    an error."""

    closed_enums: bool = False
    """Refuse a value that an enumeration does not list in answers too. Else it is kept as it is."""

    reference_hosts: tuple[str, ...] = ()
    """Hosts whose files a document of many files may refer to, each as `HOST` or `HOST:PORT`."""

    reference_folder: str = ""
    """The folder, seen from the settings, that holds every file a document of many files refers to.
    Without it, that is the git repository of the document, or the project that it is in, or else
    its own folder."""

    keep_broken_references: bool = False
    """Keep references that cannot be followed, for steps to correct. Else they are refused."""

    skip_failing: bool = False
    """Leave out operations that cannot be generated, and record them as a step."""

    generators: Mapping[str, GeneratorSettings] = field(default_factory=dict)
    """Other generators: a table for each, under its name."""

    levels: Mapping[str, LevelSettings] = field(default_factory=dict)
    """Levels of changes: a table for each, under the id that `specmend diff` gives them."""

    bump: BumpSettings = field(default_factory=BumpSettings)
    """How the next version is chosen."""


def find_settings(start: Path) -> Path:
    """The settings file of the project that a folder belongs to: the nearest one above it.

    Raises RepositoryError when there is none.
    """
    start = start.resolve()
    for folder in (start, *start.parents):
        for name in SETTINGS_FILES:
            file = folder / name
            if is_there(file) and has_settings(read_file(file, str(file)), name):
                return file
    raise RepositoryError(
        Problem(
            message="no specmend project here or in any folder above",
            file=str(start),
            expected="a specmend.toml, or a pyproject.toml with [tool.specmend.apis.NAME]",
            advice="go to the project's folder, or name it with --project",
        )
    )


def has_settings(content: bytes, name: str) -> bool:
    """Whether a file of this name and content is a settings file: a pyproject.toml may be none."""
    return name == SETTINGS_FILES[0] or b"[tool.specmend" in content


def read_settings(content: bytes, name: str) -> dict[str, ApiSettings]:
    """The settings of each API by its name; `name` is that of the settings file.

    Raises RepositoryError with every fault of the file.
    """
    return _read(content, name).apis


def read_settings_of_any(content: bytes, name: str) -> dict[str, ApiSettings]:
    """As `read_settings`, for a file that need not name an API: the last one may be gone."""
    return _read(content, name, needs_apis=False).apis


def read_index_settings(content: bytes, name: str) -> Mapping[str, IndexSettings]:
    """The package indexes that the settings name; raises as `read_settings` does."""
    return _read(content, name).indexes


def read_package_settings(content: bytes, name: str) -> Mapping[str, PackageSettings]:
    """The packages that people write, by their names; raises as `read_settings` does."""
    return _read(content, name).packages


def setting_name(name: str) -> str:
    """The key of a setting in the settings file, by the name of its field."""
    return name.replace("_", "-")


def package_name(api: str) -> str:
    """The import name that `specmend init` gives a package when it is not told one."""
    return api.replace("-", "_").replace(".", "_")


@dataclass(frozen=True, kw_only=True, slots=True)
class _Settings:
    """All tables of a settings file."""

    apis: dict[str, ApiSettings]
    indexes: Mapping[str, IndexSettings]
    packages: Mapping[str, PackageSettings]


def _read(content: bytes, name: str, *, needs_apis: bool = True) -> _Settings:
    text, data = parse_toml(content, name)
    faults = Faults(text, name)
    prefix, settings = "", data
    if name != SETTINGS_FILES[0]:
        prefix = "tool.specmend"
        tool = faults.table(data.get("tool", {}), "tool")
        settings = dict(faults.table(tool.get("specmend", {}), prefix))
    tables = faults.table(settings.get("apis", {}), "apis")
    apis = {key: _read_api(key, value, faults) for key, value in tables.items()}
    _refuse_shared_folders(tables, faults)
    indexes = read_indexes(settings.get("indexes", {}), faults)
    packages = read_packages(settings.get("packages", {}), tables, faults)
    faults.add_unknown(settings, ("apis", "indexes", "packages"), prefix)
    if needs_apis and not apis and not faults.problems:
        table = f"{prefix}.apis.NAME" if prefix else "apis.NAME"
        faults.add("", "the settings name no API", expected=f"a table [{table}]")
    if faults.problems:
        by_place = sorted(faults.problems, key=lambda problem: (problem.line, problem.column))
        raise RepositoryError(*by_place)
    whole = {key: api for key, api in apis.items() if api is not None}
    return _Settings(apis=whole, indexes=indexes, packages=packages)


def _read_api(name: str, table: Any, faults: Faults) -> ApiSettings | None:
    """The settings of one API; None when they have a fault, which is recorded."""
    before = len(faults.problems)
    if not isinstance(table, Mapping):
        faults.add(name, f"the settings of '{name}' are not a table", expected="a table")
        return None
    if not NAME.fullmatch(name):
        rule = "letters, digits and . _ - (PEP 503)"
        faults.add(name, f"'{name}' cannot name an API", expected=rule)
    kinds = _kinds()
    faults.add_unknown(table, kinds, name)
    _check_kinds(name, table, kinds, faults)
    _check_values(name, table, faults)
    tables = read_generators(name, table.get("generators", {}), table.get("header"), faults)
    levels = read_levels(name, table.get("levels", {}), faults)
    bump = read_bump(name, table.get("bump", {}), faults)
    if len(faults.problems) > before:
        return None
    fields: dict[str, Any] = {
        key.replace("-", "_"): tuple(value) if isinstance(value, list) else value
        for key, value in table.items()
    }
    fields["generators"] = made(tables)
    fields["levels"] = levels
    fields["bump"] = bump
    return ApiSettings(**fields)


@cache
def _kinds() -> Mapping[str, Any]:
    """The type of each setting, by its key; found once for any number of APIs."""
    return {setting_name(key): kind for key, kind in get_type_hints(ApiSettings).items()}


def _check_kinds(
    api: str, values: Mapping[str, Any], kinds: Mapping[str, Any], faults: Faults
) -> None:
    for key, kind in kinds.items():
        # These tables are checked by themselves.
        is_ours = key in values and key not in _TABLES
        if is_ours and not _is_of_kind(values[key], kind):
            expected = _KINDS[kind]
            found = shown(values[key])
            faults.add(key, f"{key} is not {expected}", table=api, found=found, expected=expected)


def _is_of_kind(value: Any, kind: Any) -> bool:
    if kind == tuple[str, ...]:
        return isinstance(value, list) and all(isinstance(member, str) for member in value)
    return isinstance(value, kind)


def _check_values(api: str, values: Mapping[str, Any], faults: Faults) -> None:
    package = values.get("package")
    if isinstance(package, str) and not _is_importable(package):
        message = "the package cannot be imported by this name"
        faults.add("package", message, table=api, found=package)
    http = values.get("http", HTTP_LIBRARIES[0])
    if isinstance(http, str) and http not in HTTP_LIBRARIES:
        libraries = " or ".join(HTTP_LIBRARIES)
        faults.add("http", "unknown HTTP library", table=api, found=http, expected=libraries)
    hosts = values.get("reference-hosts", ())
    for host in hosts if isinstance(hosts, list) else ():
        if isinstance(host, str) and not _HOST.fullmatch(host):
            message, expected = "this is no host", "HOST, or HOST:PORT"
            faults.add("reference-hosts", message, table=api, found=host, expected=expected)


def _refuse_shared_folders(tables: Mapping[str, Any], faults: Faults) -> None:
    """Record each generator whose folder is that of another API or generator.

    Some systems do not tell capital letters from small ones.
    """
    owners = {name.casefold(): name for name in tables}
    for api, table in tables.items():
        generators = table.get("generators") if isinstance(table, Mapping) else None
        for generator in generators if isinstance(generators, Mapping) else ():
            folder = output_folder(api, generator)
            owner = owners.setdefault(folder.casefold(), f"{api}.generators.{generator}")
            if owner != f"{api}.generators.{generator}":
                faults.add(
                    generator,
                    f"two outputs would be in the folder generated/{folder}",
                    table=f"{api}.generators",
                    found=owner,
                    advice="give the generator another name",
                )


def _is_importable(name: str) -> bool:
    return name.isidentifier() and not keyword.iskeyword(name)
