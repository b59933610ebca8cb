"""Random edits of the real documents, in six forms each, say what was meant and no more."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.document.text.random_edits import mutate, read_elsewhere
from tests.real import each_upstream_document

from specmend.document.text.document import Document, parse_document, read_document
from specmend.document.text.editing.rewrite import rewrite
from specmend.document.text.node import Node, find_entry
from specmend.document.tree import values as trees
from specmend.document.tree.pointer import Address

pytestmark = pytest.mark.shared

LAYOUTS: list[dict[str, Any]] = [{"indent": 2}, {"indent": "\t"}, {"separators": (",", ":")}]


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
def test_edited_json_is_what_a_writer_of_its_layout_writes(
    path: Path, layout: dict[str, Any]
) -> None:
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
        changed = [
            number
            for number, (one, other) in enumerate(zip(old, new, strict=True), 1)
            if one != other
        ]
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
