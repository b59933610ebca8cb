"""A small project in a temporary folder, as the tests of the commands use it."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

DOCUMENT = """\
# A small interface
openapi: 3.0.3
info: {title: Pets, version: "1"}
servers:
  - url: http://localhost
paths:
  /v1/pets:
    get:
      operationId: listPets
      responses:
        "200":
          description: The pets.
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/Pets'
components:
  schemas:
    Pets:
      type: object
      required: [pets]
      properties:
        pets:
          type: array
          minItems: 1 # at least one
          items: {type: string}
"""
STEP = """\
# people's words stay
overlay: 1.1.0
info:
  title: Move the prefix
  version: 1.0.0
  x-reason: The version belongs to the server.
actions:
  - target: $
    x-edit: {name: move-path-prefix, prefix: /v1}
    x-expect: {matches: 2}
"""
ADDITION = """\
overlay: 1.1.0
info: {{title: {title}, version: 1.0.0, x-reason: r}}
actions:
  - target: {target}
    update: {update}
    x-expect: {{matches: 1, before: {{}}}}
"""
SETTINGS = """\
[apis.pets]
package = "pets"
description = "Typed client for pets."
header = "Copyright {year} the pets"
"""


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command left behind."""

    code: int
    out: str
    err: str


@dataclass(frozen=True, slots=True)
class Folder:
    """A project on disk."""

    root: Path
    run: Callable[..., Ran]

    def write(self, name: str, text: str) -> Path:
        """Write a file of the project."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="")
        return path

    def read(self, name: str) -> str:
        """The text of a file of the project."""
        return (self.root / name).read_bytes().decode()

    def steps(self) -> list[str]:
        """The names of the step files."""
        return sorted(path.name for path in (self.root / "patches/pets").iterdir())

    def pin(self, text: str) -> None:
        """Write the upstream document and its pin."""
        self.write("spec/pets/upstream.yaml", text)
        digest = hashlib.sha256(text.encode()).hexdigest()
        self.write(
            "spec/pets/pin.toml", f'origin = "the pets"\ndate = 2025-02-01\nsha256 = "{digest}"\n'
        )

    def update_to(self, text: str, *changes: tuple[str, str], words: tuple[str, ...] = ()) -> Ran:
        """Update to a document with stretches replaced."""
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        path = self.root.parent / "next.yaml"
        path.write_text(text, "utf-8")
        return self.run("update", "pets", "--to", str(path), *words)

    def files(self) -> dict[str, bytes]:
        """Every file of the project but for specmend's own memory."""
        found = {
            p.relative_to(self.root).as_posix(): p.read_bytes()
            for p in self.root.rglob("*")
            if p.is_file()
        }
        return {name: data for name, data in found.items() if not name.startswith(".specmend/")}


def write_project(root: Path) -> None:
    """Write the files of a project with one API and one step."""
    project = Folder(root, lambda *_: Ran(0, "", ""))
    project.write("specmend.toml", SETTINGS)
    project.pin(DOCUMENT)
    project.write("patches/pets/0001-move-the-prefix.yaml", STEP)


def build(root: Path) -> None:
    """Build a project in a process of its own."""
    command = [sys.executable, "-m", "specmend", "build", "--project", str(root)]
    subprocess.run(command, check=True, capture_output=True)
