"""The tutorial runs as it is written: its commands, its files and what they print."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

import pytest
from docs.make.examples import blocks, commands
from docs.make.pages import DOCS
from tests.docs.conftest import SITE, Publish, Run, patched
from tests.source.loopback import Loopback, says

from specmend.source import fetch

PAGE = "tutorial.md"
TEXT = (DOCS / PAGE).read_text("utf-8")
UPSTREAM, STEP = blocks(PAGE, "yaml")
SETTINGS, PIN = blocks(PAGE, "toml")
(PROGRAM,) = blocks(PAGE, "python")
CORRECTED, MOVED = blocks(PAGE, "diff")
WALK = commands(PAGE)


def test_the_walk_prints_what_the_page_shows(
    run: Run, publish: Publish, server: Loopback, tmp_path: Path
) -> None:
    publish(UPSTREAM, "1.4", dt.date(2025, 2, 1))
    assert len(WALK) == 12
    for command, printed in WALK:
        if "fetch petstore --check" in command:
            publish(patched(UPSTREAM, MOVED), "1.5", dt.date(2025, 3, 1))
        assert run(command) == printed
        if command.startswith("specmend init"):
            check_first_files(tmp_path, server)
        if command == "specmend check":
            check_corrections(tmp_path)
            check_client(tmp_path, server)


def test_the_walk_can_be_followed_with_a_file(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "petstore.yaml"
    file.write_bytes(UPSTREAM.encode())
    monkeypatch.setattr(fetch, "utc_today", lambda: dt.date(2025, 2, 1))
    for command, printed in WALK:
        if "fetch petstore --check" in command:
            file.write_bytes(patched(UPSTREAM, MOVED).encode())
            monkeypatch.setattr(fetch, "utc_today", lambda: dt.date(2025, 3, 1))
        assert run(command.replace(f"{SITE}/openapi.yaml", "petstore.yaml")) == printed


def check_first_files(folder: Path, server: Loopback) -> None:
    files = {
        "specmend.toml": SETTINGS,
        "spec/petstore/pin.toml": PIN,
        "spec/petstore/upstream.yaml": UPSTREAM,
    }
    for name, shown in files.items():
        assert (folder / name).read_text("utf-8").replace(server.url, SITE) == shown


def check_corrections(folder: Path) -> None:
    step = folder / "patches/petstore/0001-let-a-pet-have-no-name.yaml"
    assert step.read_text("utf-8") == STEP
    sanitized = (folder / "spec/petstore/sanitized.yaml").read_text("utf-8")
    assert sanitized == patched(UPSTREAM, CORRECTED)


def check_client(folder: Path, server: Loopback) -> None:
    server.scripts["/api/pets/17"] = says(b'{"id": 17}', Content_Type="application/json")
    program = PROGRAM.replace("Client()", f"Client(base_url={server.url + '/api'!r})")
    ran = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": str(folder / "generated" / "petstore")},
        capture_output=True,
        text=True,
        check=True,
    )
    assert f"prints `{ran.stdout.strip()}`" in TEXT
