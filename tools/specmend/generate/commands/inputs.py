"""Finds all that the output of a command depends on."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from specmend.document.text.document import Document
from specmend.errors import Problem, RepositoryError
from specmend.generate.commands.document import document_file
from specmend.generate.commands.plan import CommandInputs, CommandPlan
from specmend.storage.write import IGNORED

HEADER: Final = "header.txt"

_OF_PROJECT: Final = re.compile(r"\{project\}/([^{}]+)")


def command_inputs(plan: CommandPlan, document: Document, tool: str) -> CommandInputs:
    """All inputs of a command; `tool` is the version of it.

    Raises RepositoryError for each input of the settings that is not there.
    """
    name, data = document_file(document, plan.settings.format)
    files = {name: data}
    if plan.header:
        files[HEADER] = plan.header.encode() + b"\n"
    return CommandInputs(plan=plan, files=files, digests=digests(plan), tool=tool)


def digests(plan: CommandPlan) -> dict[str, str]:
    """SHA-256 of the project's files that a command reads: those of `inputs`, and its arguments.

    The program itself is known by its version. Raises RepositoryError for an input that is missing.
    """
    problems = [
        _missing(plan, name) for name in plan.settings.inputs if not (plan.project / name).exists()
    ]
    if problems:
        raise RepositoryError(*problems)
    paths = {path for name in plan.settings.inputs for path in _files(plan.project / name)}
    paths |= {path for path in _arguments(plan) if path.is_file()}
    found = {path.relative_to(plan.project).as_posix(): path for path in paths}
    return {name: _digest(found[name], name) for name in sorted(found)}


def _arguments(plan: CommandPlan) -> Iterator[Path]:
    for argument in plan.settings.command[1:]:
        for name in _OF_PROJECT.findall(argument):
            path = plan.project / name
            if ".." not in path.parts:
                yield path


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    found = (file for file in path.rglob("*") if file.is_file())
    return [file for file in found if not IGNORED.intersection(file.relative_to(path).parts)]


def _digest(path: Path, name: str) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        message = f"the file cannot be read: {error.strerror}"
        raise RepositoryError(Problem(message=message, file=name)) from error


def _missing(plan: CommandPlan, name: str) -> Problem:
    return Problem(
        message=f"an input of the generator {plan.generator} of {plan.api} is missing",
        file=name,
        advice="put it there, or change inputs in the settings",
    )
