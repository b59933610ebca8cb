"""The command `update`: a new upstream document taken in, and what becomes of each step."""

from __future__ import annotations

import json

import pytest
from tests.cli.project import Folder

UPSTREAM = """\
openapi: 3.0.3
info: {title: Pets, version: "1.0"} # the first
paths: {}
components:
  schemas:
    Pet:
      type: object
      required: [id, name]
      properties:
        id: {type: string, description: Its number.}
        age: {type: integer, minimum: 1}
        name: {type: string, maxLength: 40}
"""
HEAD = """\
# people's words stay
overlay: 1.1.0
info:
  title: {title}
  version: 1.0.0
  x-reason: It was seen.
actions:
"""
AGE = HEAD.format(title="Let a pet be new") + """\
  # a pup
  - target: $.components.schemas.Pet.properties.age.minimum
    update: 0
    x-expect: {matches: 1, before: 1}
"""
NAME = HEAD.format(title="Let names be long") + """\
  - target: $.components.schemas.Pet.properties.name.maxLength # forty is short
    update: 80
    x-expect: {matches: 1, before: 40}
"""
BOTH = HEAD.format(title="Say more") + """\
  - target: $.components.schemas.Pet.properties.id
    update: {minLength: 3, maxLength: 9}
    x-expect: {matches: 1, before: {}}
"""
STEPS = {"0001-age.yaml": AGE, "0002-name.yaml": NAME, "0003-both.yaml": BOTH}


@pytest.fixture
def pets(folder: Folder) -> Folder:
    """A project with three steps that apply."""
    (folder.root / "patches/pets/0001-move-the-prefix.yaml").unlink()
    folder.pin(UPSTREAM)
    for name, text in STEPS.items():
        folder.write(f"patches/pets/{name}", text)
    ran = folder.run("apply")
    assert ran.code == 0, ran.err
    return folder


def move(folder: Folder, *changes: tuple[str, str], words: tuple[str, ...] = ()) -> tuple[int, str]:
    """Update to a document with stretches replaced: the exit status and what was said."""
    text = UPSTREAM
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path = folder.write("../next.yaml", text) if False else folder.write("next.yaml", text)
    ran = folder.run("update", "pets", "--to", str(path), *words)
    return ran.code, ran.out + ran.err


def test_show(pets: Folder) -> None:
    for changes in (
        [("minimum: 1", "minimum: 0"), ("1.0", "1.1")],
        [("maxLength: 40", "maxLength: 60")],
        [("    Pet:", "    Animal:")],
        [("description: Its number.", "description: Its number., minLength: 3")],
        [("        age: {type: integer, minimum: 1}\n", "")],
    ):
        print(changes)
        sys.__stderr__.write(str(move(pets, *changes, words=("--dry-run",)))+"\n")
    print(json.dumps([]))
    c, o = move(pets, *[("minimum: 1", "minimum: 0"), ("maxLength: 40", "maxLength: 60"),("1.0", "1.1")])
    print(o)
    for n, d in pets.files().items():
        if n.startswith(("patches", "spec/pets/pin")):
            print("=====", n); print(d.decode())
    r = pets.run("check"); print(r.out, r.err)
    r = pets.run("update", "pets"); print(r.out, r.err)
    r = pets.run("update", "pets", "--accept", "2=ours"); print(r.out, r.err)
    r = pets.run("apply"); print(r.out, r.err)
    print(pets.read("patches/pets/0002-name.yaml"))
    print(pets.run("log").out)
