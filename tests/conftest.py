"""Settings of every test, and the insistence that tests of real documents ran where asked for."""

from __future__ import annotations

import functools
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from tests.at_hand import generators_at_hand

pytest_plugins = ["tests.passed"]

# Every run tries other examples; a failing one prints the blob for @reproduce_failure.
settings.register_profile(
    "specmend",
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("specmend")

if os.name == "nt":
    # Tests compare bytes: the text that they write keeps its line breaks on Windows, too.
    write_text = functools.partialmethod(Path.write_text, newline="\n")
    setattr(Path, "write_text", write_text)  # noqa: B010 - the type checker knows the method

REQUIRED = "SPECMEND_REQUIRE_SHARED"
ran: list[str] = []
skipped: list[str] = []


@pytest.fixture(scope="session", autouse=True)
def _generators() -> Iterator[None]:
    with generators_at_hand():
        yield


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test that needs what only POSIX systems have, by the name of what it needs."""
    for marker in item.iter_markers("posix"):
        if os.name != "posix":
            pytest.skip(f"only POSIX systems have {marker.args[0]}")


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Note each test of real documents that ran, and each that was skipped."""
    if "shared" in report.keywords:
        if report.skipped:
            skipped.append(report.nodeid)
        elif report.when == "call":
            ran.append(report.nodeid)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail a run that had to test real documents and did not; a worker knows only its part."""
    is_worker = hasattr(session.config, "workerinput")
    if os.environ.get(REQUIRED) and not is_worker and (skipped or not ran):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many tests of real documents ran."""
    terminalreporter.write_line(
        f"tests of real documents: {len(ran)} ran, {len(skipped)} were skipped"
    )
