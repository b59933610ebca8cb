"""The law: a fix is never lost, a stranger never mended; each trial is told by its seed."""

from __future__ import annotations

import copy
import json
import random
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Any

from tests.properties.moves.documents import document
from tests.properties.moves.faults import draw_fault
from tests.properties.moves.keeping import KEEPING
from tests.properties.moves.mending import MENDING
from tests.properties.moves.noise import NOISE
from tests.properties.moves.nodes import Address, Tree, at, places, where
from tests.properties.moves.world import Rule, Site, World, same

from specmend.document.text.document import Document, parse_document
from specmend.errors import SpecmendError
from specmend.steps.apply import apply_steps
from specmend.steps.read import read_step
from specmend.steps.step import Step
from specmend.update.plan import intents_of, plan_update
from specmend.update.records import UpdatePlan

WAYS = ("keeping", "members", "mending")
NEEDED = {"openapi", "name", "in"}


@dataclass
class Tally:
    """What came of many trials."""

    trials: int = 0
    asked: int = 0
    wrong: list[tuple[str, int, str]] = field(default_factory=list)
    verdicts: Counter[str] = field(default_factory=Counter)
    asks: Counter[str] = field(default_factory=Counter)

    def __str__(self) -> str:
        counts = ", ".join(f"{number} {verdict}" for verdict, number in self.verdicts.most_common())
        return f"{self.trials} trials, {len(self.wrong)} wrong, {self.asked} asked: {counts}"


@dataclass
class Recipe:
    """How a trial is made: a document, faults in it by addresses, and moves with their luck."""

    tree: Tree
    kinds: list[str]
    actions: list[list[Tree]]
    marks: list[tuple[Site, Address]]
    moves: list[tuple[str, int]]
    rules: dict[int, Rule] = field(default_factory=dict)


MOVES = {move.__name__: move for move in (*KEEPING, *NOISE, *MENDING)}
CHOICES = {
    "keeping": (KEEPING, (*KEEPING, *NOISE)),
    "members": (NOISE, NOISE),
    "mending": (MENDING, (*NOISE, *MENDING, *KEEPING)),
}


def drawn(way: str, seed: int) -> Recipe:
    """A document with one or two faults, which upstream moves on in one to three ways."""
    luck = random.Random(seed)  # noqa: S311 - not a secret
    world = World(tree=document(luck), luck=luck)
    recipe = Recipe(world.tree, [], [], [], [])
    number = luck.choice((1, 1, 1, 2))
    while len(recipe.actions) < number:
        recipe = _with_fault(recipe, world) or recipe
    first, others = CHOICES[way]
    number = luck.choice((1, 1, 2, 2, 3))
    for _ in range(12):
        if len(recipe.moves) == number:
            break
        choice = others if recipe.moves else first
        recipe.moves.append((luck.choice(choice).__name__, luck.randint(0, 999)))
        if len(played(recipe).told) < len(recipe.moves):
            recipe.moves.pop()
    return recipe


def _with_fault(recipe: Recipe, world: World) -> Recipe | None:
    """The trial with one more fault; None where that is not sound."""
    had = len(world.sites)
    is_made = draw_fault(world)
    new = [(site, where(world.tree, site.holder)) for site in world.sites[had:]]
    made = replace(
        recipe,
        kinds=list(world.kinds),
        actions=list(world.actions),
        rules=dict(world.rules),
        marks=recipe.marks + [(site, address) for site, address in new if address is not None],
    )
    if is_made and is_sound(made):
        return made
    world.rules.pop(len(world.actions), None)
    world.actions.pop()
    world.kinds.pop()
    del world.sites[had:]
    return None


def is_sound(recipe: Recipe) -> bool:
    """Whether the steps mend the document that they are recorded on."""
    world = played(replace(recipe, moves=[]))
    steps = [_read(_fields(one), number) for number, one in enumerate(world.actions, 1)]
    applied = apply_steps(as_yaml(world.old), steps, enforce=False)
    if any(outcome.problems or not outcome.touches for outcome in applied.outcomes):
        return False
    return same(applied.document.tree, next(iter(world.expected())))


def played(recipe: Recipe) -> World:
    """The world after the moves; one that cannot be made is left out."""
    tree = copy.deepcopy(recipe.tree)
    world = World(tree=tree, luck=random.Random(0))  # noqa: S311 - not a secret
    world.actions, world.kinds, world.old = recipe.actions, recipe.kinds, recipe.tree
    world.rules = recipe.rules
    for mark, address in recipe.marks:
        holder = at(tree, address)
        key = holder[mark.index] if isinstance(mark.key, dict) and mark.op == "remove" else mark.key
        adds = mark.op == "add" or (mark.op == "set" and key not in holder)
        world.sites.append(replace(mark, holder=holder, key=key, adds=adds))
    for name, seed in recipe.moves:
        world.luck = random.Random(seed)  # noqa: S311 - not a secret
        if _move(world, MOVES[name]):
            world.told.append(name)
    return world


def _move(world: World, move: Any) -> bool:
    state = (world.tree, world.sites, world.wraps, world.guessed)
    kept = copy.deepcopy(state)
    try:
        made = bool(move(world)) and world.leaves()
    except LookupError:
        made = False
    if not made:
        world.tree, world.sites, world.wraps, world.guessed = kept
    return made


