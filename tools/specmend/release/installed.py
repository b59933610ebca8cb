"""Installs a release from its index in an empty environment, and imports what its README does."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from specmend.errors import OutsideError, Problem
from specmend.release.environments import around_pip, install_into, make_environment
from specmend.release.plan import Plan
from specmend.release.programs import Ended, run_program
from specmend.source.credentials import known_credentials

_README: Final = "README.md"
_BLOCK: Final = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def refuse_uninstallable(plan: Plan) -> None:
    """Raise OutsideError where the release does not install from the index, or cannot be used.

    The package comes from the index, and what it needs from where pip takes packages here.
    """
    with TemporaryDirectory() as name:
        folder = Path(name)
        python, made = make_environment(folder)
        _refuse(plan, "cannot be tried: no environment can be made", made)
        wanted = f"{plan.name}=={plan.version}"
        from_index = ["--no-deps", "--no-cache-dir", wanted]
        only = {"PIP_INDEX_URL": _opened(plan), "PIP_EXTRA_INDEX_URL": "", "PIP_FIND_LINKS": ""}
        uninstalled = f"does not install from {plan.index.shown}"
        _refuse(plan, uninstalled, install_into(python, from_index, folder, only))
        _refuse(plan, uninstalled, install_into(python, [wanted], folder))
        program = "\n".join(readme_imports(plan.files.get(_README, b"").decode(), plan.package))
        tried = run_program([str(python), "-I", "-c", program], folder, around_pip())
        _refuse(plan, "installs, and its README's examples cannot be imported", tried)


def readme_imports(text: str, package: str) -> tuple[str, ...]:
    """The imports of a package in the Python examples of a README, and the package itself."""
    found = [f"import {package}"]
    for block in _BLOCK.findall(text):
        found += _imports(block, package)
    return tuple(dict.fromkeys(found))


def _imports(block: str, package: str) -> Iterator[str]:
    try:
        tree = ast.parse(block)
    except SyntaxError:
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        if any(name.partition(".")[0] == package for name in names):
            yield ast.unparse(node)


def _opened(plan: Plan) -> str:
    """The address of the index with its password; other users see command lines, not variables."""
    index = plan.index
    credentials = index.credentials or known_credentials(index.simple)
    return credentials.address(index.simple) if credentials else index.simple


def _refuse(plan: Plan, what: str, ended: Ended) -> None:
    """Raise OutsideError for a program that failed."""
    if ended.code:
        raise OutsideError(
            Problem(
                message=f"{plan.name}=={plan.version} {what}",
                found=ended.words,
                advice="run the same command again; if it stays, yank the version on the index",
            )
        )
