"""Twine says nothing of its own, and logging is afterwards as it was."""

from __future__ import annotations

import logging
import sys

import pytest

from specmend.errors import OutsideError
from specmend.release.quiet import quiet_twine


def test_twine_neither_prints_nor_logs(capfd: pytest.CaptureFixture[str]) -> None:
    logger = logging.getLogger("twine")
    before = (logger.propagate, list(logger.handlers))
    with quiet_twine():
        from twine.commands.check import check

        sys.stdout.write("Uploading")
        assert check([]) is False
        logger.warning("Received a status")
    assert capfd.readouterr() == ("", "")
    assert (logger.propagate, list(logger.handlers)) == before


def test_a_missing_twine_is_told_with_the_way_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "twine", None)
    with pytest.raises(OutsideError) as raised, quiet_twine():
        pass
    (problem,) = raised.value.problems
    assert problem.advice == "pip install 'specmend[release]'"
