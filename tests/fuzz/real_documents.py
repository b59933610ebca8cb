"""Faults in the real documents beside the repository, moved, kept or mended by upstream."""

from __future__ import annotations

import argparse
import random
import sys
from pathlib import Path
from typing import Any

from tests.properties.moves.law import judged
from tests.properties.moves.trials import CHOICES, drawn, played
from tests.real import SHARED

from specmend.document.text.document import read_document

LARGEST = 60_000


def main() -> None:
    """Run some trials of each law on each small real document; exit 1 when one is wrong."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--trials", type=int, default=30, help="how many of each law and document")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**9))
    options = parser.parse_args()
    wrong = 0
    for path in documents():
        tree: Any = read_document(path.read_bytes(), path.name).tree
        for way in CHOICES:
            found = 0
            for seed in range(options.seed, options.seed + options.trials):
                world = played(drawn(way, seed, tree))
                kind, told, _ = judged(world)
                if kind:
                    found += 1
                    print(f"  {kind}, seed {seed}: {world.shown()} -> {told}")
            print(f"{path.name}, {way}: {options.trials} trials, {found} wrong")
            wrong += found
    sys.exit(1 if wrong else 0)


def documents() -> list[Path]:
    """The real documents that are small enough for many trials."""
    kinds = (".yaml", ".json")
    found = [*(SHARED / "corpus").glob("*"), *(SHARED / "upstream").rglob("*")]
    return sorted(p for p in found if p.suffix in kinds and p.stat().st_size < LARGEST)


if __name__ == "__main__":
    main()
