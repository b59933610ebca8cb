"""Print how dense the code is, room by room: python tests/bench/style.py [FOLDER]."""

from __future__ import annotations

import ast
import io
import statistics
import sys
import tokenize
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

Function = ast.FunctionDef | ast.AsyncFunctionDef
COUNTED: Final = frozenset({tokenize.NAME, tokenize.OP, tokenize.STRING, tokenize.NUMBER})
COMPREHENSIONS: Final = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
FSTRING_START: Final = getattr(tokenize, "FSTRING_START", -1)
FSTRING_END: Final = getattr(tokenize, "FSTRING_END", -1)
HEAD: Final = (
    "room",
    "modules",
    "lines",
    "function lines",
    "complexity",
    "tokens a line",
    "compr./cond.",
    "comments",
    "inner imports",
    "fmt/noqa",
)
UNITS: Final = (
    "",
    "",
    "",
    "median/p90/max",
    "mean/C901 max",
    "median/p90/max",
    "per function",
    "per 100 lines",
    "",
    "",
)


@dataclass(frozen=True, kw_only=True)
class Module:
    """What is counted in one module."""

    room: str
    lines: int
    functions: tuple[int, ...]
    complexities: tuple[int, ...]
    branches: tuple[int, ...]
    tokens: tuple[int, ...]
    comprehensions: int
    conditionals: int
    comments: int
    inner_imports: int
    unformatted: int
    silenced: int


def main(arguments: Sequence[str]) -> int:
    """Measure the package in a folder, ours unless another is named."""
    folder = Path(arguments[0]) if arguments else Path(__file__).parents[2]
    package = folder / "tools" / "specmend"
    root = package if package.is_dir() else folder
    modules = [_measured(path, root) for path in sorted(root.rglob("*.py"))]
    if not modules:
        print(f"{root} has no modules")
        return 1
    _print_table(list(_rows(modules)))
    return 0


def _rows(modules: Sequence[Module]) -> Iterator[tuple[str, ...]]:
    yield HEAD
    yield UNITS
    for room in sorted({module.room for module in modules}):
        yield _row(room, [module for module in modules if module.room == room])
    yield _row("all", modules)


def _row(name: str, modules: Sequence[Module]) -> tuple[str, ...]:
    lines = sum(module.lines for module in modules)
    functions = _joined(module.functions for module in modules)
    number = max(len(functions), 1)
    complexities = _joined(module.complexities for module in modules)
    most_branches = max(_joined(module.branches for module in modules), default=0)
    comprehensions = sum(module.comprehensions for module in modules) / number
    conditionals = sum(module.conditionals for module in modules) / number
    comments = 100 * sum(module.comments for module in modules) / max(lines, 1)
    unformatted = sum(module.unformatted for module in modules)
    silenced = sum(module.silenced for module in modules)
    return (
        name,
        str(len(modules)),
        str(lines),
        _spread(functions),
        f"{statistics.fmean(complexities or [0]):.2f} / {most_branches}",
        _spread(_joined(module.tokens for module in modules)),
        f"{comprehensions:.2f} / {conditionals:.2f}",
        f"{comments:.1f}",
        str(sum(module.inner_imports for module in modules)),
        f"{unformatted} / {silenced}",
    )


def _joined(parts: Iterable[tuple[int, ...]]) -> list[int]:
    return [value for part in parts for value in part]


def _spread(values: Sequence[int]) -> str:
    """Median, 90th percentile and maximum."""
    if not values:
        return "-"
    ordered = sorted(values)
    ninetieth = ordered[min(len(ordered) * 9 // 10, len(ordered) - 1)]
    return f"{statistics.median(ordered):g} / {ninetieth} / {ordered[-1]}"


def _print_table(rows: Sequence[tuple[str, ...]]) -> None:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]
        print("  ".join(cells).rstrip())


def _measured(path: Path, root: Path) -> Module:
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    functions = [node for node in ast.walk(tree) if isinstance(node, Function)]
    kinds = Counter(type(node) for node in ast.walk(tree))
    tokens = list(tokenize.generate_tokens(io.StringIO(text).readline))
    comments = [token.string for token in tokens if token.type == tokenize.COMMENT]
    inside = path.relative_to(root).parts
    return Module(
        room=inside[0] if len(inside) > 1 else "(root)",
        lines=len(text.splitlines()),
        functions=tuple(_length(function) for function in functions),
        complexities=tuple(_complexity(function) for function in functions),
        branches=tuple(_branches(function) for function in functions),
        tokens=tuple(_tokens_by_line(tokens, _docstring_starts(tree))),
        comprehensions=sum(kinds[kind] for kind in COMPREHENSIONS),
        conditionals=kinds[ast.IfExp],
        comments=len(comments),
        inner_imports=sum(_inner_imports(function) for function in functions),
        unformatted=sum("fmt: skip" in comment for comment in comments),
        silenced=sum("noqa" in comment for comment in comments),
    )


def _length(function: Function) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def _complexity(function: Function) -> int:
    """The cyclomatic complexity as radon counts it: conditions inside expressions too."""
    return 1 + sum(_weight(node) for node in ast.walk(function) if node is not function)


def _weight(node: ast.AST) -> int:
    if isinstance(node, ast.BoolOp):
        return len(node.values) - 1
    if isinstance(node, ast.comprehension):
        return 1 + len(node.ifs)
    return int(isinstance(node, ast.IfExp | ast.Assert)) + _branch_weight(node)


def _branches(function: Function) -> int:
    """The cyclomatic complexity as ruff's C901 counts it: statements only."""
    return 1 + sum(_branch_weight(node) for node in ast.walk(function))


def _branch_weight(node: ast.AST) -> int:
    if isinstance(node, ast.For | ast.AsyncFor | ast.While):
        return 1 + bool(node.orelse)
    if isinstance(node, ast.Try):
        return len(node.handlers) + bool(node.orelse)
    if isinstance(node, ast.Match):
        return len(node.cases)
    return int(isinstance(node, ast.If))


def _tokens_by_line(
    tokens: Iterable[tokenize.TokenInfo], skipped: set[tuple[int, int]]
) -> Iterator[int]:
    """How many tokens each line of code has; docstrings and comments are no code.

    An f-string is one token, as it was up to Python 3.11.
    """
    counts: Counter[int] = Counter()
    depth = 0
    for token in tokens:
        depth -= token.type == FSTRING_END
        counted = token.type in COUNTED or token.type == FSTRING_START
        if counted and depth == 0 and token.start not in skipped:
            counts[token.start[0]] += 1
        depth += token.type == FSTRING_START
    yield from counts.values()


def _docstring_starts(tree: ast.Module) -> set[tuple[int, int]]:
    """Where texts start that stand alone: docstrings of modules, classes, functions and names."""
    return {
        (node.lineno, node.col_offset)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    }


def _inner_imports(function: Function) -> int:
    return sum(isinstance(node, ast.Import | ast.ImportFrom) for node in ast.walk(function))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
