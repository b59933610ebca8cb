"""A project whose one API has another generator, a small program of its own, and no package."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Final

from tests.cli.project import Folder, Ran, write_project

from specmend.project.api import Api
from specmend.project.repository import Project

PROGRAM: Final = """\
import pathlib, sys
VERSION = "fake 1.0"
if sys.argv[1:] == ["--version"]:
    print(VERSION)
    raise SystemExit
document, header = (pathlib.Path(name) for name in sys.argv[1:])
pathlib.Path("sub").mkdir()
pathlib.Path("sub/document.txt").write_bytes(document.read_bytes())
pathlib.Path("client.txt").write_bytes(b"// " + header.read_bytes() + b"client 1\\n")
"""
PYTHON: Final = json.dumps(sys.executable)
TABLE: Final = f"""\
[apis.pets.generators.fake]
command = [{PYTHON}, "-IS", "{{project}}/gen.py", "{{document}}", "{{header}}"]
version-command = [{PYTHON}, "-IS", "{{project}}/gen.py", "--version"]
"""
SETTINGS: Final = '[apis.pets]\nheader = "Copyright {year} the pets"\n' + TABLE
FOLDER: Final = "generated/pets-fake"
FILES: Final = ("client.txt", "specmend-manifest.json", "sub/document.txt")
FOR_FAKE: Final = """\
overlay: 1.1.0
info: {title: For fake, version: 1.0.0, x-reason: It knows no minItems., x-generator: fake}
actions:
  - target: $.components.schemas.Pets.properties.pets.minItems
    remove: true
    x-expect: {matches: 1, before: 1}
"""


def write_other(root: Path, settings: str = SETTINGS) -> Folder:
    """Write the project."""
    write_project(root)
    folder = Folder(root, lambda *_: Ran(0, "", ""))
    folder.write("specmend.toml", settings)
    folder.write("gen.py", PROGRAM)
    return folder


def pets(folder: Folder) -> Api:
    """The API, as the settings say now."""
    return Project.find(folder.root).api("pets")
