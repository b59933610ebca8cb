"""What would take time whenever a generated package is imported, and is not done there."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from specmend.generate import runtime

MODULES = sorted(Path(runtime.__file__).parent.glob("_[a-z]*.py"))

PUBLIC = {"Retries", "ClientCredentials", "RefreshToken"}
"""The records that callers make and may take for dataclasses."""


def compiled(tree: ast.Module) -> Iterator[str]:
    """What an import compiles: the methods of dataclasses, and regular expressions."""
    for statement in tree.body:
        if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef)):
            continue
        inner = statement.decorator_list if isinstance(statement, ast.ClassDef) else [statement]
        words = " ".join(ast.unparse(part) for part in inner)
        if isinstance(statement, ast.ClassDef) and "dataclass(" in words:
            yield statement.name
        if "re.compile(" in words:
            yield words


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_nothing_is_compiled_by_an_import(path: Path) -> None:
    assert set(compiled(ast.parse(path.read_text(encoding="utf-8")))) <= PUBLIC


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("@dataclass(frozen=True)\nclass A:\n    a: int", ["A"]),
        ("class A(Record):\n    a: int", []),
        ("A: Final = re.compile('a')", ["A: Final = re.compile('a')"]),
        ("A: Final = 'a'", []),
        ("def a():\n    return re.compile('a')", []),
    ],
)
def test_the_search_finds_what_is_compiled(text: str, found: list[str]) -> None:
    assert list(compiled(ast.parse(text))) == found
