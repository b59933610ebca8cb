"""Many steps on the real documents in every form: keys turned round, YAML or JSON, 3.0 or 3.1."""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from tests.properties.moves.many_steps import series, structures
from tests.properties.moves.raises import lost, lost_without_oracle, without_ignored
from tests.properties.moves.recorded import as_document, recorded
from tests.properties.moves.same_words import differences
from tests.properties.moves.world import World
from tests.real.published import published, real_documents
from tests.real.test_update_replay import FOLDERS, learnt, read
from tests.repository import ROOT

from specmend.steps.read import read_steps

STEPS = ((100_000, 10), (1_000_000, 4), (100_000_000, 2))
"""Up to so many bytes of a document, so many steps in a trial."""


def main() -> None:
    """Run some trials on each document, and the series and histories; exit 1 when one is wrong."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--trials", type=int, default=2, help="how many for each document")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**9))
    parser.add_argument("--largest", type=int, default=100_000_000, help="bytes of a document")
    parser.add_argument("--only", default="", help="a part of the names of the documents")
    options = parser.parse_args()
    wrong = 0
    for path in real_documents(options.largest):
        if options.only in path.name:
            wrong += _tried(path, options.seed, options.trials)
    if not options.only:
        for name, found in _histories():
            print(f"{name}: {len(found)} wrong", *found[:3], sep="\n  ")
            wrong += len(found)
    sys.exit(1 if wrong else 0)


def _tried(path: Path, seed: int, trials: int) -> int:
    """How many trials on a document are wrong."""
    tree = published(path)
    if tree is None:
        print(f"{path.name}: not all of its files are here")
        return 0
    steps = next(number for most, number in STEPS if path.stat().st_size <= most)
    count, wrong = 0, 0
    for one in range(seed, seed + trials):
        for world, found in _judged(tree, one, steps):
            count += len(world.actions)
            wrong += bool(found)
            for line in found[:2]:
                print(f"  seed {one}: {line}")
    print(f"{path.name}: {count} steps, {wrong} wrong", flush=True)
    return wrong


def _judged(tree: Any, seed: int, steps: int) -> Iterator[tuple[World, list[str]]]:
    """A trial with faults and one with steps of every kind; what is wrong with each."""
    luck = random.Random(seed)  # noqa: S311 - not a secret
    moves = luck.choice((0, 0, 1, 2))
    is_30 = tree["openapi"].startswith("3.0")
    world = series(tree, luck, steps, moves)
    yield world, [*_in_forms(world), *(lost(world) if is_30 else ())]
    world = structures(without_ignored(tree), luck, steps, moves)
    yield world, [*_in_forms(world), *(lost_without_oracle(world) if is_30 else ())]


def _in_forms(world: World) -> list[str]:
    return differences(as_document(world.old), world.tree, recorded(world))


def _histories() -> Iterator[tuple[str, list[str]]]:
    """The learnt series on each next version, and the series of this repository on each version."""
    for name, files in FOLDERS.items():
        for old, new in pairwise(files):
            steps = learnt(read(old), read(files[-1]))
            yield f"{name} {old.stem} to {new.stem}", differences(read(old), read(new).tree, steps)
    for name in ("ollama-native", "ollama-openai"):
        (pinned,) = (ROOT / "spec" / name).glob("upstream.*")
        series_ = read_steps(ROOT / "patches" / name, f"patches/{name}")
        active = tuple(step for step in series_ if step.is_active("python"))
        versions = [pinned, *(path for files in FOLDERS.values() for path in files[-1:])]
        for path in versions:
            found = differences(read(pinned), read(path).tree, active)
            yield f"{name} on {path.stem}", found


if __name__ == "__main__":
    main()
