"""Hundreds of sets of random edits; fails where the comparison breaks one of its laws.

A document does not differ from itself, nor from another spelling of it, and there are no more
entries than edits.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Iterator

import yaml
from tests.diff.pairs import Tree, entries
from tests.diff.respelled import RESPELLED, respelled
from tests.properties.edited_documents import Edit, document, edited

from specmend.diff.change import Change
from specmend.diff.changes import changes_between
from specmend.diff.checks.table import OTHER
from specmend.document.text.document import parse_document

MOST = 10
"""Edits in the largest set."""


def main() -> None:
    """Make as many sets as asked for; exit 1 where one breaks a law."""
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
        for law, broken in _broken(new, edits, found, seed):
            wrong += 1
            print(f"seed {seed}: {law}: {edits}")
            print("\n".join(f"    {one.id}: {one.subject}: {one.words}" for one in broken))
    counts = f"{edits_made} edits, {told} entries, {wrong} wrong"
    print(f"seed {options.seed}: {options.sets} sets, {counts}")
    sys.exit(1 if wrong else 0)


def _broken(
    new: Tree, edits: list[Edit], found: tuple[Change, ...], seed: int
) -> Iterator[tuple[str, tuple[Change, ...]]]:
    """The laws that are broken, each with the entries that break it."""
    if len(found) > len(edits) or OTHER.id in {one.id for one in found}:
        yield "more entries than edits", found
    name = [*RESPELLED][seed % len(RESPELLED)]
    as_yaml = parse_document(yaml.safe_dump(new, sort_keys=False), "new.yaml")
    others = {
        "itself": entries(new, new),
        name: entries(new, respelled(new, name)),
        f"{name}, turned": entries(respelled(new, name), new),
        "YAML": changes_between(parse_document(json.dumps(new), "new.json"), as_yaml),
    }
    yield from ((law, broken) for law, broken in others.items() if broken)


if __name__ == "__main__":
    main()
