"""The laws of verdicts: no fix is lost, no stranger is mended, nothing of upstream's is hidden."""

from __future__ import annotations

import random

import pytest
from tests.properties.moves.forms import raised_wrongly, told_of_forms
from tests.properties.moves.law import run
from tests.properties.moves.sites import Site
from tests.properties.moves.told import hidden
from tests.properties.moves.trials import CHOICES, drawn, played, writes_over
from tests.properties.moves.world import World

FIRST = 200
TRIALS = 300
FEW = 60


@pytest.mark.parametrize("law", CHOICES)
def test_a_fix_is_never_lost_and_a_stranger_never_mended(law: str) -> None:
    tally = run(law, range(FIRST, FIRST + TRIALS))
    assert tally.trials > TRIALS * 3 / 4
    assert not tally.wrong, "\n".join(
        f"{one.kind}, seed {one.seed}: {one.told}" for one in tally.wrong
    )


def test_what_upstream_changed_beside_the_faults_is_listed() -> None:
    worlds = [(seed, played(drawn("members", seed))) for seed in range(FEW)]
    wrong = [(seed, hidden(world)) for seed, world in worlds if world.told]
    assert [f"seed {seed}: {changes[0].line}" for seed, changes in wrong if changes] == []


@pytest.mark.parametrize("law", CHOICES)
def test_no_verdict_depends_on_the_order_of_keys_or_on_the_format(law: str) -> None:
    worlds = [(seed, played(drawn(law, seed))) for seed in range(FEW // 2)]
    forms = [(seed, told_of_forms(world)) for seed, world in worlds]
    assert [seed for seed, told in forms if any(one != told[0] for one in told)] == []


@pytest.mark.parametrize("law", CHOICES)
def test_a_raise_to_31_loses_no_fix(law: str) -> None:
    worlds = [(seed, played(drawn(law, seed))) for seed in range(FEW)]
    raised = [(seed, raised_wrongly(world)) for seed, world in worlds if not world.minor]
    assert len(raised) > FEW / 5
    assert [f"seed {seed}: {wrong}" for seed, wrong in raised if wrong] == []


NAMES: dict[str, object] = {"a": {}, "b": {}}
PAIRS = [
    # What an earlier step does, what the last one does, and whether that is over the other.
    (Site("rename", NAMES, "a", "ours"), Site("set", NAMES, "b", {}), False),
    (Site("rename", NAMES, "a", "ours"), Site("set", {}, "ours", {}), False),
    (Site("set", NAMES, "a", "ours"), Site("set", NAMES, "ours", {}), False),
    (Site("rename", NAMES, "a", "ours"), Site("set", NAMES, "ours", {}), True),
    (Site("rename", NAMES, "a", "ours"), Site("drop", NAMES, "ours"), True),
]


@pytest.mark.parametrize(
    ("first", "last", "expected"), PAIRS, ids=[f"pair {number}" for number in range(len(PAIRS))]
)
def test_no_step_is_drawn_over_what_the_one_before_named(
    first: Site, last: Site, *, expected: bool
) -> None:
    luck = random.Random(0)  # noqa: S311 - not a secret
    world = World(tree={}, luck=luck, sites=[first, last])
    assert writes_over(world, 1) is expected
