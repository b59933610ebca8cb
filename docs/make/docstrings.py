"""The docstrings of attributes: the string that stands under an assignment in the source."""

from __future__ import annotations

import ast
import inspect
import itertools
from collections.abc import Mapping
from types import ModuleType


def attribute_docstrings(source: type | ModuleType) -> Mapping[str, str]:
    """Each attribute of a class or a module with the text under it, where there is one."""
    tree = ast.parse(inspect.getsource(source))
    body = tree.body[0].body if isinstance(tree.body[0], ast.ClassDef) else tree.body
    documented = {}
    for assignment, text in itertools.pairwise(body):
        if isinstance(assignment, ast.AnnAssign) and isinstance(assignment.target, ast.Name):
            docstring = _string(text)
            if docstring:
                documented[assignment.target.id] = inspect.cleandoc(docstring)
    return documented


def _string(node: ast.stmt) -> str:
    if not isinstance(node, ast.Expr) or not isinstance(node.value, ast.Constant):
        return ""
    return node.value.value if isinstance(node.value.value, str) else ""
