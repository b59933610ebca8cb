"""What GitHub makes of a page of Markdown: its own parser, and what it links in plain text."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Final

import cmarkgfm  # type: ignore[import-untyped]

UNSAFE: Final = 1 << 17
"""CMARK_OPT_UNSAFE: HTML stays HTML."""

MENTIONS: Final = re.compile(r"(?<![\w`])@\w|#\d|\bGH-\d|https?://|\bwww\.", re.IGNORECASE)
"""What is a mention or a link where it stands in plain text."""


class OnGitHub(HTMLParser):
    """The tags of a page, the links, the plain text outside of code, and the rows of tables."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.plain = ""
        self.words = ""
        self.cells: list[int] = []
        self._inside: list[str] = []
        self.feed(cmarkgfm.github_flavored_markdown_to_html(page, UNSAFE))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self._inside.append(tag)
        self.links += [value or "" for name, value in attrs if name in {"href", "src"}]
        if tag == "tr":
            self.cells.append(0)
        elif tag in {"td", "th"}:
            self.cells[-1] += 1

    def handle_endtag(self, tag: str) -> None:
        assert self._inside.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data
        if not {"code", "pre", "a"}.intersection(self._inside):
            self.plain += data

    @property
    def mentions(self) -> list[str]:
        """What GitHub would make a mention or a link of."""
        return MENTIONS.findall(self.plain)
