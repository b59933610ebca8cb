"""Random edits of a tree, and a reader of YAML 1.2 that is not ours to compare the results with."""

from __future__ import annotations

import io
import random
from collections.abc import Iterator
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor

from specmend.document.tree import values as trees
from specmend.document.tree.pointer import Address

NAMES = ["newKey", "x-a", "200", "/p/{id}", "y", "true", "$ref", "a: b"]
PLAIN = [
    "x",
    "yes",
    "0x1F",
    "*z",
    "{a}",
    "a,b",
    "null",
    "~",
    "1_000",
    "=",
    "<<",
    "1:30",
    "2023-01-01T00:00:00.123456789Z",
    "key:",
    "it's",
    "é😀",
]
SPACED = [
    "",
    "a: b",
    "# no",
    "line1\nline2\n",
    "line1\n\nline2",
    "\n lead",
    '"q"',
    " lead",
    "\u2028",
    "- x",
]
OTHERS = [
    None,
    True,
    0,
    -1.5,
    1e20,
    [],
    {},
    {"a": {"b": [1, {"c": "d"}]}},
    [1, "two", {"x": None}],
    [[1], [2]],
]
VALUES: list[Any] = [*PLAIN, *SPACED, *OTHERS]


def mutate(generator: random.Random, tree: Any) -> Any:
    """One random edit that changes something."""
    while True:
        address = generator.choice(list(places(tree)))
        edit = generator.choice([set_value, add_key, remove, rename, insert])
        made = edit(generator, tree, address)
        if not trees.identical(made, tree):
            return made


def places(tree: Any, above: Address = ()) -> Iterator[Address]:
    pairs = (
        tree.items()
        if isinstance(tree, dict)
        else enumerate(tree)
        if isinstance(tree, list)
        else ()
    )
    for token, value in pairs:
        yield (*above, token)
        yield from places(value, (*above, token))


def set_value(generator: random.Random, tree: Any, address: Address) -> Any:
    return trees.replace(tree, address, generator.choice(VALUES))


def add_key(generator: random.Random, tree: Any, address: Address) -> Any:
    if not isinstance(trees.get(tree, address), dict):
        return tree
    return trees.replace(tree, (*address, generator.choice(NAMES)), generator.choice(VALUES))


def remove(_: random.Random, tree: Any, address: Address) -> Any:
    return trees.remove(tree, [address])


def rename(generator: random.Random, tree: Any, address: Address) -> Any:
    name = generator.choice(NAMES)
    free = isinstance(address[-1], str) and name not in trees.get(tree, address[:-1])
    return trees.rename_key(tree, address, name) if free else tree


def insert(generator: random.Random, tree: Any, address: Address) -> Any:
    members = trees.get(tree, address)
    if not isinstance(members, list):
        return tree
    index = generator.randint(0, len(members))
    return trees.replace(
        tree, address, [*members[:index], generator.choice(VALUES), *members[index:]]
    )


class StringDates(SafeConstructor):
    """A constructor that leaves timestamps alone, as YAML 1.2 does."""


StringDates.add_constructor("tag:yaml.org,2002:timestamp", SafeConstructor.construct_yaml_str)


def read_elsewhere(text: str) -> Any:
    yaml = YAML(typ="safe", pure=True)
    yaml.version = (1, 2)
    yaml.Constructor = StringDates
    return yaml.load(io.StringIO(text))
