"""Proposed steps shown as a table, and written."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.project import Folder

from specmend.cli.proposals import deliver
from specmend.errors import RepositoryError
from specmend.project.proposals import Proposals, import_file
from specmend.project.repository import Project

OVERLAY = """\
overlay: 1.1.0
info: {title: Mend, version: 1.0.0}
actions:
  - {target: $.info.title, update: Cats}
"""


@pytest.fixture
def proposals(folder: Folder) -> Proposals:
    file = folder.write("mend.yaml", OVERLAY)
    return import_file(Project.find(folder.root).api("pets"), Path(file))


def test_a_dry_run_shows_the_table_alone(
    proposals: Proposals, capsys: pytest.CaptureFixture[str]
) -> None:
    deliver(proposals, dry_run=True)
    head, row, end = capsys.readouterr().out.splitlines()
    assert head.split() == ["step", "title", "actions", "places", "first"]
    assert row.startswith("0002  ")
    assert row.endswith("  1        1       update $.info.title")
    assert end == "pets  1 step proposed, nothing written"
    assert not (proposals.folder / proposals.files[0].name).exists()


def test_the_files_are_written_and_the_reasons_are_asked_for(
    proposals: Proposals, capsys: pytest.CaptureFixture[str]
) -> None:
    deliver(proposals, dry_run=False)
    printed = capsys.readouterr().out
    assert "pets  wrote 1 step to patches/pets\n" in printed
    assert "Say in each step why it is needed" in printed
    with pytest.raises(RepositoryError, match="this file is there already"):
        deliver(proposals, dry_run=True)
