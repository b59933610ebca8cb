"""The public names of `import specmend`: loaded when they are used, and all of them documented."""

from __future__ import annotations

import inspect
import os
import subprocess
import sys
from pathlib import Path

import pytest
from docs.make.examples import blocks
from docs.make.pages import DOCS

import specmend
from specmend import Api, Project

PAGE = "reference/python.md"
TEXT = (DOCS / PAGE).read_text("utf-8")
CLASSES = (Project, Api)
METHODS = [
    (owner, name)
    for owner in CLASSES
    for name, member in vars(owner).items()
    if not name.startswith("_") and callable(getattr(owner, name)) and member is not None
]


@pytest.mark.parametrize("name", specmend.__all__)
def test_a_public_name_is_there_and_documented(name: str) -> None:
    value = getattr(specmend, name)
    assert name in dir(specmend)
    assert f"`{name}`" in TEXT or f"`{name}(" in TEXT or value in CLASSES
    if inspect.isclass(value) or inspect.isfunction(value):
        assert value.__module__.startswith("specmend.")
        assert value.__name__ == name
        assert inspect.getdoc(value)


def test_the_public_names_are_sorted_and_no_other_name_is_had_from_the_package() -> None:
    assert set(specmend.__all__) == set(specmend._MODULES)  # noqa: SLF001 - the table behind it
    assert len(specmend.__all__) == len(set(specmend.__all__))
    with pytest.raises(AttributeError, match="no attribute 'build_apis'"):
        _ = specmend.build_apis


@pytest.mark.parametrize(("owner", "name"), METHODS)
def test_a_method_is_documented(owner: type, name: str) -> None:
    assert f"| `{name}(" in TEXT.partition(f"## {owner.__name__}\n")[2]
    assert inspect.getdoc(getattr(owner, name))


def test_there_is_a_method_for_every_command() -> None:
    # `show` is Api.diff, `import` is Api.import_steps, and `edits` is the table EDITS.
    commands = {
        "build",
        "apply",
        "validate",
        "check",
        "log",
        "new_step",
        "refresh",
        "diff",
        "blame",
    }
    commands |= {"export", "learn", "drop", "move", "renumber", "import_steps", "fetch", "drift"}
    assert {name for owner, name in METHODS if owner is Api} >= commands | {"update"}
    assert {name for owner, name in METHODS if owner is Project} >= {"find", "init", "build"}


def test_importing_the_package_imports_nothing_else_of_it() -> None:
    code = "import sys, specmend; print([n for n in sys.modules if n.startswith('specmend.')])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "['specmend.version']"


def test_the_example_of_the_page_prints_what_the_page_says(tmp_path: Path) -> None:
    (document,), (program,), (printed,) = (
        blocks(PAGE, kind) for kind in ("yaml", "python", "text")
    )
    (tmp_path / "petstore.yaml").write_text(document, "utf-8")
    (tmp_path / "example.py").write_text(program, "utf-8")
    ran = subprocess.run(
        [sys.executable, "example.py"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.stderr == ""
    assert ran.stdout == printed
    assert (tmp_path / "generated/petstore/petstore/__init__.py").is_file()
