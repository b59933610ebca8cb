"""The command `check`: what is committed beside what specmend makes."""

from __future__ import annotations

import json

from tests.cli.project import DOCUMENT, Folder


def test_what_was_built_is_what_specmend_makes(built: Folder) -> None:
    built.write("spec/pets/releases/0.9.yaml", DOCUMENT)
    built.write("patches/pets/retired/0009-old.yaml", "kept")
    before = built.files()
    ran = built.run("check")
    assert ran.code == 0, ran.err
    line = "files are exactly what specmend makes; the steps fit 1 further document; 1 step retired"
    assert line in ran.out
    assert built.files() == before
    assert json.loads(built.run("check", "--json").out) == {
        "ok": True,
        "apis": ["pets"],
        "releases": {"pets": 1},
        "retired": {"pets": 1},
        "outputs": {"pets": []},
    }


def test_every_difference_is_named_and_no_word_is_said_of_writing(built: Folder) -> None:
    for name in ("README.md", "pyproject.toml"):
        built.write(f"generated/pets/{name}", "mine")
    ran = built.run("check")
    assert ran.code == 1
    assert "generated/pets/README.md:1:1: error: this file is not what specmend makes" in ran.err
    assert ran.err.endswith("2 problems\n")
