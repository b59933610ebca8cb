"""A small project on disk, for the tests of what an update reads and writes."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Final

from specmend.settings.layout import ApiLayout
from specmend.settings.settings import ApiSettings

UPSTREAM: Final = "openapi: 3.0.3\ninfo: {title: Pets, version: '1'}\npaths: {}\nx-a: 1\n"
NEWER: Final = UPSTREAM.replace("x-a: 1", "x-a: 5")
STEP: Final = """\
overlay: 1.1.0
info: {title: A step, version: 1.0.0, x-reason: It is needed.}
actions:
  - target: $['x-a']
    update: 2
    x-expect: {matches: 1, before: 1}
"""
OPEN: Final = STEP + "    x-conflict: {verdict: conflict, message: both changed it}\n"


def make_project(root: Path, step: str = STEP, source: str = "") -> ApiLayout:
    """An API with a pinned document and one step."""
    settings = ApiSettings(package="pets", source=source)
    api = ApiLayout(name="pets", root=root, settings=settings)
    for folder in (api.pin.parent, api.steps, api.journal.parent):
        folder.mkdir(parents=True)
    api.upstreams[0].write_bytes(UPSTREAM.encode())
    digest = hashlib.sha256(UPSTREAM.encode()).hexdigest()
    api.pin.write_text(f'origin = "there"\ndate = 2025-02-01\nsha256 = "{digest}"\n', "utf-8")
    (api.steps / "0001-a-step.yaml").write_text(step, "utf-8")
    return api


def write_newer(root: Path, text: str = NEWER, name: str = "newer.yaml") -> Path:
    """A document beside the project."""
    file = root / name
    file.write_bytes(text.encode())
    return file
