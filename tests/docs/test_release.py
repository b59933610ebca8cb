"""The guide on releases walks from a merged change to an installed package, on an index."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from docs.make.examples import blocks, commands
from docs.make.pages import DOCS
from tests.docs.conftest import Run
from tests.project.in_git import Repository
from tests.release.conftest import index, made  # noqa: F401 - fixtures of a release
from tests.release.fake_index import FakeIndex

PAGE = "guides/release.md"
TEXT = (DOCS / PAGE).read_text("utf-8")
SITE = "https://packages.example"
WALK = [(line, shown) for line, shown in commands(PAGE) if line.startswith("specmend")]
(SETTINGS,) = blocks(PAGE, "toml")
pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="there is no git")


def settled(text: str, site: str) -> str:
    """A text with the address of the page, and without what is other in each build."""
    bare = re.sub(r"\b[0-9a-f]{12,64}\b", "DIGEST", text.replace(site, SITE))
    # The package needs others from the network; tests/interop/rehearsal installs it.
    return re.sub(r"^  install .*\n", "", bare, flags=re.MULTILINE)


def test_the_walk_prints_what_the_page_shows(
    made: Repository,  # noqa: F811
    index: FakeIndex,  # noqa: F811
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    made.write("specmend.toml", made.read("specmend.toml") + SETTINGS.replace(SITE, index.url))
    made.commit("Name our index")
    monkeypatch.chdir(made.project)
    assert len(WALK) == 5
    for line, shown in WALK:
        assert settled(run(line), index.url) == settled(shown, SITE), line
        # What is prepared is merged.
        made.git("push", "--quiet", "origin", "main")
    assert_installs(index, tmp_path / "site")


def assert_installs(index: FakeIndex, folder: Path) -> None:  # noqa: F811
    """Do what the page says of pip; what the package needs is here already."""
    (line,) = re.findall(r"^\$ pip (install --index-url .*)$", TEXT, re.MULTILINE)
    words = line.replace(SITE, index.url).split()
    apart = ["--quiet", "--no-deps", "--no-cache-dir", "--target", str(folder)]
    subprocess.run([sys.executable, "-m", "pip", *words, *apart], check=True)
    assert (folder / "pets" / "__init__.py").is_file()
    assert (folder / "pets-0.1.0.dist-info").is_dir()
