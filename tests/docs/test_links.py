"""Every relative link of the pages leads to a file, and to a heading in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from docs.make.markdown import slug
from tests.repository import ROOT

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"!?\[(?:[^\[\]]|\[[^\]]*\])*\]\(([^)\s]+)\)")


def shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def prose(path: Path) -> str:
    """A page without its code blocks."""
    return re.sub(r"^```.*?^```$", "", path.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)


def anchors(path: Path) -> set[str]:
    headings = re.findall(r"^#+ (.*)$", prose(path), re.MULTILINE)
    return {slug(heading) for heading in headings}


def faults(page: Path) -> list[str]:
    """The links of a page that lead nowhere."""
    lost = []
    for link in LINK.findall(prose(page)):
        if re.match(r"[a-z]+:", link):
            continue
        name, _, anchor = link.partition("#")
        target = (page.parent / name).resolve() if name else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            lost.append(link)
    return lost


def test_there_are_pages_with_links() -> None:
    assert len(PAGES) > 15
    assert LINK.findall(prose(ROOT / "README.md"))


@pytest.mark.parametrize("page", PAGES, ids=shown)
def test_every_relative_link_leads_somewhere(page: Path) -> None:
    assert not faults(page)


def test_a_link_that_leads_nowhere_is_found(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# A page\n[here](#a-page) [gone](gone.md) [no](#heading)\n", "utf-8")
    assert faults(page) == ["gone.md", "#heading"]


def test_every_page_of_docs_is_linked_from_another_one() -> None:
    linked = set()
    for page in PAGES:
        for link in LINK.findall(prose(page)):
            linked.add((page.parent / link.partition("#")[0]).resolve())
    pages = {page for page in PAGES if page.is_relative_to(ROOT / "docs")}
    assert pages <= linked


@pytest.mark.parametrize("name", ["ARCHITECTURE.md", "CONTRIBUTING.md"])
def test_every_module_that_is_named_exists(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    modules = set(re.findall(r"`([\w/]+\.(?:py|jinja|yml))`", text)) - {"tests/a/test_b.py"}
    folders = [ROOT / folder for folder in ("tools", "tests", "docs", ".github")]
    files = [path.as_posix() for folder in folders for path in folder.rglob("*.*")]
    assert len(modules) > 3
    missing = {one for one in modules if not any(file.endswith(f"/{one}") for file in files)}
    # Modules of generated packages, and the example of how tests mirror the tree.
    generated = {"client.py", "_request.py", "_response.py", "tools/specmend/a/b.py"}
    assert missing - generated == set()
