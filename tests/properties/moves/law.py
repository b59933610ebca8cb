"""The law: a fix is never lost, a stranger is never mended, and what is mended needs nobody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from tests.properties.moves.recorded import after_update
from tests.properties.moves.sites import same
from tests.properties.moves.trials import drawn, played
from tests.properties.moves.world import World

from specmend.errors import SpecmendError
from specmend.steps.apply import Applied
from specmend.steps.step import Verdict
from specmend.update.records import UpdatePlan


@dataclass(frozen=True)
class Wrong:
    """A trial that broke the law: how, and what was told."""

    kind: str
    seed: int
    told: str


@dataclass
class Tally:
    """What came of many trials."""

    trials: int = 0
    asked: int = 0
    wrong: list[Wrong] = field(default_factory=list)
    verdicts: Counter[str] = field(default_factory=Counter)
    asks: Counter[str] = field(default_factory=Counter)

    def __str__(self) -> str:
        counts = ", ".join(f"{number} {verdict}" for verdict, number in self.verdicts.most_common())
        return f"{self.trials} trials, {len(self.wrong)} wrong, {self.asked} asked: {counts}"


def run(way: str, seeds: Iterable[int]) -> Tally:
    """So many trials."""
    tally = Tally()
    for seed in seeds:
        recipe = drawn(way, seed)
        world = played(recipe)
        if not world.told:
            continue
        tally.trials += 1
        kind, told, plan = judged(world)
        if plan:
            tally.asked += bool(plan.open)
            tally.verdicts[str(plan.steps[0].actions[0].verdict)] += 1
            if plan.open:
                tally.asks.update(world.told)
        if kind:
            tally.wrong.append(Wrong(kind, seed, f"{world.shown()} -> {told}"))
    return tally


def judged(world: World) -> tuple[str, str, UpdatePlan | None]:
    """What is wrong with a trial; whatever is raised is wrong too."""
    try:
        return fault_of(world)
    except SpecmendError as error:
        return "crash", f"{type(error).__name__}: {error.problems[0].message}", None
    except Exception as error:  # noqa: BLE001 - any failure is told as one
        return "crash", f"{type(error).__name__}: {error}", None


def fault_of(world: World) -> tuple[str, str, UpdatePlan]:
    """What is wrong: a word for its kind, and the sentence; both empty where nothing is."""
    plan, applied = after_update(world, world.tree)
    told = "; ".join(
        f"{action.verdict}, {action.update}: {action.message}"
        for step in plan.steps
        for action in step.actions
    )
    return _kind_of_fault(world, plan, applied), told, plan


def _kind_of_fault(world: World, plan: UpdatePlan, applied: Applied) -> str:
    open_ = frozenset(number for (number, _), _ in plan.open)
    for step in plan.steps:
        number = step.step.number
        if number in open_ and step.file is None:
            return "dropped while asked"
        waits = any(action.verdict is Verdict.BLOCKED for action in step.actions)
        is_asked = number in open_ and not waits
        if is_asked and world.is_mended(number) and {*world.told} == {"mended"}:
            return "asks about what is mended"
        if number not in open_ and step.file is None and not world.is_mended(number):
            return "fix lost"
    if applied.problems:
        return "rebased step does not apply"
    result = applied.document.tree
    if not any(same(result, right) for right in world.expected(open_)):
        return "fix not in the result" if same(result, world.tree) else "another result"
    followed = [step for step in world.guessed - open_ if not world.is_mended(step)]
    return "followed on shape alone" if followed else ""
