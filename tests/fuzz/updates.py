"""Hundreds of projects on disk that go with upstream; fails where a fix or a file is lost."""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from pathlib import Path

from tests.properties.moves.on_disk import faults_on_disk
from tests.properties.moves.trials import CHOICES, drawn, played


def main() -> None:
    """Run as many trials of each law as asked for; exit 1 when one is wrong."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--trials", type=int, default=300, help="how many trials of each law")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**9))
    options = parser.parse_args()
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        for way in CHOICES:
            found = 0
            for seed in range(options.seed, options.seed + options.trials):
                world = played(drawn(way, seed))
                faults = [*faults_on_disk(world, Path(folder) / "pets")]
                found += bool(faults)
                if faults:
                    print(f"  seed {seed}: {faults}: {world.shown()}")
            print(f"{way}, seed {options.seed}: {options.trials} projects, {found} wrong")
            wrong += found
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
