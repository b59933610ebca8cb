"""What must hold for every page of ours in a browser, whatever it says."""

from __future__ import annotations

import importlib.resources
import itertools
from typing import TYPE_CHECKING, Any, Final, Literal

from tests.browser.browser import colors, opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Scheme = Literal["light", "dark"]
Media = Literal["screen", "print"]

PAPER: Final[dict[Scheme, tuple[int, int, int]]] = {"light": (255, 255, 255), "dark": (18, 22, 28)}
WAYS: Final[tuple[tuple[Scheme, int, Media], ...]] = (
    ("light", 1200, "screen"),
    ("dark", 1200, "screen"),
    ("light", 400, "screen"),
    ("dark", 400, "screen"),
    ("light", 800, "print"),
)
"""The color scheme, the width of the window in pixels, and whether it is for paper."""

_WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
_HEADINGS = "[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(one => +one.tagName[1])"
_SCROLLED = """[...document.querySelectorAll('body *')].filter(one =>
  one.scrollWidth > one.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(one).overflowX)
).map(one => [one.tabIndex, one.getAttribute('role'),
  !!(one.getAttribute('aria-label') || one.getAttribute('aria-labelledby'))])"""
_BROKEN = """axe.run(document, {resultTypes: ['violations']}).then(found =>
  found.violations.map(one => [one.id, one.nodes.slice(0, 3).map(node => node.html.slice(0, 120))])
)"""
_IDS = "[...document.querySelectorAll('[id]')].map(one => one.id)"
_LINKS = "[...document.querySelectorAll('a[href^=\"#\"]')].map(one => one.hash.slice(1))"
_HEADERS = "[...document.querySelectorAll('th')].filter(one => !one.scope).length"
_ACTIVE = "[document.activeElement.tagName.toLowerCase(), document.activeElement.id]"


def check(browser: Browser, html: str) -> None:
    """Look at a page in every way, and use it with the keyboard."""
    assert "<script" not in html
    with opened(browser, html) as page:
        for scheme, width, media in WAYS:
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(media=media, color_scheme=scheme)
            where = f"{scheme}, {width} pixels, {media}"
            assert page.evaluate(_WIDER) <= 0, f"the page is wider than its window: {where}"
            if (width, media) == (1200, "screen"):
                _is_drawn(browser, page, scheme, width)
                _is_accessible(page, where)
        page.set_viewport_size({"width": 400, "height": 900})
        page.emulate_media(media="screen")
        _has_order(page)
        _has_a_keyboard(page)


def _is_drawn(browser: Browser, page: Page, scheme: Scheme, width: int) -> None:
    """The picture has the width of the window, paper of the scheme, and ink on it."""
    drawn_width, height, found = colors(browser, page.screenshot())
    assert (drawn_width, height) == (width, 900)
    assert found[0] == PAPER[scheme]
    assert len(found) > 10


def _is_accessible(page: Page, where: str) -> None:
    """No rule of axe-core is broken: contrast, names, order of headings, tables, scrolling."""
    axe = importlib.resources.files("axe_playwright_python").joinpath("axe.min.js")
    page.evaluate(axe.read_text("utf-8"))
    assert page.evaluate(_BROKEN) == [], where


def _has_order(page: Page) -> None:
    headings: list[int] = page.evaluate(_HEADINGS)
    assert headings[0] == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(headings))
    ids: list[str] = page.evaluate(_IDS)
    assert len(ids) == len(set(ids))
    assert set(page.evaluate(_LINKS)) <= set(ids)
    assert page.evaluate(_HEADERS) == 0
    scrolled: list[Any] = page.evaluate(_SCROLLED)
    assert all(one == [0, "region", True] for one in scrolled)


def _has_a_keyboard(page: Page) -> None:
    """The first key leads past the head of the page; a folded part opens without a mouse."""
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate(_ACTIVE) == ["main", "main"]
    folded = page.locator("details:not([open]) > summary")
    if folded.count():
        first = folded.first.element_handle()
        assert first is not None
        first.focus()
        page.keyboard.press("Enter")
        assert first.evaluate("one => one.parentElement.open")