def as_yaml(tree: Any, name: str = "spec/api/upstream.json") -> Document:
    """A document, as JSON: its text matters here to nobody."""
    return parse_document(json.dumps(tree, indent=1), name)


def _fields(actions: list[Tree]) -> Any:
    return {
        "overlay": "1.1.0",
        "info": {"title": "A step", "version": "1.0.0", "x-reason": "It is needed."},
        "actions": copy.deepcopy(actions),
    }


def recorded(world: World) -> tuple[Step, ...]:
    """The steps, as files have them, with what they find."""
    files = [_fields(one) for one in world.actions]
    steps = [_read(fields, number) for number, fields in enumerate(files, 1)]
    applied = apply_steps(as_yaml(world.old), steps, enforce=False)
    for fields, outcome in zip(files, applied.outcomes, strict=True):
        for action, made in zip(fields["actions"], outcome.actions, strict=True):
            if made.found.matches:
                action["x-expect"] = {"matches": made.found.matches}
                key = "digest" if made.found.digest else "before"
                action["x-expect"][key] = made.found.digest or made.found.before
    return tuple(_read(fields, number) for number, fields in enumerate(files, 1))


def _read(fields: Any, number: int) -> Step:
    name = f"patches/api/{number:04}-a-step.yaml"
    return read_step(parse_document(json.dumps(fields), name), number)


def plan_of(world: World) -> tuple[UpdatePlan, Document]:
    """What the update would do."""
    steps = recorded(world)
    old, new = as_yaml(world.old), as_yaml(world.tree)
    return plan_update(new, steps, intents_of(old, new, steps, "python"), "python", {}), new


def fault_of(world: World) -> tuple[str, str, UpdatePlan]:
    """What is wrong: a word for its kind, and the sentence; both empty where nothing is."""
    plan, new = plan_of(world)
    told = "; ".join(
        f"{action.verdict}, {action.update}: {action.message}"
        for step in plan.steps
        for action in step.actions
    )
    return _kind_of_fault(world, plan, new), told, plan


def _kind_of_fault(world: World, plan: UpdatePlan, new: Document) -> str:
    open_ = frozenset(number for (number, _), _ in plan.open)
    for step in plan.steps:
        number = step.step.number
        if number in open_ and step.file is None:
            return "dropped while asked"
        if number in open_ and world.is_mended(number) and {*world.told} == {"mended"}:
            return "asks about what is mended"
        if number not in open_ and step.file is None and not world.is_mended(number):
            return "fix lost"
    after = [read_step(one.file, one.step.number) for one in plan.steps if one.file]
    applied = apply_steps(new, [step for step in after if step.number not in open_])
    if applied.problems:
        return "rebased step does not apply"
    result = applied.document.tree
    if not any(same(result, right) for right in world.expected(open_)):
        return "fix not in the result" if same(result, world.tree) else "another result"
    followed = world.guessed - open_
    return "followed on shape alone" if followed else ""


def run(way: str, seeds: Any) -> Tally:
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
            tally.wrong.append((kind, seed, f"{world.shown()} -> {told}"))
    return tally


def judged(world: World) -> tuple[str, str, UpdatePlan | None]:
    """What is wrong with a trial; whatever is raised is wrong too."""
    try:
        return fault_of(world)
    except SpecmendError as error:
        return "crash", f"{type(error).__name__}: {error.problems[0].message}", None
    except Exception as error:  # noqa: BLE001 - any failure is told as one
        return "crash", f"{type(error).__name__}: {error}", None


def smallest(recipe: Recipe) -> Recipe:
    """A smaller trial that is wrong in the same way."""
    kind = judged(played(recipe))[0]
    for index in reversed(range(len(recipe.moves))):
        moves = recipe.moves[:index] + recipe.moves[index + 1 :]
        fewer = replace(recipe, moves=moves)
        if moves and _is_still(fewer, kind):
            recipe = fewer
    for number in range(len(recipe.actions), 0, -1):
        fewer = _without_step(recipe, number)
        if fewer.actions and _is_still(fewer, kind):
            recipe = fewer
    shrinking = True
    while shrinking:
        shrinking = False
        for address, _ in sorted(places(recipe.tree), key=lambda one: len(one[0])):
            if not address or isinstance(address[-1], int) or address[-1] in NEEDED:
                continue
            tree = copy.deepcopy(recipe.tree)
            try:
                del at(tree, address[:-1])[address[-1]]
            except (KeyError, IndexError, TypeError):
                continue
            fewer = replace(recipe, tree=tree)
            if _is_still(fewer, kind):
                recipe, shrinking = fewer, True
                break
    return recipe


def _without_step(recipe: Recipe, number: int) -> Recipe:
    marks = [
        (replace(site, step=site.step - (site.step > number)), address)
        for site, address in recipe.marks
        if site.step != number
    ]
    rules = {key - (key > number): rule for key, rule in recipe.rules.items() if key != number}
    index = number - 1
    return replace(
        recipe,
        marks=marks,
        rules=rules,
        actions=recipe.actions[:index] + recipe.actions[number:],
        kinds=recipe.kinds[:index] + recipe.kinds[number:],
    )


def _is_still(recipe: Recipe, kind: str) -> bool:
    try:
        if not is_sound(recipe):
            return False
        world = played(recipe)
    except Exception:  # noqa: BLE001 - what does not fit any more is no trial
        return False
    return len(world.told) == len(recipe.moves) and judged(world)[0] == kind


