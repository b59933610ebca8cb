"""The law of update on files: no fix and no file is lost, and what is open is written down."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.properties.moves.on_disk import faults_on_disk
from tests.properties.moves.trials import CHOICES, drawn, played

FEW = 10


@pytest.mark.parametrize("law", CHOICES)
def test_a_project_that_goes_with_upstream_loses_nothing(law: str, tmp_path: Path) -> None:
    worlds = [(seed, played(drawn(law, seed))) for seed in range(FEW)]
    found = [(seed, [*faults_on_disk(world, tmp_path / "pets")]) for seed, world in worlds]
    assert [f"seed {seed}: {faults}" for seed, faults in found if faults] == []
