"""Thousands of mutations of upstream's document; fails on the first wrong verdict."""

from __future__ import annotations

import argparse
import random
import sys

from tests.drift.trials import run


def main() -> None:
    """Run as many mutations as asked for and print the verdicts; exit 1 when one is wrong."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--mutations", type=int, default=3000, help="how many mutations in all")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1_000_000))
    options = parser.parse_args()
    tally = run(options.mutations, random.Random(options.seed))  # noqa: S311 - not a secret
    print(f"seed {options.seed}: {tally}")
    for line in tally.wrong[:20]:
        print(f"  {line}")
    sys.exit(1 if tally.wrong else 0)


if __name__ == "__main__":
    main()
