"""Our own workflows, and those that the guide on CI shows, from the templates of `init --ci`."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from docs.make.pages import DOCS, ROOT

from specmend.project.workflows import ALL, RELEASE, REVIEW, UPSTREAM, workflow

SHOWN: Final = DOCS / "guides" / "workflows"
"""The folder of those that the guide shows."""
_OWN: Final = ROOT / ".github" / "workflows"
_HERE: Final = ("make .venv/.ready", 'echo "$PWD/.venv/bin" >> "$GITHUB_PATH"')
_RELEASE: Final = (
    "pip install --require-hashes -r .github/release.lock",
    "pip install --no-deps --no-build-isolation --editable .",
)
_LOCKED: Final = "pip install --require-hashes -r requirements.lock"


def made_workflows() -> dict[Path, str]:
    """All workflows that are made, by their paths."""
    return {SHOWN / name: text for name, text in shown().items()} | {
        _OWN / "review.yml": workflow(REVIEW, install="", own_install=_HERE),
        _OWN / "upstream.yml": workflow(UPSTREAM, install=" && ".join(_HERE), test="make test"),
        _OWN / "release.yml": workflow(RELEASE, install="", own_install=_RELEASE),
    }


def shown() -> dict[str, str]:
    """The workflows that the guide shows, by the names of their files."""
    return {name: workflow(name, install=_LOCKED) for name in ALL}
