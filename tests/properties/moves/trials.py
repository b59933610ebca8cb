"""Trials: a document, faults in it, and what upstream does to both, all told by a seed."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from tests.properties.moves.documents import document
from tests.properties.moves.faults import draw_fault
from tests.properties.moves.keeping import KEEPING
from tests.properties.moves.mending import MENDING
from tests.properties.moves.nodes import Address, Tree, at, places, where
from tests.properties.moves.noise import NOISE
from tests.properties.moves.recorded import applied_to_old
from tests.properties.moves.sites import Rule, Site, same
from tests.properties.moves.world import World

Move = Callable[[World], bool]


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


def drawn(way: str, seed: int, tree: Tree | None = None) -> Recipe:
    """A document with one or two faults, which upstream moves on in one to three ways.

    It is drawn by chance, if none is given.
    """
    luck = random.Random(seed)  # noqa: S311 - not a secret
    world = World(tree=copy.deepcopy(tree) if tree else document(luck), luck=luck)
    recipe = Recipe(world.tree, [], [], [], [])
    number = luck.choice((1, 1, 1, 2))
    while len(recipe.actions) < number:
        recipe = _with_fault(recipe, world) or recipe
    first, others = CHOICES[way]
    number = luck.choice((1, 1, 2, 2, 3))
    world = played(recipe)
    for _ in range(12):
        if len(recipe.moves) == number:
            break
        choice = others if recipe.moves else first
        name, chance = luck.choice(choice).__name__, luck.randint(0, 999)
        if _moved(world, name, chance):
            recipe.moves.append((name, chance))
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
    is_apart = not (_takes_back(world, had) or _is_taken(world, had) or writes_over(world, had))
    if is_made and is_apart and world.actions[-1] not in world.actions[:-1] and is_sound(made):
        return made
    world.rules.pop(len(world.actions), None)
    world.actions.pop()
    world.kinds.pop()
    del world.sites[had:]
    return None


def _takes_back(world: World, had: int) -> bool:
    """Whether the last fault is mended by removing what an earlier step changes.

    Nobody can say what becomes of the earlier one where upstream removes it, too. The same holds
    where it writes what an earlier rule takes away.
    """
    changed = {(id(site.holder), str(site.key)) for site in world.sites[:had]}
    ruled = [(rule.key, rule.before) for rule in world.rules.values() if rule.op != "wild"]
    return any(
        (site.op in {"drop", "remove"} and (id(site.holder), str(site.key)) in changed)
        or any(site.key == key and same(site.value, before) for key, before in ruled)
        for site in world.sites[had:]
    )


def _is_taken(world: World, had: int) -> bool:
    """Whether the last fault is in what an earlier step removes, or the other way round."""
    earlier, last = world.sites[:had], world.sites[had:]
    return _is_inside(last, earlier) or _is_inside(earlier, last)


def _is_inside(sites: list[Site], others: list[Site]) -> bool:
    """Whether one of the places is in what is removed at another: nothing is left of it there."""
    taken = [
        value
        for site in others
        if site.op in {"drop", "remove"}
        for _, value in places(site.holder[site.key if site.op == "drop" else site.index])
    ]
    return any(site.holder is value for site in sites for value in taken)


def writes_over(world: World, had: int) -> bool:
    """Whether the last fault is where an earlier step puts something under a new name.

    The later step adds to what was renamed then, and not to what stands under the name today.
    """
    made = {(id(site.holder), site.value) for site in world.sites[:had] if site.op == "rename"}
    return any(
        site.op in {"set", "drop", "rename"} and (id(site.holder), site.key) in made
        for site in world.sites[had:]
    )


def is_sound(recipe: Recipe) -> bool:
    """Whether the steps mend the document that they are recorded on."""
    world = played(replace(recipe, moves=[]))
    applied = applied_to_old(world)
    if any(outcome.problems or not outcome.touches for outcome in applied.outcomes):
        return False
    tree = applied.document.tree
    try:
        right = next(iter(world.expected()))
    except LookupError:
        # Two steps take away the same.
        return False
    return same(tree, right) and not _says_twice(tree)


def _says_twice(tree: Tree) -> bool:
    """Whether a list has a name twice: two steps that add it cannot be told apart."""
    return any(
        isinstance(names, list) and len(names) > len(set(map(str, names)))
        for address, names in places(tree)
        if address[-1:] and address[-1] in {"tags", "required", "enum"}
    )


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
    for name, chance in recipe.moves:
        _moved(world, name, chance)
    return world


def _moved(world: World, name: str, chance: int) -> bool:
    """Make a move that is told by its name and a seed of its own."""
    world.luck = random.Random(chance)  # noqa: S311 - not a secret
    is_made = tried(world, MOVES[name])
    if is_made:
        world.told.append(name)
    return is_made


def tried(world: World, move: Move) -> bool:
    """Make a move; the world is as before where it cannot be made, or a fault would go with it."""
    state = (world.tree, world.sites, world.wraps, world.guessed)
    kept = copy.deepcopy(state)
    try:
        made = bool(move(world)) and world.leaves()
    except LookupError:
        made = False
    if not made:
        world.tree, world.sites, world.wraps, world.guessed = kept
    return made
