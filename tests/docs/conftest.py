"""A folder to run the examples of the pages in, and a server that publishes their documents."""

from __future__ import annotations

import datetime as dt
import shlex
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.source.loopback import Loopback, remembers, says, serving

from specmend.cli.main import main
from specmend.source import fetch

SITE = "https://petstore.example"
HTML = b"<!doctype html><title>The pet store for developers</title>"

Run = Callable[[str], str]
Publish = Callable[[str, str, dt.date], None]


def patched(text: str, diff: str) -> str:
    """A text after the changes of a diff, each of which must fit at one place."""
    for hunk in diff.split("@@\n"):
        lines = hunk.splitlines(keepends=True)
        old = "".join(line[1:] for line in lines if line[0] in " -")
        new = "".join(line[1:] for line in lines if line[0] in " +")
        assert text.count(old) == 1
        text = text.replace(old, new)
    return text


@pytest.fixture
def server() -> Iterator[Loopback]:
    with serving() as site:
        site.scripts["/docs"] = says(HTML)
        yield site


@pytest.fixture
def publish(server: Loopback, monkeypatch: pytest.MonkeyPatch) -> Publish:
    """Let the owner publish a text as a version of the document, on a day."""

    def publish_text(text: str, version: str, day: dt.date) -> None:
        server.scripts["/openapi.yaml"] = remembers(text.encode(), ETag=f'"{version}"')
        monkeypatch.setattr(fetch, "utc_today", lambda: day)

    return publish_text


@pytest.fixture
def run(
    server: Loopback,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Run:
    """Run a command line in an empty folder; gives what it prints, without its progress."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "120")

    def run_line(line: str) -> str:
        words = shlex.split(line.replace("\\\n", " ").replace(SITE, server.url))
        monkeypatch.setattr(sys, "argv", words)
        with pytest.raises(SystemExit):
            main()
        printed = capsys.readouterr()
        lines = (printed.out + printed.err).replace(server.url, SITE).splitlines(keepends=True)
        return "".join(one for one in lines if not one.endswith(" …\n"))

    return run_line
