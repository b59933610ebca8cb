"""Files and functions stay small, say what they are for, and are named for it."""

from __future__ import annotations

import ast
from pathlib import Path
from statistics import median

import pytest
from tests.repository import ROOT

TOOLS = sorted((ROOT / "tools" / "specmend").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))

LONGEST_MODULE = 300
LONGEST_FUNCTION = 50
MEDIAN_FUNCTION = 11
MEDIAN_MODULE = 110
# Modules that may be longer, each with its reason.
LONGER: dict[str, str] = {
    "tools/specmend/project/api.py": "one method a use case: its arguments, a docstring, a call",
    "tools/specmend/project/repository.py": "one method a use case for several APIs at once",
    "tools/specmend/generate/runtime/errors.py": "one tree of exceptions, with their words",
}
DRAWERS = {"utils", "util", "helpers", "helper", "manager", "base", "common", "misc"}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(path: Path) -> list[Function]:
    return [n for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, Function)]


def length(function: Function) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_there_are_files_to_look_at() -> None:
    assert len(TOOLS) > 50
    assert len(TESTS) > 20


@pytest.mark.parametrize("path", TOOLS, ids=shown)
def test_a_module_is_small_and_says_its_duty(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.count("\n") <= LONGEST_MODULE or shown(path) in LONGER
    duty = ast.get_docstring(ast.parse(text)) or ""
    assert duty.split("\n\n")[0].strip().rstrip("\n").endswith((".", ":", "`")), (
        "a file opens with a sentence"
    )
    assert path.stem not in DRAWERS


@pytest.mark.parametrize("path", [*TOOLS, *TESTS], ids=shown)
def test_no_function_is_long(path: Path) -> None:
    long = [
        f"{shown(path)}:{f.lineno} {f.name}: {length(f)}"
        for f in functions(path)
        if length(f) > LONGEST_FUNCTION
    ]
    assert not long, "\n".join(long)


def test_functions_and_modules_are_small_as_a_rule() -> None:
    assert median(length(f) for path in TOOLS for f in functions(path)) <= MEDIAN_FUNCTION
    assert median(path.read_text("utf-8").count("\n") for path in TOOLS) <= MEDIAN_MODULE


@pytest.mark.parametrize("path", TESTS, ids=shown)
def test_a_test_file_says_its_duty(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text("utf-8"))), "a file opens with a sentence"
