"""The settings of other generators: the tables `[apis.NAME.generators.GENERATOR]`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, Final

from specmend.limits import COMMAND_SECONDS, MAX_COMMAND_SECONDS
from specmend.settings.faults import Faults, shown
from specmend.settings.placeholders import (
    IN_COMMAND,
    IN_VERSION_COMMAND,
    names_in,
    wrong_braces,
)

DEFAULT_GENERATOR: Final = "python"
"""The generator of this package: it has settings of its own."""

NAME: Final = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?")
"""What an API and a generator may be called (PEP 503)."""

_FORMATS: Final = ("yaml", "json")
_VARIABLE: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_()]*")
_LISTS: Final = ("command", "version-command", "inputs", "environment")


@dataclass(frozen=True, kw_only=True, slots=True)
class GeneratorSettings:
    """The settings of one other generator: the table `[apis.NAME.generators.GENERATOR]`."""

    command: tuple[str, ...]
    """The program that writes the files, and its arguments, with placeholders."""

    version_command: tuple[str, ...]
    """The program that prints the version of the tool, and its arguments."""

    format: str = ""
    """The format of the document that the command gets: `yaml` or `json`. Without it, upstream's
    own."""

    inputs: tuple[str, ...] = ()
    """Files and folders of the project that the command reads too, such as its configuration."""

    environment: tuple[str, ...] = ()
    """Names of environment variables that the command gets to see."""

    timeout: int = 600
    """Seconds that the command may take."""


def read_generators(api: str, tables: Any, header: Any, faults: Faults) -> dict[str, Any]:
    """The settings of the other generators of an API; what is wrong is recorded."""
    name = f"{api}.generators"
    found = faults.table(tables, name)
    read: dict[str, Any] = {}
    for generator, table in found.items():
        if not NAME.fullmatch(generator):
            rule = "letters, digits and . _ - (PEP 503)"
            faults.add(
                generator, f"'{generator}' cannot name a generator", table=name, expected=rule
            )
        if generator.casefold() == DEFAULT_GENERATOR:
            faults.add(
                generator,
                f"'{DEFAULT_GENERATOR}' is the generator of specmend itself",
                table=name,
                advice="give this one another name; the key package makes the Python client",
            )
        values = faults.table(table, f"{name}.{generator}")
        _Table(f"{name}.{generator}", values, faults).check(header)
        read[generator] = values
    return read


def made(tables: Mapping[str, Mapping[str, Any]]) -> dict[str, GeneratorSettings]:
    """The records of tables that were checked."""
    return {name: _made(table) for name, table in tables.items()}


def _made(table: Mapping[str, Any]) -> GeneratorSettings:
    fields: dict[str, Any] = {
        key.replace("-", "_"): tuple(value) if isinstance(value, list) else value
        for key, value in table.items()
    }
    return GeneratorSettings(**fields)


def output_folder(api: str, generator: str) -> str:
    """The name of the folder in generated/ that a generator writes."""
    return api if generator == DEFAULT_GENERATOR else f"{api}-{generator}"


class _Table:
    """The checks of one table."""

    def __init__(self, name: str, values: Mapping[str, Any], faults: Faults) -> None:
        self.name = name
        self.values = values
        self.faults = faults

    def check(self, header: Any) -> None:
        """Record every fault of the table; `header` is the setting of the API."""
        known = (*_LISTS, "format", "timeout")
        self.faults.add_unknown(self.values, known, self.name)
        for key in _LISTS:
            self._check_list(key)
        self._check_command("command", IN_COMMAND)
        self._check_command("version-command", IN_VERSION_COMMAND)
        self._check_header(header)
        self._check_format()
        self._check_inputs()
        self._check_environment()
        self._check_timeout()

    def _add(self, key: str, message: str, **more: str) -> None:
        self.faults.add(key, message, table=self.name, **more)

    def _list(self, key: str) -> list[str]:
        value = self.values.get(key, [])
        is_fine = isinstance(value, list) and all(isinstance(member, str) for member in value)
        return value if is_fine else []

    def _check_list(self, key: str) -> None:
        value = self.values.get(key, [])
        if value == self._list(key):
            return
        advice = "write the program and each argument by itself" if "command" in key else ""
        what, found = "a list of strings", shown(value)
        self._add(key, f"{key} is not {what}", found=found, expected=what, advice=advice)

    def _check_command(self, key: str, known: Mapping[str, str] | tuple[str, ...]) -> None:
        if key not in self.values:
            what = "a list: the program and its arguments"
            self._add(key, f"the generator has no {key}", expected=what)
        elif self.values[key] == [] or self._list(key)[:1] == [""]:
            self._add(key, f"{key} names no program", expected="the program and its arguments")
        self._check_program(key)
        for argument in self._list(key):
            if "\0" in argument:
                self._add(key, "an argument holds the character U+0000")
            for token in wrong_braces(argument, known):
                self._add_braces(key, argument, token, known)

    def _check_program(self, key: str) -> None:
        for program in self._list(key)[:1]:
            path = PurePosixPath(program.replace("\\", "/"))
            is_relative = len(path.parts) > 1 and not path.is_absolute()
            if is_relative and not (program.startswith("{") or ":" in path.parts[0]):
                message = "the program is looked for in an empty folder"
                expected = f"{{project}}/{program}, a name on the PATH, or a whole path"
                self._add(key, message, part=program, found=program, expected=expected)

    def _add_braces(
        self, key: str, argument: str, token: str, known: Mapping[str, str] | tuple[str, ...]
    ) -> None:
        expected = ", ".join(f"{{{name}}}" for name in known)
        if len(token) == 1:
            message = "a brace stands alone"
        else:
            message = f"unknown placeholder {token}" + _only_in_command(token)
        advice = "write {{ and }} for braces themselves"
        more = {"expected": expected, "advice": advice}
        self._add(key, message, part=token, whole=argument, **more)

    def _check_header(self, header: Any) -> None:
        asks = any("header" in names_in(argument) for argument in self._list("command"))
        if asks and not header:
            advice = "set header in the table of the API, or leave the argument out"
            message = "{header} stands for nothing: the API has no header"
            self._add("command", message, part="{header}", advice=advice)

    def _check_format(self) -> None:
        value = self.values.get("format", "yaml")
        if value not in _FORMATS:
            expected = " or ".join(_FORMATS)
            self._add("format", "unknown format", found=shown(value), expected=expected)

    def _check_inputs(self) -> None:
        for path in self._list("inputs"):
            if _leaves(path):
                expected = "a path inside the project, seen from the settings"
                self._add(
                    "inputs",
                    "an input is outside the project",
                    part=path,
                    found=path,
                    expected=expected,
                )

    def _check_environment(self) -> None:
        for name in self._list("environment"):
            if not _VARIABLE.fullmatch(name):
                advice = "only the name stands here; the value is that of your environment"
                self._add(
                    "environment",
                    "this is no name of a variable",
                    part=name,
                    found=name,
                    advice=advice if "=" in name else "",
                )

    def _check_timeout(self) -> None:
        value = self.values.get("timeout", 1)
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            what = "a whole number of seconds above 0"
            self._add("timeout", f"timeout is not {what}", found=shown(value), expected=what)
        elif value > MAX_COMMAND_SECONDS:
            limit = f"{MAX_COMMAND_SECONDS:,}"
            message = f"timeout exceeds the limit of {limit} seconds"
            advice = f"make it shorter, or set {COMMAND_SECONDS.variable} to a larger number"
            self._add("timeout", message, found=f"{value:,}", advice=advice)


def _only_in_command(token: str) -> str:
    return " in version-command" if token[1:-1] in IN_COMMAND else ""


def _leaves(path: str) -> bool:
    """Whether a path may lead out of the folder that it is seen from."""
    parts = PurePosixPath(path).parts
    return not parts or ".." in parts or path.startswith("/") or "\\" in path or ":" in parts[0]
