"""The workflows of GitHub that `init --ci github` writes: all of them or none."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final, Literal, TypeAlias

from specmend.errors import Problem, RepositoryError
from specmend.project.history import find_history
from specmend.project.workflows import ALL, RELEASE, workflow
from specmend.storage.read import is_there, read_file
from specmend.storage.transaction import write_files
from specmend.version import VERSION

CiService: TypeAlias = Literal["github"]
"""The services of CI that workflows can be written for."""
REQUIREMENTS: Final = "requirements.lock"
"""The file of pinned packages that the workflows install, where it names specmend."""
_FOLDER: Final = Path(".github", "workflows")
_EXTRAS: Final = "[release,attestations]"
_NAMED: Final = re.compile(rb"^specmend(?:\[[^\]\n]*\])?==", re.MULTILINE)
_HASHED: Final = re.compile(rb"--hash=")


def init_ci(project: Path) -> tuple[str, ...]:
    """Write the workflows for the project in a folder, and give those that are new.

    Paths are seen from the project. Raises as `ci_files` does.
    """
    files = ci_files(project)
    write_files(files)
    return tuple(seen_from(project, path) for path in files)


def ci_files(project: Path) -> dict[Path, bytes]:
    """The workflows that a project lacks, each with its text.

    They belong to the root of its git repository; without one, to the project's own folder. A file
    that says the same already is no fault. Raises RepositoryError with every one that says
    something else.
    """
    top, prefix = _repository(project)
    files = _workflows(top / _FOLDER, prefix.rstrip("/"), project)
    missing = {path: text for path, text in files.items() if not is_there(path)}
    others = [path for path, text in files.items() if path not in missing and _said(path) != text]
    if others:
        raise RepositoryError(*(_other(seen_from(project, path)) for path in others))
    return missing


def seen_from(project: Path, path: Path) -> str:
    """A path as settings and messages have it: from the folder of the project."""
    return Path(os.path.relpath(path, project)).as_posix()


def _repository(project: Path) -> tuple[Path, str]:
    """The root of the repository, and the way from there to the project."""
    history = find_history(project)
    return (history.top, history.prefix) if history else (project, "")


def _workflows(folder: Path, prefix: str, project: Path) -> Mapping[Path, bytes]:
    return {
        folder / name: workflow(name, install=_install(project, name), folder=prefix).encode()
        for name in ALL
    }


def _install(project: Path, name: str) -> str:
    """The command that installs what the project has pinned, or else this version of specmend."""
    file = project / REQUIREMENTS
    content = read_file(file, file.name) if is_there(file) else b""
    if not _NAMED.search(content):
        extras = _EXTRAS if name == RELEASE else ""
        return f"pip install specmend{extras}=={VERSION}"
    hashes = " --require-hashes" if _HASHED.search(content) else ""
    return f"pip install{hashes} -r {REQUIREMENTS}"


def _said(path: Path) -> bytes:
    return read_file(path, path.name)


def _other(file: str) -> Problem:
    return Problem(
        message="this workflow is there already, and init would overwrite it",
        file=file,
        advice="rename it or remove it, and run specmend init --ci github again",
    )
