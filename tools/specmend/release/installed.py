"""Installs a release from its index in an empty environment, and imports what its README does."""

from __future__ import annotations

import ast
import os
import re
import sys
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from specmend.errors import OutsideError, Problem
from specmend.release.plan import Plan
from specmend.release.programs import Ended, Surroundings, run_program
from specmend.source.credentials import known_credentials

_README: Final = "README.md"
_BLOCK: Final = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_PASSED_ON: Final = ("HOME", "NETRC", "HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY", "SSL_CERT_FILE")
_OURS: Final = ("PIP_NO_INDEX", "PIP_REQUIRE_VIRTUALENV", "PIP_USER", "PIP_TARGET")


def refuse_uninstallable(plan: Plan) -> None:
    """Raise OutsideError where the release does not install from the index, or cannot be used.

    The package comes from the index, and what it needs from where pip takes packages here.
    """
    with TemporaryDirectory() as name:
        folder = Path(name)
        python = _environment(plan, folder)
        wanted = f"{plan.name}=={plan.version}"
        from_index = ["--no-deps", "--no-cache-dir", wanted]
        only = {"PIP_INDEX_URL": _opened(plan), "PIP_EXTRA_INDEX_URL": "", "PIP_FIND_LINKS": ""}
        _install(plan, folder, python, from_index, only)
        _install(plan, folder, python, [wanted], {})
        program = "\n".join(readme_imports(plan.files.get(_README, b"").decode(), plan.package))
        ended = run_program([str(python), "-I", "-c", program], folder, _around())
        if ended.code:
            raise _error(plan, "installs, and its README's examples cannot be imported", ended)


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


def _environment(plan: Plan, folder: Path) -> Path:
    """An empty environment; gives its Python. Our own pip installs, where we have one."""
    place = folder / "environment"
    words = ["--without-pip"] if find_spec("pip") else []
    command = [sys.executable, "-m", "venv", *words, str(place)]
    ended = run_program(command, folder, _around())
    if ended.code:
        raise _error(plan, "cannot be tried: no environment can be made", ended)
    return place / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _opened(plan: Plan) -> str:
    """The address of the index with its password; other users see command lines, not variables."""
    index = plan.index
    credentials = index.credentials or known_credentials(index.simple)
    return credentials.address(index.simple) if credentials else index.simple


def _install(
    plan: Plan, folder: Path, python: Path, words: list[str], variables: Mapping[str, str]
) -> None:
    command = [str(python), "-m", "pip"]
    if find_spec("pip"):
        command = [sys.executable, "-m", "pip", "--python", str(python)]
    quiet = ["install", "--quiet", "--disable-pip-version-check", "--no-input"]
    around = Surroundings(variables={**_around().variables, **variables})
    ended = run_program([*command, *quiet, *words], folder, around)
    if ended.code:
        raise _error(plan, f"does not install from {plan.index.shown}", ended)


def _around() -> Surroundings:
    """The settings of pip on this machine, but for those that lead it elsewhere."""
    mine = {name: value for name, value in os.environ.items() if name.upper() in _PASSED_ON}
    pips = {name: value for name, value in os.environ.items() if name.startswith("PIP_")}
    kept = {name: value for name, value in pips.items() if name not in _OURS}
    return Surroundings(variables={**mine, **kept})


def _error(plan: Plan, what: str, ended: Ended) -> OutsideError:
    return OutsideError(
        Problem(
            message=f"{plan.name}=={plan.version} {what}",
            found=ended.words,
            advice="run the same command again; if it stays, yank the version on the index",
        )
    )
