"""Finds the build backend that made a package: the one that is installed, or another version."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from specmend.errors import OutsideError, Problem
from specmend.release.archives import BACKEND
from specmend.release.environments import install_into, make_environment
from specmend.release.programs import Ended

_MADE_BY: Final = re.compile(rf"^Generator: {BACKEND} ([0-9][0-9A-Za-z.+!]*)$", re.MULTILINE)


def backend_told(members: Mapping[str, bytes]) -> str:
    """The version of the backend that a wheel says it was made by; empty where it says none.

    `members` are its files. It is the field Generator of the binary distribution format.
    """
    for name, data in members.items():
        if name.endswith(".dist-info/WHEEL"):
            found = _MADE_BY.search(data.decode("utf-8", "replace"))
            return found[1] if found else ""
    return ""


@contextmanager
def python_with_backend(wanted: str) -> Iterator[str]:
    """A Python that has this version of the backend: our own, or one that is made meanwhile.

    Without a version, it is our own. Raises OutsideError where that version cannot be installed.
    """
    if wanted in {"", _installed()}:
        yield sys.executable
        return
    with TemporaryDirectory() as name:
        folder = Path(name)
        python, made = make_environment(folder)
        _refuse(wanted, made)
        _refuse(wanted, install_into(python, [f"{BACKEND}=={wanted}"], folder))
        yield str(python)


def _installed() -> str:
    try:
        return version(BACKEND)
    except PackageNotFoundError:
        return ""


def _refuse(wanted: str, ended: Ended) -> None:
    if ended.code:
        raise OutsideError(
            Problem(
                message=f"{BACKEND} {wanted}, which made the package, cannot be installed here",
                found=ended.words,
                advice=f"look at the network, or install it first: pip install {BACKEND}=={wanted}",
            )
        )
