"""Lets twine work without a word of its own: what there is to say, we say."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from importlib.util import find_spec

from specmend.errors import OutsideError, Problem


@contextmanager
def quiet_twine() -> Iterator[None]:
    """A context in which twine neither prints nor logs; raises OutsideError where it is missing."""
    if find_spec("twine") is None:
        message = "twine is not installed, which checks and uploads the archives"
        advice = "pip install 'specmend[release]'"
        raise OutsideError(Problem(message=message, advice=advice))
    silent = logging.NullHandler()
    logger = logging.getLogger("twine")
    propagates = logger.propagate
    logger.addHandler(silent)
    logger.propagate = False
    try:
        with redirect_stdout(io.StringIO()):
            yield
    finally:
        logger.propagate = propagates
        logger.removeHandler(silent)
