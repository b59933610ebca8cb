"""What upstream may do that mends a fault, in any spelling."""

from __future__ import annotations

from collections.abc import Callable

from tests.properties.moves.sites import Site
from tests.properties.moves.world import World

Move = Callable[[World], bool]


def mended(world: World) -> bool:
    """Upstream mends all that one step is about."""
    steps = {site.step for site in world.alive}
    if not steps:
        return False
    step = world.luck.choice(sorted(steps))
    for site in world.alive:
        if site.step == step:
            _mend(world, site)
    return True


def partly_mended(world: World) -> bool:
    """Upstream mends some of the places that a step is about."""
    steps = [site.step for site in world.alive]
    many = sorted({step for step in steps if steps.count(step) > 1})
    if not many:
        return False
    step = world.luck.choice(many)
    if world.kinds[step - 1].startswith("rename"):
        return False
    sites = [site for site in world.alive if site.step == step]
    for site in world.luck.sample(sites, world.luck.randint(1, len(sites) - 1)):
        _mend(world, site)
    return True


def _mend(world: World, site: Site) -> None:
    site.mend(world.tree)
    for one in world.sites:
        # What a later step says of the same place counts.
        is_same_place = one.holder is site.holder and one.key == site.key
        one.is_mended = one.is_mended or (is_same_place and one.step <= site.step)
    if world.minor and world.luck.random() < 0.3:
        _respell(site)


def _respell(site: Site) -> None:
    """The same in other words of OpenAPI 3.1."""
    if site.op != "set":
        return
    value = site.holder[site.key]
    if site.key == "type" and isinstance(value, str):
        site.holder["type"] = [value]
    elif site.key == "enum" and len(value) == 1:
        site.holder["const"] = site.holder.pop("enum")[0]


MENDING: tuple[Move, ...] = (mended, mended, mended, partly_mended)
