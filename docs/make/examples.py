"""What the pictures take from the pages whose examples are run by the tests."""

from __future__ import annotations

import re

from docs.make.pages import DOCS


def blocks(page: str, language: str) -> list[str]:
    """The texts of a page's code blocks of a language, in order."""
    text = (DOCS / page).read_text("utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def commands(page: str) -> list[tuple[str, str]]:
    """Each command of a page's console blocks, over all of its lines, and what it prints."""
    pattern = r"^\$ (specmend (?:.*\\\n)*.*)\n((?:(?!\$).*\n)*)"
    found = (re.findall(pattern, block, re.MULTILINE) for block in blocks(page, "console"))
    return [command for block in found for command in block]
