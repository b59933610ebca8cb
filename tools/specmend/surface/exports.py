"""Reads which names a module lists in `__all__`, where that can be read."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from griffe import ExprList, ExprTuple, Module

_ALL: Final = "__all__"
_GROWS: Final = frozenset({"append", "extend"})


def exports_of(module: Module) -> frozenset[str] | None:
    """The names that `__all__` lists; None where there is none, or it is made when the module runs.

    Then nothing is known to be left out of it.
    """
    place = module.filepath
    if module.exports is None or not isinstance(place, Path):
        return None
    text = place.read_bytes()
    value = getattr(module.members.get(_ALL), "value", None)
    elements = value.elements if isinstance(value, ExprList | ExprTuple) else [None]
    if text.count(_ALL.encode()) == 1 and all(isinstance(one, str) for one in elements):
        return frozenset(_names(module.exports))
    tree = ast.parse(text)
    written = [one for one in ast.walk(tree) if _is_written(one)]
    # What else has its name can change it.
    if sum(map(_is_all, ast.walk(tree))) != len(written):
        return None
    return frozenset((*_names(module.exports), *(text for one in written for text in _grown(one))))


def _names(exports: Iterable[object]) -> Iterator[str]:
    """The names; the list of a module that is elsewhere stays as it is written."""
    return (name for name in exports if isinstance(name, str))


def _is_all(node: ast.AST) -> bool:
    return isinstance(node, ast.Name) and node.id == _ALL


def _is_written(node: ast.AST) -> bool:
    """Whether a statement says what is in the list, in its own words or those of other modules."""
    if isinstance(node, ast.Assign):
        return len(node.targets) == 1 and _is_all(node.targets[0]) and _is_list(node.value)
    if isinstance(node, ast.AnnAssign | ast.AugAssign) and node.value is not None:
        return _is_all(node.target) and _is_list(node.value)
    return _grows(node) is not None


def _grows(node: ast.AST) -> ast.expr | None:
    """What a call adds to the list."""
    if not isinstance(node, ast.Call) or len(node.args) != 1:
        return None
    called, value = node.func, node.args[0]
    is_one = isinstance(called, ast.Attribute) and called.attr in _GROWS and _is_all(called.value)
    is_known = _is_text(value) or (isinstance(value, ast.List) and all(map(_is_text, value.elts)))
    return value if is_one and is_known else None


def _grown(node: ast.AST) -> Iterator[str]:
    value = _grows(node)
    for one in ast.walk(value) if value is not None else ():
        if isinstance(one, ast.Constant):
            yield str(one.value)


def _is_list(value: ast.expr) -> bool:
    if isinstance(value, ast.List | ast.Tuple):
        return all(_is_text(one) or _is_other(one) for one in value.elts)
    if isinstance(value, ast.BinOp):
        return _is_list(value.left) and _is_list(value.right)
    return _is_other(value)


def _is_text(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and isinstance(value.value, str)


def _is_other(value: ast.expr) -> bool:
    """Whether it is the list of another module."""
    inner = value.value if isinstance(value, ast.Starred) else value
    return isinstance(inner, ast.Attribute) and inner.attr == _ALL
