"""The pages with tables made from the code; cog fills in what stands between its marks."""

from __future__ import annotations

from pathlib import Path

from cogapp import Cog  # type: ignore[import-untyped]

DOCS = Path(__file__).resolve().parents[1]
ROOT = DOCS.parent


def made_pages() -> dict[Path, str]:
    """Every page with a mark of cog, by its path, as it should be."""
    paths = sorted([ROOT / "ARCHITECTURE.md", *DOCS.rglob("*.md")])
    pages = {path: path.read_text("utf-8") for path in paths}
    return {path: _filled(text, path) for path, text in pages.items() if "[[[cog" in text}


def _filled(text: str, path: Path) -> str:
    return str(Cog().process_string(text, fname=str(path)))
