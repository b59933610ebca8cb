"""The command `renumber`: all steps numbered again, in their order."""

from __future__ import annotations

from tests.cli.project import Folder


def test_renumbering_leaves_gaps_and_closes_them(three: Folder) -> None:
    assert three.run("renumber", "pets", "--by", "10").code == 0
    assert three.steps() == ["0010-move-the-prefix.yaml", "0020-a.yaml", "0030-b.yaml"]
    assert "3 steps renumbered" in three.run("renumber", "pets").out
    assert three.steps() == ["0001-move-the-prefix.yaml", "0002-a.yaml", "0003-b.yaml"]
    assert "0 steps renumbered" in three.run("renumber", "pets").out
