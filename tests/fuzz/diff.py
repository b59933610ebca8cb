"""Hundreds of sets of random edits; fails where the comparison has more entries than edits."""

from __future__ import annotations

import argparse
import random
import sys

from tests.diff.pairs import entries
from tests.properties.edited_documents import document, edited

from specmend.diff.checks.table import OTHER

MOST = 10
"""Edits in the largest set."""


def main() -> None:
    """Make as many sets as asked for; exit 1 where an entry is too many."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--sets", type=int, default=500, help="how many sets of edits")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**9))
    options = parser.parse_args()
    edits_made, told, wrong = 0, 0, 0
    for seed in range(options.seed, options.seed + options.sets):
        count = 1 + seed % MOST
        new, edits = edited(document(), random.Random(seed), count)  # noqa: S311 - repeatable
        found = entries(document(), new)
        edits_made, told = edits_made + count, told + len(found)
        if len(found) > count or OTHER.id in {one.id for one in found}:
            wrong += 1
            print(f"seed {seed}: {edits}")
            print("\n".join(f"    {one.id}: {one.subject}: {one.words}" for one in found))
    counts = f"{edits_made} edits, {told} entries, {wrong} wrong"
    print(f"seed {options.seed}: {options.sets} sets, {counts}")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
