"""The list of the pictures."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from docs.make.pages import DOCS
from docs.make.pictures.conflict import conflict
from docs.make.pictures.drift import drift
from docs.make.pictures.flow import flow
from docs.make.pictures.side_by_side import side_by_side
from docs.make.pictures.terminal import terminal

PICTURES: Final[Mapping[str, Callable[[], str]]] = {
    "flow": flow,
    "side-by-side": side_by_side,
    "conflict": conflict,
    "drift": drift,
    "terminal": terminal,
}


def made_pictures() -> dict[Path, str]:
    """Every picture by its path."""
    return {DOCS / "pictures" / f"{name}.svg": draw() for name, draw in PICTURES.items()}
