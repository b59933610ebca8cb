"""The real documents: in the folder `shared` beside the repository, or in SPECMEND_SHARED."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

SHARED = Path(os.environ.get("SPECMEND_SHARED", Path(__file__).parents[3] / "shared"))
UPSTREAM = SHARED / "upstream"


def upstream_documents() -> list[Path]:
    """Every real YAML document, in a fixed order; none where the folder is absent."""
    return sorted(UPSTREAM.rglob("*.yaml"))


def each_upstream_document() -> pytest.MarkDecorator:
    """Run a test once for each real document, as the argument `path`."""
    absent = pytest.param(
        Path("none"), marks=pytest.mark.skip(reason="the real documents are absent")
    )
    documents: list[Any] = [*upstream_documents()] or [absent]
    return pytest.mark.parametrize(
        "path", documents, ids=lambda path: f"{path.parent.name}/{path.stem}"
    )
