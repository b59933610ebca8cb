"""The walk of docs/upstream.md goes as it is told: its commands run against a server that publishes its document."""

from __future__ import annotations

import datetime as dt
import re
import shlex
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.repository import ROOT
from tests.source.loopback import Loopback, remembers, says, serving

from specmend.cli import fetch, init
from specmend.cli.main import main

PAGE = (ROOT / "docs" / "upstream.md").read_text("utf-8")
SITE = "https://petstore.example"
ADDRESS = f"{SITE}/openapi.yaml"
HTML = b"<!doctype html><title>The pet store for developers</title>"
CONSOLES = re.findall(r"^```console\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
COMMANDS = [
    (command, told)
    for block in CONSOLES
    for command, told in re.findall(r"^\$ specmend (.*)\n((?:(?!\$).*\n)*)", block, re.MULTILINE)
]
UPSTREAM = re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)[0]
SETTINGS, PIN = re.findall(r"^```toml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
HUNKS = re.findall(r"^```diff\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)[0].split("@@\n")


def moved(text: str) -> str:
    """The document after the change that the page shows."""
    for hunk in HUNKS:
        lines = hunk.splitlines(keepends=True)
        old, new = ("".join(line[1:] for line in lines if line[0] in kept) for kept in (" -", " +"))
        assert text.count(old) == 1
        text = text.replace(old, new)
    return text


@pytest.fixture
def server() -> Iterator[Loopback]:
    with serving() as made:
        made.scripts["/docs"] = says(HTML)
        yield made


@pytest.fixture
def ran(
    server: Loopback,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Callable[[str], str]:
    """All that a command line prints in an empty folder, but for its progress; the site of the page is the server."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "120")

    def run(line: str) -> str:
        monkeypatch.setattr(sys, "argv", ["specmend", *shlex.split(line.replace(SITE, server.url))])
        with pytest.raises(SystemExit):
            main()
        printed = capsys.readouterr()
        shown = (printed.out + printed.err).replace(server.url, SITE)
        return "".join(
            said for said in shown.splitlines(keepends=True) if not said.endswith(" …\n")
        )

    return run


def publish(
    server: Loopback, monkeypatch: pytest.MonkeyPatch, text: str, version: str, day: dt.date
) -> None:
    """Let the owner publish a document, and us look at it on a day."""
    server.scripts["/openapi.yaml"] = remembers(text.encode(), ETag=f'"{version}"')
    for module in (fetch, init):
        monkeypatch.setattr(module, "today", lambda: day)


def test_the_walk_goes_as_it_is_told(
    server: Loopback, ran: Callable[[str], str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert len(COMMANDS) >= 9
    publish(server, monkeypatch, UPSTREAM, "1.4", dt.date(2025, 2, 1))
    for number, (command, told) in enumerate(COMMANDS):
        if "--check" in command:
            publish(server, monkeypatch, moved(UPSTREAM), "1.5", dt.date(2025, 3, 1))
        assert ran(command) == told
        if number == 0:
            assert (tmp_path / "specmend.toml").read_text("utf-8").replace(
                server.url, SITE
            ) == SETTINGS
            assert (tmp_path / "spec/petstore/pin.toml").read_text("utf-8").replace(
                server.url, SITE
            ) == PIN
            assert (tmp_path / "spec/petstore/upstream.yaml").read_text("utf-8") == UPSTREAM


def test_what_the_page_says_of_limits_is_so() -> None:
    from specmend.source import web

    assert f"silence of {web.SILENCE:g} seconds" in PAGE
    assert f"{web.LONGEST:g} seconds in all" in PAGE
    assert len(web.PAUSES) == 3
    assert "three more times" in PAGE
    assert web.MOST_HOPS == 5
    assert "at most five" in PAGE
    passing = re.findall(r"a broken answer, ([\d, ]+)\)", PAGE)[0]
    assert {int(status) for status in passing.split(", ")} == web.PASSING
