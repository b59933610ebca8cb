"""Hundreds of random documents, each made a client; prints a small document for each fault."""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.fuzz.smaller import smaller
from tests.properties.any_document import Broken, broken
from tests.strategies.damage import damaged
from tests.strategies.drawn import drawn, is_valid


def main() -> None:
    """Build as many documents as asked for, and print what is wrong; exit 1 where anything is."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--documents", type=int, default=200, help="how many documents in all")
    parser.add_argument("--batch", type=int, default=10, help="how many are type-checked at once")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1_000_000))
    parser.add_argument("--version", help="the version of OpenAPI of all documents")
    parser.add_argument("--tries", type=int, default=400, help="for a smaller document each")
    parser.add_argument("--damaged", action="store_true", help="documents that are not valid")
    options = parser.parse_args()
    wanted = {"version": options.version} if options.version else {}
    known: set[str] = set()
    for start in range(options.seed, options.seed + options.documents // options.batch):
        trees = drawn(options.batch, start, **wanted)
        if options.damaged:
            chance = random.Random(start)  # noqa: S311 - not a secret
            trees = [damaged(tree, chance) for tree in trees]
        for fault in _broken(trees, types=not options.damaged):
            if not options.damaged or _is_unexpected(fault):
                _tell(fault, trees[fault.index], known, start, options)
    print(f"seed {options.seed}: {options.documents} documents, {len(known)} kinds of faults")
    sys.exit(1 if known else 0)


def _is_unexpected(fault: Broken) -> bool:
    """Whether a fault is one of a damaged document too: that one may be refused."""
    return fault.raw or fault.stage not in {"build", "operations", "methods"}


def _broken(trees: list[Any], *, types: bool) -> list[Broken]:
    with tempfile.TemporaryDirectory() as folder:
        return broken(trees, Path(folder), types=types)


def _tell(fault: Broken, tree: Any, known: set[str], start: int, options: Any) -> None:
    """Print a fault of a new kind, with the smallest document that has it."""
    kind = fault.kind
    if kind in known:
        return
    known.add(kind)
    types = fault.stage in {"mypy", "pyright"}

    def fails(candidate: Any) -> bool:
        is_fit = options.damaged or is_valid(candidate)
        return is_fit and any(other.kind == kind for other in _broken([candidate], types=types))

    least = smaller(tree, fails, tries=options.tries)
    print(f"## seed {start}, document {fault.index}: {fault.stage}\n\n{fault.words}\n")
    print(f"```json\n{json.dumps(least, ensure_ascii=False)}\n```\n", flush=True)


if __name__ == "__main__":
    main()
