"""Our own workflows, and those that the guide on CI shows, from the templates of `init --ci`."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from docs.make.pages import DOCS, ROOT

from specmend.project.workflows import CHECK, REVIEW, UPSTREAM, workflow

SHOWN: Final = DOCS / "guides" / "workflows"
"""The folder of those that the guide shows."""
_OWN: Final = ROOT / ".github" / "workflows"
_SET_UP: Final = 'make .venv/.ready && echo "$PWD/.venv/bin" >> "$GITHUB_PATH"'
_LOCKED: Final = "pip install --require-hashes -r requirements.lock"


def made_workflows() -> dict[Path, str]:
    """All workflows that are made, by their paths."""
    return {SHOWN / name: text for name, text in shown().items()} | {
        _OWN / "review.yml": workflow(REVIEW, install="", is_reusable=True),
        _OWN / "upstream.yml": workflow(UPSTREAM, install=_SET_UP, test="make test"),
    }


def shown() -> dict[str, str]:
    """The workflows that the guide shows, by the names of their files."""
    return {name: workflow(name, install=_LOCKED) for name in (CHECK, REVIEW, UPSTREAM)}
