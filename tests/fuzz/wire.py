"""Thousands of random calls of random operations; prints the smallest wrong one of each kind."""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings
from tests.properties.wire_law import judge
from tests.properties.wire_package import Package, package
from tests.strategies.wire_calls import Call, calls


def main() -> None:
    """Make as many calls as asked for, and print what is wrong; exit 1 where anything is."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--examples", type=int, default=2000, help="how many calls in all")
    parser.add_argument("--operations", type=int, default=40, help="how many of one package")
    parser.add_argument("--batch", type=int, default=200, help="how many calls of one package")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1_000_000))
    options = parser.parse_args()
    wrong = 0
    for start in range(options.seed, options.seed + -(-options.examples // options.batch)):
        with (
            tempfile.TemporaryDirectory() as name,
            package(start, options.operations, Path(name)) as made,
        ):
            for least, words in found_wrong(made, options.batch, start):
                wrong += 1
                _tell(made, least, words, start)
    print(f"seed {options.seed}: {options.examples} calls, {wrong} operations are wrong")
    sys.exit(1 if wrong else 0)


def found_wrong(made: Package, examples: int, start: int) -> Iterator[tuple[Call, str]]:
    """The smallest wrong call of each operation, and what is wrong about it."""
    found: dict[int, list[tuple[Call, str]]] = {}

    @seed(start)
    @settings(
        max_examples=examples,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(calls(made.operations))
    def run(call: Call) -> None:
        words = judge(made, call)
        if words:
            found.setdefault(call.number, []).append((call, words))

    run()
    for _, wrong in sorted(found.items()):
        yield min(wrong, key=lambda pair: len(repr(pair[0])))


def _tell(made: Package, call: Call, words: str, start: int) -> None:
    path, method, node = made.operations[call.number]
    version = made.tree["openapi"]
    print(f"## seed {start}: {method.upper()} {path} of {version}\n\n{words}\n\n{call}\n")
    print(f"```json\n{json.dumps(node, ensure_ascii=False)}\n```\n", flush=True)


if __name__ == "__main__":
    main()
