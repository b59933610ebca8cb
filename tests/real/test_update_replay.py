"""Updates replayed over the real documents: a learnt series goes from each version to the next."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from tests.real import UPSTREAM

from specmend.document.text.document import Document, parse_document, read_document
from specmend.steps.apply import apply_steps
from specmend.steps.check_shape import GAP
from specmend.steps.learn.propose import learn
from specmend.steps.read import read_step
from specmend.steps.step import Step
from specmend.steps.write_proposals import write_proposals
from specmend.update.plan import intents_of, plan_update
from specmend.update.records import StepUpdate, UpdatePlan

FOLDERS = {
    folder.name: sorted(folder.glob("*.yaml"))
    for folder in sorted(UPSTREAM.glob("*"))
    if folder.is_dir()
}
PAIRS = [(*pair, files[-1]) for files in FOLDERS.values() for pair in pairwise(files)]
SHOWN = [f"{new.parent.name}/{old.stem}→{new.stem}" for old, new, _ in PAIRS]

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not PAIRS, reason="the real documents are absent"),
]


def read(path: Path) -> Document:
    return read_document(path.read_bytes(), "spec/api/upstream.yaml")


def learnt(old: Document, new: Document) -> tuple[Step, ...]:
    """The steps that make the one document the other."""
    files, _ = write_proposals(learn(old.tree, new.tree), old, 1, "patches/api")
    texts = [
        (file.name, file.text.replace(f"x-reason: {GAP}", "x-reason: It is learnt."))
        for file in files
    ]
    return tuple(
        read_step(parse_document(text, f"patches/api/{name}"), int(name[:4]))
        for name, text in texts
    )


def update(old: Document, new: Document, steps: tuple[Step, ...]) -> UpdatePlan:
    return plan_update(new, steps, intents_of(old, new, steps, "python"), "python", {})


def hold(plan: UpdatePlan, new: Document, steps: tuple[Step, ...]) -> list[Step]:
    """What must be so after every update; gives the steps that are settled."""
    assert [update.step for update in plan.steps] == list(steps)
    for update in plan.steps:
        assert [action.action for action in update.actions] == list(update.step.actions)
        assert (update.file is None) == (update.update in {StepUpdate.RETIRED, StepUpdate.DROPPED})
        assert (update.retired is not None) == (update.update is StepUpdate.RETIRED)
    after = [read_step(update.file, update.step.number) for update in plan.steps if update.file]
    applied = apply_steps(new, after)
    waiting = {key[0] for key, _ in plan.open}
    assert {outcome.step.number for outcome in applied.outcomes if outcome.problems} == waiting
    for _, action in plan.open:
        assert action.conflict
        assert action.conflict["message"].strip()
    return after


@pytest.mark.parametrize(("old", "new", "last"), PAIRS, ids=SHOWN)
def test_what_upstream_did_itself_is_retired(old: Path, new: Path, last: Path) -> None:
    before, after = read(old), read(new)
    steps = learnt(before, after)
    plan = update(before, after, steps)
    hold(plan, after, steps)
    assert last.exists()
    assert [
        update.step.title for update in plan.steps if update.update is not StepUpdate.RETIRED
    ] == []


@pytest.mark.parametrize(("old", "new", "last"), PAIRS, ids=SHOWN)
def test_a_series_goes_with_upstream_and_a_second_update_has_nothing_to_do(
    old: Path, new: Path, last: Path
) -> None:
    before, after = read(old), read(new)
    steps = learnt(before, read(last))
    settled = tuple(hold(update(before, after, steps), after, steps))
    again = plan_update(after, settled, intents_of(None, after, settled, "python"), "python", {})
    assert all(not update.changed for update in again.steps)
