"""The laws of verdicts: no fix is lost, no stranger is mended, and what is mended needs nobody."""

from __future__ import annotations

import pytest
from tests.properties.moves.law import run
from tests.properties.moves.trials import CHOICES

TRIALS = 300


@pytest.mark.parametrize("law", CHOICES)
def test_a_fix_is_never_lost_and_a_stranger_never_mended(law: str) -> None:
    tally = run(law, range(TRIALS))
    assert tally.trials > TRIALS * 3 / 4
    assert not tally.wrong, "\n".join(
        f"{one.kind}, seed {one.seed}: {one.told}" for one in tally.wrong
    )
