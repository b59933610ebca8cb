"""A project of several APIs in a git repository of its own, as the tests of changes have it."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.cli.project import DOCUMENT, STEP, Folder, Ran
from tests.shared_folder import shared_folder

WHO = ("-c", "user.name=A", "-c", "user.email=a@pets.example", "-c", "commit.gpgsign=false")
NAMES = ("ants", "bees", "cats")


@dataclass(frozen=True, slots=True)
class Repository:
    """A git repository, and the project in a folder of it."""

    top: Path
    project: Path

    def git(self, *words: str, **environment: str) -> str:
        """Run git in the repository; gives what it prints."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        done = subprocess.run(
            ["git", *WHO, *words],  # noqa: S607 - the git of whoever runs the tests
            cwd=self.top,
            env={
                **kept,
                "GIT_CONFIG_GLOBAL": os.devnull,
                "GIT_CONFIG_NOSYSTEM": "1",
                **environment,
            },
            check=True,
            capture_output=True,
            text=True,
        )
        return done.stdout.strip()

    def commit(self, message: str = "change") -> str:
        """Commit everything; gives the commit."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", message)
        return self.git("rev-parse", "HEAD")

    def write(self, name: str, text: str) -> Path:
        """Write a file of the project."""
        return self._files.write(name, text)

    def read(self, name: str) -> str:
        """The text of a file of the project."""
        return self._files.read(name)

    @property
    def _files(self) -> Folder:
        return Folder(self.project, lambda *_: Ran(0, "", ""))


def repository(top: Path, inside: str = "", names: Iterable[str] = NAMES) -> Repository:
    """A new repository with one commit: a project of several APIs with one step each."""
    made = Repository(top, top / inside)
    made.project.mkdir(parents=True, exist_ok=True)
    made.git("init", "--quiet", "--initial-branch=main", "--template=")
    made.write(".gitignore", ".specmend/\n")
    made.write("specmend.toml", "".join(table(name) for name in names))
    for name in names:
        write_api(made, name)
    made.commit("first")
    return made


def copy_of_repository(top: Path, factory: pytest.TempPathFactory) -> Repository:
    """A copy of such a repository, which is made once."""
    shutil.copytree(shared_folder(factory, "in-git", repository), top, dirs_exist_ok=True)
    return Repository(top, top)


def table(name: str) -> str:
    """The settings of an API."""
    return f'[apis.{name}]\npackage = "{name}"\n\n'


def write_api(made: Repository, name: str) -> None:
    """The document of an API, its pin and its step."""
    digest = hashlib.sha256(DOCUMENT.encode()).hexdigest()
    pin = f'origin = "the {name}"\ndate = 2025-02-01\nsha256 = "{digest}"\n'
    made.write(f"spec/{name}/upstream.yaml", DOCUMENT)
    made.write(f"spec/{name}/pin.toml", pin)
    made.write(f"patches/{name}/0001-move-the-prefix.yaml", STEP)
