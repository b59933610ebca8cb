"""The native steps on five versions of the vendor's document: what applies, what not and why."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from tests.real import UPSTREAM

from specmend.document.text.document import read_document
from specmend.steps.apply import apply_steps
from specmend.steps.read import read_steps
from specmend.steps.step import ActionOutcome, Step, Verdict

ROOT = Path(__file__).parents[2]
VERSIONS = sorted((UPSTREAM / "ollama").glob("*.yaml"))

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not VERSIONS, reason="the real documents are absent"),
]

# How many actions are about a place that each version has: it may grow, and must not shrink.
APPLY = {
    "2025-10-28-934dd9e19": 96,
    "2025-11-11-15968714b": 96,
    "2025-11-11-2d5e066c8": 96,
    "2025-11-14-ce29f695b": 96,
    "2026-02-11-f8dc7c9f5": 96,
}


@dataclass(frozen=True)
class Replay:
    """What became of every action on one version, in order."""

    name: str
    outcomes: tuple[tuple[Step, ActionOutcome], ...]

    @property
    def verdicts(self) -> Counter[Verdict]:
        return Counter(outcome.verdict for _, outcome in self.outcomes)

    def reasons(self) -> Counter[str]:
        """Why actions do not apply, in the words of the toolchain and without their places."""
        return Counter(outcome.problem.message for _, outcome in self.outcomes if outcome.problem)


def alone(step: Step) -> list[Step]:
    """A step for each action: what fails must not take with it what does not."""
    return [replace(step, actions=(action,)) for action in step.actions]


def actions() -> list[Step]:
    steps = read_steps(ROOT / "patches" / "ollama-native", "patches/ollama-native")
    return [single for step in steps if step.is_active("python") for single in alone(step)]


def replay(path: Path) -> Replay:
    applied = apply_steps(read_document(path.read_bytes(), path.name), actions(), enforce=False)
    return Replay(path.stem, tuple((found.step, found.actions[0]) for found in applied.outcomes))


@pytest.fixture(scope="module")
def replays() -> list[Replay]:
    return [replay(path) for path in VERSIONS]


def test_every_action_has_one_verdict_and_a_reason_where_it_does_not_apply(
    replays: list[Replay],
) -> None:
    expected = len(actions())
    for found in replays:
        assert len(found.outcomes) == sum(found.verdicts.values()) == expected
        assert all(
            (outcome.verdict is Verdict.APPLIES) == (outcome.problem is None)
            for _, outcome in found.outcomes
        )


def test_what_the_vendor_has_too_is_mended_there_too(replays: list[Replay]) -> None:
    assert {found.name for found in replays} == set(APPLY)
    for found in replays:
        assert found.verdicts[Verdict.APPLIES] >= APPLY[found.name], found.name


def test_the_table_is_printed(replays: list[Replay], capsys: pytest.CaptureFixture[str]) -> None:
    lines = [f"{'version':<22}" + "".join(f"{verdict:>18}" for verdict in Verdict)]
    for found in replays:
        lines.append(
            f"{found.name:<22}" + "".join(f"{found.verdicts[verdict]:>18}" for verdict in Verdict)
        )
    for found in replays[-1:]:
        lines.append(f"why not, in {found.name}:")
        lines += [
            f"  {step.number:>3} {outcome.action.index + 1:>2}"
            f"  {outcome.verdict}: {outcome.problem.message}"
            for step, outcome in found.outcomes
            if outcome.problem
        ]
    with capsys.disabled():
        print("\n" + "\n".join(lines))  # noqa: T201 - the table is what this test is for
    assert len(lines) > len(VERSIONS)
