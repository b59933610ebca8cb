"""The command `export`: one file for any Overlay tool."""

from __future__ import annotations

from tests.cli.project import Folder

from specmend.document.text.document import parse_document
from specmend.document.tree.values import same
from specmend.steps.exchange.export import replay


def test_the_overlay_gives_the_sanitized_document(folder: Folder) -> None:
    assert folder.run("apply").code == 0
    overlay = parse_document(folder.run("export", "pets").out, "overlay.yaml").tree
    upstream = parse_document(folder.read("spec/pets/upstream.yaml"), "upstream.yaml").tree
    sanitized = parse_document(folder.read("spec/pets/sanitized.yaml"), "sanitized.yaml").tree
    assert same(replay(upstream, overlay), sanitized)
    assert overlay["info"]["title"] == "What specmend changes in pets"


def test_it_is_written_where_it_is_asked_for(folder: Folder) -> None:
    to = folder.root / "out" / "overlay.yaml"
    ran = folder.run("export", "pets", "--output", str(to))
    assert ran.code == 0
    assert "wrote out/overlay.yaml" in ran.out
    assert to.read_text("utf-8") == folder.run("export", "pets").out


def test_a_series_that_does_not_apply_is_not_exported(folder: Folder) -> None:
    step = "patches/pets/0001-move-the-prefix.yaml"
    folder.write(step, folder.read(step).replace("matches: 2", "matches: 9"))
    before = folder.files()
    assert folder.run("export", "pets", "--output", str(folder.root / "o.yaml")).code == 1
    assert folder.files() == before


def test_no_steps_are_no_overlay(folder: Folder) -> None:
    (folder.root / "patches/pets/0001-move-the-prefix.yaml").unlink()
    ran = folder.run("export", "pets")
    assert ran.code == 1
    assert "pets has no steps to export" in ran.err
