"""Many faults in one document, each with a step, and what upstream does to some of them."""

from __future__ import annotations

import copy
import random

from tests.properties.moves.faults import draw_fault
from tests.properties.moves.keeping import KEEPING
from tests.properties.moves.mending import MENDING
from tests.properties.moves.nodes import Address, Tree, places
from tests.properties.moves.noise import NOISE
from tests.properties.moves.recorded import applied_to_old
from tests.properties.moves.sites import Site, same
from tests.properties.moves.structures import draw_structure
from tests.properties.moves.trials import tried, writes_over
from tests.properties.moves.world import World

TRIES = 4
MOVES = (*KEEPING, *NOISE, *MENDING)


def series(tree: Tree, luck: random.Random, steps: int, moves: int) -> World:
    """A document with so many faults at most, moved on so many times at most."""
    world = World(tree=copy.deepcopy(tree), luck=luck)
    world.old = tree
    for _ in range(steps * TRIES):
        if len(world.actions) < steps:
            _add_fault(world)
    _move_on(world, moves)
    return world


def structures(tree: Tree, luck: random.Random, steps: int, moves: int) -> World:
    """The same with steps of every kind; nobody knows then what they should make of it."""
    world = World(tree=copy.deepcopy(tree), luck=luck)
    world.old = tree
    for _ in range(steps * TRIES):
        if len(world.actions) < steps:
            made = luck.choice((draw_fault, draw_structure))(world)
            if not made or any(
                one.problems or not one.touches for one in applied_to_old(world).outcomes
            ):
                world.rules.pop(len(world.actions), None)
                world.actions.pop()
                world.kinds.pop()
    world.sites.clear()
    _move_on(world, moves)
    return world


def _move_on(world: World, moves: int) -> None:
    luck = world.luck
    for _ in range(moves * TRIES):
        if len(world.told) < moves:
            move = luck.choice(MOVES)
            if tried(world, move):
                world.told.append(move.__name__)


def _add_fault(world: World) -> None:
    had = len(world.sites)
    is_made = draw_fault(world) and _is_apart(world, had) and not writes_over(world, had)
    if is_made and _is_sound(world):
        for site in world.sites[had:]:
            site.adds = site.op == "add" or (site.op == "set" and site.key not in site.holder)
        return
    world.rules.pop(len(world.actions), None)
    world.actions.pop()
    world.kinds.pop()
    del world.sites[had:]


def _is_apart(world: World, had: int) -> bool:
    """Whether the last fault is at none of the places of those before it, nor around one."""
    addresses = {id(value): address for address, value in places(world.tree)}
    found = [_place(site, addresses) for site in world.sites]
    return not any(_is_around(one, other) for one in found[had:] for other in found[:had])


def _place(site: Site, addresses: dict[int, Address]) -> Address:
    holder = addresses[id(site.holder)]
    return holder if isinstance(site.holder, list) else (*holder, site.key)


def _is_around(one: Address, other: Address) -> bool:
    shared = min(len(one), len(other))
    return one[:shared] == other[:shared]


def _is_sound(world: World) -> bool:
    applied = applied_to_old(world)
    if any(outcome.problems or not outcome.touches for outcome in applied.outcomes):
        return False
    return same(applied.document.tree, next(iter(world.expected())))
