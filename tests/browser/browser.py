"""A real browser that looks at pages of ours: headless Chromium, as the distribution has it."""

from __future__ import annotations

import base64
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

NAMES: Final = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
REQUIRED: Final = "SPECMEND_REQUIRE_BROWSER"
"""Where this is set, a test that finds no browser fails; else it is skipped."""

_COLORS: Final = """async (png) => {
  const image = new Image();
  image.src = "data:image/png;base64," + png;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.width; canvas.height = image.height;
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const data = context.getImageData(0, 0, image.width, image.height).data, found = {};
  for (let at = 0; at < data.length; at += 4 * 7) {
    const color = data[at] * 65536 + data[at + 1] * 256 + data[at + 2];
    found[color] = (found[color] || 0) + 1;
  }
  return [image.width, image.height, found];
}"""


@contextmanager
def open_browser() -> Iterator[Browser]:
    """The browser; skips the test where there is none, or fails it where there must be one."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        message = f"no browser of the names {', '.join(NAMES)}"
        if os.environ.get(REQUIRED):
            pytest.fail(message)
        pytest.skip(message)
    api = pytest.importorskip("playwright.sync_api")
    with api.sync_playwright() as started:
        # Without a sandbox a container of CI can start it, too; it sees our own pages alone.
        browser = started.chromium.launch(executable_path=path, args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def opened(browser: Browser, html: str) -> Iterator[Page]:
    """A page in a window of its own; it asks for nothing from outside."""
    context = browser.new_context()
    try:
        page = context.new_page()
        page.set_default_timeout(20_000)
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.set_content(html)
        yield page
        assert asked == []
    finally:
        context.close()


def colors(browser: Browser, png: bytes) -> tuple[int, int, list[tuple[int, ...]]]:
    """The width and height of a picture, and the colors of many pixels, the most frequent first."""
    page = browser.new_page()
    try:
        encoded = base64.b64encode(png).decode()
        width, height, found = page.evaluate(_COLORS, encoded)
    finally:
        page.close()
    counts: dict[str, int] = found
    ranked = map(int, sorted(counts, key=lambda color: -counts[color]))
    return width, height, [tuple(color.to_bytes(3, "big")) for color in ranked]
