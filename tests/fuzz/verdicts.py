"""Thousands of faults that upstream moves, keeps or mends; fails on the first fix that is lost."""

from __future__ import annotations

import argparse
import json
import random
import sys

from tests.properties.moves.law import run
from tests.properties.moves.smallest import smallest
from tests.properties.moves.trials import CHOICES, Recipe, drawn, played


def main() -> None:
    """Run as many trials of each law as asked for; exit 1 when one is wrong."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--trials", type=int, default=3000, help="how many trials of each law")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**9))
    parser.add_argument("--law", choices=list(CHOICES), help="only one of the laws")
    parser.add_argument("--shown", type=int, default=3, help="how many wrong trials are shown")
    options = parser.parse_args()
    failed = False
    for way in [options.law] if options.law else CHOICES:
        tally = run(way, range(options.seed, options.seed + options.trials))
        print(f"{way}, seed {options.seed}: {tally}")
        for wrong in tally.wrong[: options.shown]:
            print(f"  {wrong.kind}, seed {wrong.seed}: {wrong.told}")
            _show(smallest(drawn(way, wrong.seed)))
        failed = failed or bool(tally.wrong)
    sys.exit(1 if failed else 0)


def _show(recipe: Recipe) -> None:
    """The smallest trial that is wrong in this way."""
    world = played(recipe)
    for title, value in (
        ("steps", world.actions), ("moves", world.told), ("old", world.old), ("new", world.tree)
    ):  # fmt: skip
        print(f"    {title}: {json.dumps(value)}")


if __name__ == "__main__":
    main()
