"""Hundreds of broken documents; fails on an error of openapi-spec-validator that we do not find."""

from __future__ import annotations

import argparse
import json
import random
import sys

from tests.properties.superset import broken_documents, missed, plain, theirs


def main() -> None:
    """Break as many documents as asked for; exit 1 where an error of one is missed."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--documents", type=int, default=300, help="how many documents")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**9))
    options = parser.parse_args()
    found, wrong = 0, 0
    for change, tree in broken_documents(options.documents, start=options.seed):
        found += bool(theirs(tree))
        errors = missed(tree)
        wrong += bool(errors)
        for error in errors:
            print(f"{change}: missed at {error.place}: {plain(error.message)}")
            print(json.dumps(tree))
    print(f"seed {options.seed}: {options.documents} documents, errors in {found}, {wrong} missed")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
