"""A verdict is what the mutation implies; layout and order of keys never change it."""

from __future__ import annotations

import random

import pytest
from tests.drift.trials import run


@pytest.mark.parametrize("seed", range(4))
def test_every_verdict_is_the_one_that_the_mutation_implies(seed: int) -> None:
    tally = run(96, random.Random(seed))  # noqa: S311 - not a secret
    assert not tally.wrong, "\n".join(tally.wrong)
    assert tally.moved == tally.found > 0
