"""Which tests passed in one run, so that another run of the same code can leave them out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

NOTE = "--note-passed"
WITHOUT = "--without-passed"


def pytest_addoption(parser: pytest.Parser) -> None:
    """The two options, each with the path of a file that holds a JSON list of tests."""
    group = parser.getgroup("specmend")
    group.addoption(NOTE, type=Path, metavar="FILE", help="write which tests passed")
    group.addoption(WITHOUT, type=Path, metavar="FILE", help="leave out the tests that passed")


def pytest_configure(config: pytest.Config) -> None:
    """Note what passes; the workers of a run leave that to the process that started them."""
    file = config.getoption(NOTE)
    if file is not None and not hasattr(config, "workerinput"):
        config.pluginmanager.register(Notes(file))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out each test that passed, and no other."""
    left_out = passed_before(config)
    config.hook.pytest_deselected(items=[item for item in items if item.nodeid in left_out])
    items[:] = [item for item in items if item.nodeid not in left_out]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many tests another run is trusted with."""
    left_out = passed_before(terminalreporter.config)
    if left_out:
        terminalreporter.write_line(f"tests that passed before and were left out: {len(left_out)}")


def passed_before(config: pytest.Config) -> frozenset[str]:
    """The tests that this run was told to leave out."""
    file = config.getoption(WITHOUT)
    return frozenset(json.loads(file.read_bytes()) if file is not None else ())


class Notes:
    """The tests that passed: set up, run and torn down without a failure or a skip."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._passed: dict[str, bool] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note one phase of a test."""
        self._passed[report.nodeid] = self._passed.get(report.nodeid, True) and report.passed

    def pytest_sessionfinish(self) -> None:
        """Write the list."""
        passed = [name for name, is_whole in self._passed.items() if is_whole]
        self._file.write_text(json.dumps(passed), encoding="utf-8")
