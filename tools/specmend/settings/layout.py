"""Where a project keeps its files and what its settings say; the only module that knows folder names."""

from __future__ import annotations

import keyword
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from specmend.errors import Problem, RepositoryError, did_you_mean
from specmend.storage.read import is_there, read_file
from specmend.storage.toml import locate_key, parse_toml

SETTINGS_FILES: Final = ("specmend.toml", "pyproject.toml")
DEFAULT_TARGET: Final = "python"


@dataclass(frozen=True, kw_only=True, slots=True)
class ApiSettings:
    """The settings of one API: the table `[apis.NAME]`."""

    package: str
    """The import name of the generated package."""

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

    generator: str = DEFAULT_TARGET
    """The generator whose own steps are applied (`x-generator`)."""

    http: str = "httpx2"
    """The HTTP library of the client: `httpx2` or `httpx`."""

    reserialize: bool = False
    """Write the whole document again if a step cannot be applied in place. Comments are lost."""

    flat: bool = False
    """Put every method on the client itself too, next to the groups for the tags."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Api:
    """One API of a project: its name, its settings, and where its files are."""

    name: str
    root: Path
    settings: ApiSettings

    @property
    def upstreams(self) -> tuple[Path, Path]:
        """The two files that may be the upstream document: YAML and JSON."""
        folder = self.root / "spec" / self.name
        return folder / "upstream.yaml", folder / "upstream.json"

    @property
    def upstream(self) -> Path:
        """The upstream document: upstream.yaml, or upstream.json where that is what there is."""
        as_yaml, as_json = self.upstreams
        return as_json if is_there(as_json) else as_yaml

    @property
    def pin(self) -> Path:
        """The record of where the upstream document came from."""
        return self.root / "spec" / self.name / "pin.toml"

    @property
    def sanitized(self) -> Path:
        """The sanitized document, in upstream's format."""
        return self.upstream.with_name("sanitized" + self.upstream.suffix)

    @property
    def steps(self) -> Path:
        """The folder of the step files."""
        return self.root / "patches" / self.name

    @property
    def client_modules(self) -> Path:
        """The folder of hand-written modules that join the generated package."""
        return self.steps / "client"

    @property
    def retired(self) -> Path:
        """The folder of steps that upstream made needless; they are kept, and not applied."""
        return self.steps / "retired"

    @property
    def releases(self) -> Path:
        """The folder of further documents that the series must apply to: other releases of the vendor's."""
        return self.root / "spec" / self.name / "releases"

    @property
    def generated(self) -> Path:
        """The folder of the generated package."""
        return self.root / "generated" / self.name

    @property
    def manifest(self) -> Path:
        """The record of what made the generated package."""
        return self.generated / "manifest.json"

    @property
    def state(self) -> Path:
        """What the last build saw on this machine; never committed."""
        return self.root / ".specmend" / f"{self.name}.json"

    @property
    def journal(self) -> Path:
        """An update that was begun: whatever of it is not done yet, the next one does."""
        return self.root / ".specmend" / f"{self.name}.update"

    @property
    def base(self) -> Path:
        """The upstream document that the steps were recorded on, where a fetch has put another one in its place."""
        return self.root / ".specmend" / f"{self.name}.base"

    def show(self, path: Path) -> str:
        """A path as messages show it: from the project's root."""
        return (
            path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else str(path)
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class Project:
    """A repository with its APIs, in the order of the settings."""

    root: Path
    apis: Mapping[str, Api]

    def choose(self, names: list[str] | None, *, unfinished: bool = False) -> list[Api]:
        """The named APIs, or all; raises RepositoryError for names that are not in the settings.

        So it does for an API of which an update was interrupted, unless that is what is asked for.
        """
        unknown = [name for name in names or [] if name not in self.apis]
        if unknown:
            raise RepositoryError(
                *(
                    Problem(
                        message=f"there is no API named {name!r} in the settings",
                        expected=", ".join(self.apis),
                        advice=did_you_mean(name, self.apis),
                    )
                    for name in unknown
                )
            )
        chosen = [self.apis[name] for name in dict.fromkeys(names or self.apis)]
        broken = (
            [] if unfinished else [_interrupted(api) for api in chosen if is_there(api.journal)]
        )
        if broken:
            raise RepositoryError(*broken)
        return chosen


def find_project(start: Path) -> Project:
    """The project that a folder belongs to: the nearest one above it with specmend settings.

    Raises RepositoryError when there is none, or with every fault of its settings.
    """
    start = start.resolve()
    for folder in (start, *start.parents):
        for name in SETTINGS_FILES:
            file = folder / name
            if is_there(file) and (
                name == SETTINGS_FILES[0] or b"[tool.specmend" in read_file(file, str(file))
            ):
                return read_project(file)
    raise RepositoryError(
        Problem(
            message="no specmend project here or in any folder above",
            file=str(start),
            expected="a specmend.toml, or a pyproject.toml with [tool.specmend.apis.NAME]",
            advice="go to the project's folder, or name it with --project",
        )
    )


def read_project(file: Path) -> Project:
    """Read the settings file of a project; raises RepositoryError with every fault of it."""
    return read_settings(file, read_file(file, file.name))


def read_settings(file: Path, content: bytes) -> Project:
    """The project that a settings file of this content describes; raises as read_project does."""
    text, data = parse_toml(content, file.name)
    reader = _Settings(text, file.name)
    own = file.name == SETTINGS_FILES[0]
    name = "" if own else "tool.specmend"
    table = reader.table(
        data if own else reader.table(data.get("tool", {}), "tool").get("specmend", {}), name
    )
    apis = {
        name: reader.api(name, value)
        for name, value in reader.table(table.get("apis", {}), "apis").items()
    }
    reader.unknown(table, {"apis"}, name)
    if not apis and not reader.problems:
        reader.fault("", "the settings name no API", expected="a table [tool.specmend.apis.NAME]")
    if reader.problems:
        raise RepositoryError(*reader.problems)
    root = file.parent
    return Project(
        root=root, apis={n: Api(name=n, root=root, settings=s) for n, s in apis.items() if s}
    )


class _Settings:
    """Reads tables into records and gathers faults with their line."""

    def __init__(self, text: str, file: str) -> None:
        self.text, self.file = text, file
        self.problems: list[Problem] = []

    def table(self, value: Any, name: str) -> Mapping[str, Any]:
        """A table as it is; an empty one, and a fault, for anything else."""
        if isinstance(value, Mapping):
            return value
        self.fault(
            name.rpartition(".")[2], f"{name} is not a table", found=repr(value), expected="a table"
        )
        return {}

    def api(self, name: str, value: Any) -> ApiSettings | None:
        """One API's table as a record; None after a fault."""
        known = set(ApiSettings.__slots__)
        before = len(self.problems)
        if not isinstance(value, Mapping):
            self.fault(name, f"the settings of {name!r} are not a table", expected="a table")
            return None
        if not re.fullmatch(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?", name):
            self.fault(
                name, f"{name!r} cannot name an API", expected="letters, digits and . _ - (PEP 503)"
            )
        self.unknown(value, known, name)
        for key in known & set(value):
            kind, words = (
                (bool, "true or false") if key in {"reserialize", "flat"} else (str, "a string")
            )
            if not isinstance(value[key], kind):
                self.fault(
                    key, f"{key} is not {words}", found=repr(value[key]), expected=words, table=name
                )
        package = value.get("package", name.replace("-", "_").replace(".", "_"))
        if isinstance(package, str) and (not package.isidentifier() or keyword.iskeyword(package)):
            self.fault(
                "package", "the package cannot be imported by this name", found=package, table=name
            )
        if value.get("http", "httpx2") not in {"httpx", "httpx2"}:
            self.fault(
                "http",
                "unknown HTTP library",
                found=str(value["http"]),
                expected="httpx2 or httpx",
                table=name,
            )
        if len(self.problems) > before:
            return None
        return ApiSettings(**{**value, "package": package})

    def unknown(self, table: Mapping[str, Any], known: set[str], name: str) -> None:
        """Record each key that is not known."""
        for key in table:
            if key not in known:
                hint = did_you_mean(key, known) or f"the keys are {', '.join(sorted(known))}"
                self.fault(key, f"unknown key {key!r} in the settings", advice=hint, table=name)

    def fault(self, key: str, message: str, *, table: str = "", **more: str) -> None:
        """Record a fault at a key of a table."""
        line, column = locate_key(self.text, key, table)
        self.problems.append(
            Problem(message=message, file=self.file, line=line, column=column, **more)
        )


def _interrupted(api: Api) -> Problem:
    way = f"specmend update {api.name} finishes it"
    return Problem(
        message=f"an update of {api.name} was interrupted", file=api.show(api.journal), advice=way
    )
