"""Random edits of the real documents, in six forms each, say what was meant and touch nothing else."""

from __future__ import annotations

import io
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor
from tests.real import each_upstream_document

from specmend.document import tree as trees
from specmend.document.document import Document, parse_document, read_document
from specmend.document.node import Node, find_entry
from specmend.document.pointer import Address
from specmend.document.rewrite import rewrite

pytestmark = pytest.mark.shared

LAYOUTS: list[dict[str, Any]] = [{"indent": 2}, {"indent": "\t"}, {"separators": (",", ":")}]
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
SPACED = ["", "a: b", "# no", "line1\nline2\n", "line1\n\nline2", "\n lead", '"q"', " lead", "\u2028", "- x"]
OTHERS = [None, True, 0, -1.5, 1e20, [], {}, {"a": {"b": [1, {"c": "d"}]}}, [1, "two", {"x": None}], [[1], [2]]]
VALUES: list[Any] = [*PLAIN, *SPACED, *OTHERS]


@each_upstream_document()
def test_edits_say_what_was_meant(path: Path) -> None:
    document = read_document(path.read_bytes(), path.name)
    generator = random.Random(path.stem)  # noqa: S311 - reproducible on purpose
    meant = document.tree
    for _ in range(6):
        meant = mutate(generator, meant)
    made, _ = rewrite(document, meant)
    assert trees.identical(read_elsewhere(made.text), meant)


@each_upstream_document()
def test_edits_are_the_same_whatever_the_line_breaks(path: Path) -> None:
    document = read_document(path.read_bytes(), path.name)
    windows = parse_document(document.text.replace("\n", "\r\n"), path.name)
    marked = parse_document("\ufeff" + document.text, path.name)
    generator = random.Random(path.stem + "breaks")  # noqa: S311 - reproducible on purpose
    assert windows.tree == document.tree
    for _ in range(4):
        meant = mutate(generator, document.tree)
        made, edits = rewrite(document, meant)
        assert edits
        assert rewrite(windows, meant)[0].text == made.text.replace("\n", "\r\n")
        assert rewrite(marked, meant)[0].encode() == b"\xef\xbb\xbf" + made.encode()


@pytest.mark.parametrize("layout", LAYOUTS, ids=["two spaces", "tabs", "compact"])
@each_upstream_document()
def test_edited_json_is_what_a_writer_of_its_layout_writes(path: Path, layout: dict[str, Any]) -> None:
    tree = read_document(path.read_bytes(), path.name).tree
    document = parse_document(json.dumps(tree, ensure_ascii=False, **layout), "api.json")
    generator = random.Random(path.stem + "json")  # noqa: S311 - reproducible on purpose
    for _ in range(4):
        meant = mutate(generator, tree)
        made, _ = rewrite(document, meant)
        assert made.text == json.dumps(meant, ensure_ascii=False, **layout)
        assert trees.identical(json.loads(made.text), meant)


@each_upstream_document()
def test_another_scalar_is_another_line_and_nothing_else(path: Path) -> None:
    document = read_document(path.read_bytes(), path.name)
    generator = random.Random(path.stem + "line")  # noqa: S311 - reproducible on purpose
    chosen = generator.sample(list(short_scalars(document, document.root)), 8)
    for address in chosen:
        made, edits = rewrite(document, trees.replace(document.tree, address, "changed"))
        old, new = document.text.split("\n"), made.text.split("\n")
        changed = [number for number, (one, other) in enumerate(zip(old, new, strict=True), 1) if one != other]
        assert changed == [document.position(find_entry(document.root, address)[1].start)[0]]
        assert len(edits) == 1


def short_scalars(document: Document, node: Node, above: Address = ()) -> Iterator[Address]:
    """Addresses of the scalars that stand on one line and that no alias repeats."""
    for entry in node.entries:
        address = (*above, entry.name)
        text = document.text[entry.value.start : entry.value.end]
        if entry.value.kind == "scalar" and not entry.value.anchor and text and "\n" not in text:
            yield address
        elif not entry.value.anchor:
            yield from short_scalars(document, entry.value, address)


def mutate(generator: random.Random, tree: Any) -> Any:
    """One random edit that changes something."""
    while True:
        address = generator.choice(list(places(tree)))
        edit = generator.choice([set_value, add_key, remove, rename, insert])
        made = edit(generator, tree, address)
        if not trees.identical(made, tree):
            return made


def places(tree: Any, above: Address = ()) -> Iterator[Address]:
    pairs = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
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
    return trees.replace(tree, address, [*members[:index], generator.choice(VALUES), *members[index:]])


class StringDates(SafeConstructor):
    """A constructor that leaves timestamps alone, as YAML 1.2 does."""


StringDates.add_constructor("tag:yaml.org,2002:timestamp", SafeConstructor.construct_yaml_str)


def read_elsewhere(text: str) -> Any:
    yaml = YAML(typ="safe", pure=True)
    yaml.version = (1, 2)
    yaml.Constructor = StringDates
    return yaml.load(io.StringIO(text))
