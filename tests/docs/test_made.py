"""The tables and pictures of docs/ are those that the code makes."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from docs.make.__main__ import main, stale_files
from docs.make.pages import DOCS, ROOT
from docs.make.pictures.table import PICTURES

from specmend.cli.main import COMMANDS

SVG = "{http://www.w3.org/2000/svg}"


def test_nothing_is_out_of_date(capsys: pytest.CaptureFixture[str]) -> None:
    assert not stale_files(), "run make docs"
    assert main(["--check"]) == 0
    assert not capsys.readouterr().out


def test_every_command_has_its_section() -> None:
    page = (DOCS / "reference" / "commands.md").read_text("utf-8")
    headings = [line[4:] for line in page.splitlines() if line.startswith("### ")]
    assert sorted(headings) == sorted(COMMANDS)


def test_every_picture_is_on_a_page_with_words_in_its_place() -> None:
    pages = [ROOT / "README.md", *DOCS.rglob("*.md")]
    shown = re.findall(r"!\[([^\]]+)\]\([^)]*?([\w-]+)\.svg\)", "".join(map(_read, pages)))
    assert {name for _, name in shown} == set(PICTURES)
    assert all(len(words) > 20 for words, _ in shown)


def _read(path: Path) -> str:
    return path.read_text("utf-8")


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_has_words_for_a_screen_reader_and_needs_nothing_from_elsewhere(
    name: str,
) -> None:
    text = (DOCS / "pictures" / f"{name}.svg").read_text("utf-8")
    root = ET.fromstring(text)  # noqa: S314 - our own file
    title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert title.text
    assert description is not None
    assert len(description.text or "") > 40
    assert "prefers-color-scheme: dark" in text
    addresses = text.replace("http://www.w3.org/2000/svg", "").count("url(")
    assert addresses == 0
    assert not list(root.iter(f"{SVG}image"))
    assert not list(root.iter(f"{SVG}script"))
