"""Every imported library is declared, with bounds that the lock keeps; no private modules."""

from __future__ import annotations

import ast
import importlib.metadata
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from tests.repository import ROOT

RUNTIME = ROOT / "tools/specmend/generate/runtime"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
DECLARED = [Requirement(line) for line in PROJECT["project"]["dependencies"]]
OPTIONAL = PROJECT["project"]["optional-dependencies"]
EXTRA = [Requirement(line) for line in OPTIONAL["release"]]
SIGNER = [Requirement(line) for line in OPTIONAL["attestations"]]
DEV = [Requirement(line) for line in PROJECT["dependency-groups"]["dev"]]
OURS = {"docs", "specmend", "tests", "ollama_native", "ollama_openai"}
COMMANDS = {"datamodel-code-generator", "hatchling", "mypy", "pypi-attestations", "ruff"}
"""Dependencies that are run as programs, and not imported."""

FILES = {"openapi-spec-validator"}
"""Dependencies of which only files are read: the JSON Schemas of the standard."""


def modules(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.py"))


TOOLS = [file for file in modules(ROOT / "tools") if RUNTIME not in file.parents]
TESTS = modules(ROOT / "tests")
BESIDE = {file.stem for file in TESTS if file.parent.name in {"bench", "interop", "live", "ollama"}}
"""Modules that programs and tests of those folders find beside themselves."""


def imports(file: Path) -> Iterator[str]:
    """The modules that a file imports by their full names."""
    for node in ast.walk(ast.parse(file.read_bytes())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


def libraries(files: list[Path]) -> set[str]:
    """The distributions that give what files import, by their canonical names."""
    names = {name.partition(".")[0] for file in files for name in imports(file)}
    known = importlib.metadata.packages_distributions()
    outside = names - set(sys.stdlib_module_names) - OURS - BESIDE
    return {canonicalize_name(known.get(name, [name])[0]) for name in outside}


def names(requirements: list[Requirement]) -> set[str]:
    return {canonicalize_name(requirement.name) for requirement in requirements}


def locked(file: str) -> dict[str, str]:
    """The versions that a lock file pins, by the names of the distributions."""
    lock = (ROOT / file).read_text("utf-8")
    return dict(re.findall(r"^([\w.-]+)==(\S+)", lock, re.MULTILINE))


def test_the_toolchain_declares_what_it_imports_and_nothing_else() -> None:
    assert libraries(TOOLS) | COMMANDS | FILES == names([*DECLARED, *EXTRA, *SIGNER])


def test_the_tests_declare_what_they_import() -> None:
    assert libraries(TESTS) - names(DECLARED) - names(DEV) == set()


@pytest.mark.parametrize("api", ["ollama-native", "ollama-openai"])
def test_the_generated_packages_declare_what_the_runtime_imports(api: str) -> None:
    text = (ROOT / "generated" / api / "pyproject.toml").read_text("utf-8")
    package = [Requirement(line) for line in tomllib.loads(text)["project"]["dependencies"]]
    # pydantic pins pydantic-core itself: two requirements of it could only disagree.
    assert libraries(modules(RUNTIME)) - {"pydantic-core"} <= names(package)


@pytest.mark.parametrize("requirement", [*DECLARED, *EXTRA, *SIGNER], ids=str)
def test_a_dependency_has_a_lower_bound(requirement: Requirement) -> None:
    assert any(bound.operator in {">=", "=="} for bound in requirement.specifier)


def test_what_is_optional_is_here_for_the_tests() -> None:
    assert {str(requirement) for requirement in EXTRA} <= {str(requirement) for requirement in DEV}


@pytest.mark.parametrize("requirement", [*DECLARED, *DEV], ids=str)
def test_the_lock_keeps_to_what_is_declared(requirement: Requirement) -> None:
    version = locked("requirements.lock")[canonicalize_name(requirement.name)]
    assert requirement.specifier.contains(version, prereleases=True)


def test_a_release_is_made_with_what_the_tests_were_run_with() -> None:
    tested, released = locked("requirements.lock"), locked(".github/release.lock")
    assert names([*DECLARED, *EXTRA, *SIGNER]) <= set(released)
    assert {name: tested.get(name, version) for name, version in released.items()} == released


def test_no_private_module_of_a_library_is_imported() -> None:
    private = {
        f"{file.relative_to(ROOT).as_posix()}: {name}"
        for file in [*TOOLS, *TESTS]
        for name in imports(file)
        if name.partition(".")[0] not in {*OURS, "__future__"} and re.search(r"(^|\.)_", name)
    }
    assert private == set()
