"""A smaller trial that is wrong in the same way: what the fault does not need is taken out."""

from __future__ import annotations

import copy
from dataclasses import replace

from tests.properties.moves.law import judged
from tests.properties.moves.nodes import at, places
from tests.properties.moves.trials import Recipe, is_sound, played

NEEDED = {"openapi", "name", "in", "type"}


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
