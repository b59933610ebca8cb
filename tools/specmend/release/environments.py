"""Makes empty environments of Python, and installs into them as pip is set up on this machine."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from specmend.release.programs import Ended, Surroundings, run_program

_PASSED_ON: Final = ("HOME", "NETRC", "HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY", "SSL_CERT_FILE")
_OURS: Final = ("PIP_NO_INDEX", "PIP_REQUIRE_VIRTUALENV", "PIP_USER", "PIP_TARGET")
_NOTHING: Final[Mapping[str, str]] = {}


def make_environment(folder: Path) -> tuple[Path, Ended]:
    """An empty environment in a folder: its Python, and how making it ended."""
    place = folder / "environment"
    # Our own pip installs, where we have one.
    words = ["--without-pip"] if find_spec("pip") else []
    ended = run_program([sys.executable, "-m", "venv", *words, str(place)], folder, around_pip())
    return place / ("Scripts/python.exe" if os.name == "nt" else "bin/python"), ended


def install_into(
    python: Path, words: Sequence[str], folder: Path, variables: Mapping[str, str] = _NOTHING
) -> Ended:
    """Install what pip is told to; `variables` are further ones for pip."""
    command = [str(python), "-m", "pip"]
    if find_spec("pip"):
        command = [sys.executable, "-m", "pip", "--python", str(python)]
    quiet = ["install", "--quiet", "--disable-pip-version-check", "--no-input"]
    around = Surroundings(variables={**around_pip().variables, **variables})
    return run_program([*command, *quiet, *words], folder, around)


def around_pip() -> Surroundings:
    """The settings of pip on this machine, but for those that lead it elsewhere."""
    mine = {name: value for name, value in os.environ.items() if name.upper() in _PASSED_ON}
    pips = {name: value for name, value in os.environ.items() if name.startswith("PIP_")}
    kept = {name: value for name, value in pips.items() if name not in _OURS}
    return Surroundings(variables={**mine, **kept})
